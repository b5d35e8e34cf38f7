import Content
import Decisions
import Diagnostics

/// KB503
struct AnswerDomainRule: FileRule {
    static let id = RuleID("KB503", "answer-domain")
    static let severity = Severity.error
    static let summary = "A question asks for a declared field and takes every value of it."
    static let why = """
        An answer outside the field's domain can never be given, and a value without an answer leaves some callers stuck. \
        Both come from adding a value in one place only.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", WorkflowExample.text())],
        invalid: [
            RuleExample(
                "workflows/visit.yaml", WorkflowExample.text(next: "{routine: book, ↓urgend: call, urgent: call}")),
            RuleExample("workflows/visit.yaml", WorkflowExample.text(next: "{routine: book}").markingAsk),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, case .workflow(let workflow) = item.details else { return }
        let conditions = ConditionReader(context.configuration.context + workflow.fields)
        for step in workflow.steps {
            guard case .question(let ask, let name?, let answers) = step.kind else { continue }
            guard let field = conditions.field(name.value) else {
                let suggestion = report.suggestion(for: name.value, among: conditions.fieldNames)
                report.add(.unknownField(name.value, suggestion: suggestion), in: item, at: name.range)
                continue
            }
            check(ask, answers, of: field, conditions, item, &report)
        }
    }

    private func check(
        _ ask: Located<String>, _ answers: [Workflow.Answer], of field: ContextField, _ conditions: ConditionReader,
        _ item: Item, _ report: inout Report
    ) {
        // More are too many for the schema, and comparing each with each would take its time.
        guard answers.count <= 1000 else { return }
        var tests: [FieldTest] = []
        for (index, answer) in answers.enumerated() {
            do throws(ConditionReader.Problem) {
                tests.append(try conditions.test(answer.key.value, of: field, range: answer.key.range))
            } catch {
                report.add(
                    Message(error.message, help: error.help(suggesting: index < Report.mostSuggestions)), in: item,
                    at: error.range)
            }
        }
        var values: Set<ContextValue> = []
        var comparisons: [FieldTest] = []
        for test in tests {
            if case .values(let some) = test { values.formUnion(some) } else { comparisons.append(test) }
        }
        let missing = field.representatives(for: tests).filter { value in
            !values.contains(value) && !comparisons.contains { $0.accepts(value) }
        }
        // Without any answer `next` is missing or in the wrong form, which the schema says.
        guard !missing.isEmpty, !answers.isEmpty, tests.count == answers.count else { return }
        report.add(.unanswered(field.name, missing.prefix(4).map(field.describe)), in: item, at: ask.range)
    }
}

extension String {
    fileprivate var markingAsk: String { split(separator: "Is it", maxSplits: 1).joined(separator: "↓Is it") }
}

extension Message {
    fileprivate static func unknownField(_ name: String, suggestion: String?) -> Message {
        Message(
            "the context has no field '\(name)'",
            help: suggestion ?? "declare it under 'context' in kb.yaml, or under 'fields' in this workflow")
    }

    fileprivate static func unanswered(_ field: String, _ values: [String]) -> Message {
        Message(
            "a caller whose '\(field)' is \(values.joined(separator: " or ")) gets no next step",
            help: "add \(values.count == 1 ? "it" : "them") to 'next'")
    }
}
