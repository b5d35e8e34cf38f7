import Decisions
import GoldenQuestions
import Presentation
import Time

/// How much of each workflow its scenarios try out, for people.
struct CoverageText {
    /// So many parts without a scenario are listed of a workflow.
    private static let mostMissing = 3

    private let workflows: [WorkflowCoverage]
    private let zone: TimeZoneRules

    init(_ workflows: [WorkflowCoverage], zone: TimeZoneRules) {
        self.workflows = workflows
        self.zone = zone
    }

    func lines(_ layout: TestLayout) -> [StyledText] {
        let heading = StyledText("Parts of workflows with a scenario:", .bold)
        return [heading] + workflows.flatMap { lines($0, layout) }
    }

    /// `7 of 12`, or why nothing is known.
    static func count(_ workflow: WorkflowCoverage) -> String {
        guard !workflow.coverage.isUndecided else { return "not decided within the budget" }
        return "\(workflow.coverage.coveredCount) of \(workflow.coverage.parts.count)"
    }

    /// What some callers do, as `'urgent' of 'urgency' to 'escalate'`.
    static func text(_ missing: WorkflowCoverage.Missing) -> String {
        (missing.way.map { "\($0) of '\(missing.part.way.step)'" } ?? "'\(missing.part.way.step)'")
            + " to '\(missing.part.outcome)'"
    }

    private func lines(_ workflow: WorkflowCoverage, _ layout: TestLayout) -> [StyledText] {
        let edition = workflow.editionText(in: zone)
        let name = StyledText(workflow.id) + StyledText(edition.isEmpty ? "" : " (\(edition))", .dim)
        var lines = layout.indented(name + StyledText(": " + CoverageText.count(workflow)), by: 2)
        for missing in workflow.missing.prefix(CoverageText.mostMissing) {
            let place = StyledText("\(workflow.path):\(missing.line): ", .path)
            lines += layout.indented(place + StyledText("no scenario from \(CoverageText.text(missing))"))
        }
        let rest = workflow.missing.count - CoverageText.mostMissing
        if rest > 0 { lines += layout.indented(StyledText("and \(rest) more", .dim)) }
        let unusable = workflow.coverage.unusable.count
        if unusable > 0 {
            let noun = unusable == 1 ? "scenario is" : "scenarios are"
            lines += layout.indented(
                StyledText("\(unusable) \(noun) not counted: 'context' does not say all that the walk looks at", .note))
        }
        return lines
    }
}
