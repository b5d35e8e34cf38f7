import Content
import Decisions
import Diagnostics

/// KB602
struct TestContextRule: BaseRule {
    static let id = RuleID("KB602", "test-context")
    static let severity = Severity.error
    static let summary = "The caller of a test is described by declared fields, each with one value that it can have."
    static let why = """
        A test whose caller cannot exist proves nothing: with a misspelt field it asks in the name of everybody, and passes \
        while the callers it was written for get another answer.
        """
    static let examples = RuleExamples(
        valid: [
            test("{payer: medicare, age: 70, pacemaker: unknown}"),
            RuleExample([
                "workflows/visit.yaml": WorkflowExample.text(),
                "tests/visit.yaml":
                    "scenarios: [{workflow: visit, context: {urgency: routine}, expect: {outcome: book}}]\n",
            ]),
        ],
        invalid: [
            test("{↓payor: medicare}"), test("{payer: ↓medicade}"), test("{age: ↓130}"), test("{age: ↓'>= 65'}"),
            test("{urgency: ↓unknown}"),
            RuleExample([
                "workflows/visit.yaml": WorkflowExample.text(),
                "tests/visit.yaml":
                    "scenarios: [{workflow: visit, context: {↓urgent: true}, expect: {outcome: book}}]\n",
            ]),
        ])

    private static func test(_ context: String) -> RuleExample {
        RuleExample(
            "tests/visit.yaml", "questions: [{ask: when to arrive, context: \(context), expect: {first: arrival}}]\n")
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let common = Fields(context.configuration.context)
        for file in base.tests {
            for question in file.questions { check(question.context, common, file.path, &report) }
            for scenario in file.scenarios {
                let name = scenario.workflow.value
                let fields = Fields(context.configuration.context + base.localFields(of: name))
                // The fields of a workflow that is not there are not known.
                let isKnown = base.resolve(name) != nil
                let entries = scenario.context.filter { isKnown || fields.byName[$0.field.value] != nil }
                check(entries, fields, file.path, &report)
            }
        }
    }

    private func check(_ entries: [TestContextEntry], _ fields: Fields, _ path: String, _ report: inout Report) {
        for entry in entries {
            guard let field = fields.byName[entry.field.value] else {
                let suggestion = report.suggestion(for: entry.field.value, among: fields.names)
                report.add(.unknownField(entry.field.value, suggestion), path: path, range: entry.field.range)
                continue
            }
            if field.value(entry.value.value) == nil {
                report.add(.noValue(entry.value.value, field), path: path, range: entry.value.range)
            }
        }
    }

    private struct Fields {
        let byName: [String: ContextField]

        init(_ fields: [ContextField]) {
            byName = Dictionary(fields.map { ($0.name, $0) }) { _, local in local }
        }

        var names: [String] { byName.keys.sorted() }
    }
}

extension Message {
    fileprivate static func unknownField(_ name: String, _ suggestion: String?) -> Message {
        Message("the context has no field '\(name)'", help: suggestion ?? "declare it under 'context' in kb.yaml")
    }

    fileprivate static func noValue(_ value: String, _ field: ContextField) -> Message {
        Message("'\(value)' is no value of '\(field.name)'", help: "it can be \(field.domainText)")
    }
}
