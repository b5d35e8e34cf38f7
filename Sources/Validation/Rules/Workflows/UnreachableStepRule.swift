import Content
import Diagnostics
import JSONSchema

/// KB502
struct UnreachableStepRule: FileRule {
    static let id = RuleID("KB502", "unreachable-step")
    static let severity = Severity.error
    static let summary = "Every step can be reached from the start."
    static let why = """
        A step that nothing leads to is usually the far end of a link that somebody changed. Its guidance is reviewed and \
        approved, and never given to a caller.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("workflows/visit.yaml", WorkflowExample.text())],
        invalid: [
            RuleExample("workflows/visit.yaml", WorkflowExample.text(more: "  ↓refuse: {outcome: Refuse the visit.}\n"))
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, case .workflow(let workflow) = item.details, let start = workflow.start else {
            return
        }
        let steps = Dictionary(workflow.steps.map { ($0.name.value, $0) }) { first, _ in first }
        // A misspelt start is one finding, not one for every step, and so is a `next` in the wrong form.
        guard steps[start.value] != nil, !file.schemaFindings.contains(where: { $0.instancePath.first == "steps" })
        else { return }
        var reached: Set<String> = []
        var open = [start.value]
        while let name = open.popLast() {
            guard reached.insert(name).inserted else { continue }
            guard let step = steps[name] else {
                // A misspelt target is a finding of KB501; the step that it means is not lost as well.
                if let meant = Suggestion.closest(to: name, among: steps.keys) { open.append(meant) }
                continue
            }
            open += step.successors.map(\.value)
        }
        for step in workflow.steps where !reached.contains(step.name.value) {
            report.add(.unreachable(step.name.value), in: item, at: step.name.range)
        }
    }
}

extension Message {
    fileprivate static func unreachable(_ name: String) -> Message {
        Message("nothing leads to the step '\(name)'", help: "lead an answer to it, or remove it")
    }
}
