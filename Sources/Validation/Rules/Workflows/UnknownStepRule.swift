import Content
import Diagnostics
import YAML

/// KB501
struct UnknownStepRule: FileRule {
    static let id = RuleID("KB501", "unknown-step")
    static let severity = Severity.error
    static let summary = "Every answer leads to a step of the workflow."
    static let why =
        "An answer that leads to no step leaves the person on the phone without a next question or an outcome."
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", WorkflowExample.text())],
        invalid: [
            RuleExample("workflows/visit.yaml", WorkflowExample.text(next: "{routine: book, urgent: ↓bok}")),
            RuleExample("workflows/visit.yaml", WorkflowExample.text(start: "↓first")),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, case .workflow(let workflow) = item.details, item.translation == nil else { return }
        // A step in the wrong form is there, though it cannot be read.
        guard let steps = file.content.root?["steps"]?.mapping else { return }
        let names = steps.entries.map(\.key.text)
        let known = Set(names)
        let targets = (workflow.start.map { [$0] } ?? []) + workflow.steps.flatMap(\.successors)
        for target in targets where !known.contains(target.value) {
            let suggestion = report.suggestion(for: target.value, among: names)
            report.add(.unknown(target.value, suggestion: suggestion), in: item, at: target.range)
        }
    }
}

enum WorkflowExample {
    static func text(
        start: String = "urgency", next: String = "{routine: book, urgent: call}", more: String = ""
    ) -> String {
        """
        id: visit
        title: Book a visit
        owner: editors
        audience: [agents]
        category: visit
        review: {last: 2026-06-01, every: 180d}
        start: \(start)
        steps:
          urgency: {ask: Is it urgent?, field: urgency, next: \(next)}
          book: {outcome: Book the visit.}
          call: {outcome: Call the nurse.}

        """ + more
    }
}

extension Message {
    fileprivate static func unknown(_ name: String, suggestion: String?) -> Message {
        Message("the workflow has no step '\(name)'", help: suggestion ?? "name a step, or add this one under 'steps'")
    }
}
