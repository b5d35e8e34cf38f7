import Content
import Decisions
import Diagnostics

/// KB603
struct ScenarioExpectationRule: BaseRule {
    static let id = RuleID("KB603", "scenario-expectation")
    static let severity = Severity.error
    static let summary = "A scenario expects an outcome that its workflow has, and questions for declared fields."
    static let why = """
        A scenario that expects the impossible fails for ever, and is soon passed over with those that fail for a reason. Most \
        often a step or a field was renamed, and the scenario with it should have been.
        """
    static let examples = RuleExamples(
        valid: [scenario("{outcome: book, asked: [urgency]}"), scenario("{outcome: call}")],
        invalid: [
            scenario("{outcome: ↓booked}"), scenario("{outcome: ↓urgency}"), scenario("{asked: [urgency, ↓payor]}"),
        ])

    private static func scenario(_ expected: String) -> RuleExample {
        RuleExample([
            "workflows/visit.yaml": WorkflowExample.text(),
            "tests/visit.yaml":
                "scenarios: [{workflow: visit, context: {urgency: routine}, expect: \(expected)}]\n",
        ])
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for scenario in base.tests.flatMap(\.scenarios) {
            guard let id = base.resolve(scenario.workflow.value) else { continue }
            let outcomes = base.outcomeNames(of: id)
            if let outcome = scenario.outcome, !outcomes.isEmpty, !outcomes.contains(outcome.value) {
                let suggestion = report.suggestion(for: outcome.value, among: outcomes)
                report.add(
                    .unknownOutcome(outcome.value, of: id, outcomes, suggestion), path: scenario.path,
                    range: outcome.range)
            }
            guard let asked = scenario.asked else { continue }
            let fields = Set((context.configuration.context + base.localFields(of: id)).map(\.name))
            for field in asked.value where !fields.contains(field.value) {
                let suggestion = report.suggestion(for: field.value, among: fields.sorted())
                report.add(
                    .unknownField(field.value, of: id, suggestion), path: scenario.path, range: field.range)
            }
        }
    }
}

extension Message {
    fileprivate static func unknownOutcome(
        _ name: String, of id: String, _ outcomes: [String], _ suggestion: String?
    ) -> Message {
        Message(
            "'\(id)' has no outcome '\(name)'",
            help: suggestion ?? "its outcomes are \(Suggestion.list(outcomes))")
    }

    fileprivate static func unknownField(_ name: String, of id: String, _ suggestion: String?) -> Message {
        Message(
            "'\(id)' cannot ask for '\(name)', which is no field",
            help: suggestion ?? "name a field of 'context' in kb.yaml, or of 'fields' in the workflow")
    }
}
