import Content
import Decisions
import Diagnostics

/// KB503
struct AnswerDomainRule: FileRule {
    static let id = RuleID("KB503", "answer-domain")
    static let severity = Severity.error
    static let summary = "A question asks for a declared field, and its answers are values of it."
    static let why = """
        An answer outside the field's domain can never be given. It comes from a value that was renamed, or added in one place \
        only.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", WorkflowExample.text())],
        invalid: [
            RuleExample(
                "workflows/visit.yaml", WorkflowExample.text(next: "{routine: book, ↓urgend: call, urgent: call}")),
            RuleExample(
                "workflows/visit.yaml",
                WorkflowExample.text().split(separator: "field: ").joined(separator: "field: ↓x_")),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, case .workflow(let workflow) = item.details else { return }
        let conditions = ConditionReader(context.configuration.context + workflow.fields)
        for step in workflow.steps {
            guard case .question(_, let name?, let answers) = step.kind else { continue }
            guard let field = conditions.field(name.value) else {
                let suggestion = report.suggestion(for: name.value, among: conditions.fieldNames)
                report.add(.unknownField(name.value, suggestion: suggestion), in: item, at: name.range)
                continue
            }
            check(answers, of: field, conditions, item, &report)
        }
    }

    private func check(
        _ answers: [Workflow.Answer], of field: ContextField, _ conditions: ConditionReader,
        _ item: Item, _ report: inout Report
    ) {
        // More are too many for the schema, and comparing each with each would take its time.
        guard answers.count <= 1000 else { return }
        for (index, answer) in answers.enumerated() {
            do throws(ConditionReader.Problem) {
                _ = try conditions.test(answer.key.value, of: field, range: answer.key.range)
            } catch {
                report.add(
                    Message(error.message, help: error.help(suggesting: index < Report.mostSuggestions)), in: item,
                    at: error.range)
            }
        }
    }
}

extension Message {
    fileprivate static func unknownField(_ name: String, suggestion: String?) -> Message {
        Message(
            "the context has no field '\(name)'",
            help: suggestion ?? "declare it under 'context' in kb.yaml, or under 'fields' in this workflow")
    }
}
