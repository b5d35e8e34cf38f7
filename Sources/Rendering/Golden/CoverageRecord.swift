import Decisions
import GoldenQuestions
import Presentation
import Time

/// The coverage of a workflow as programs read it: the form of `schemas/output/test.schema.json`.
struct CoverageRecord {
    private let workflow: WorkflowCoverage
    private let zone: TimeZoneRules

    init(_ workflow: WorkflowCoverage, in report: GoldenReport) {
        self.workflow = workflow
        zone = report.zone
    }

    var json: JSONValue {
        let isKnown = !workflow.coverage.isUndecided
        return [
            "workflow": .string(workflow.id), "path": .string(workflow.path),
            "from": workflow.range.from.map { .string(zone.offsetText($0)) },
            "until": workflow.range.until.map { .string(zone.offsetText($0)) },
            "parts": isKnown ? .integer(workflow.coverage.parts.count) : nil,
            "covered": isKnown ? .integer(workflow.coverage.coveredCount) : nil,
            "uncounted": .integer(workflow.coverage.unusable.count),
            "missing": .array(
                workflow.missing.map { missing in
                    [
                        "step": .string(missing.part.way.step), "line": .integer(missing.line),
                        "ordinal": missing.part.way.ordinal.map { .integer($0 + 1) },
                        "outcome": .string(missing.part.outcome),
                    ]
                }),
        ]
    }
}
