import Content
import Decisions
import Diagnostics
import GoldenQuestions
import Presentation
import Time

/// A workflow scenario as programs read it: the form of `schemas/output/test.schema.json`.
struct ScenarioRecord {
    private let played: PlayedScenario
    private let zone: TimeZoneRules

    init(_ played: PlayedScenario, in report: GoldenReport) {
        self.played = played
        zone = report.zone
    }

    var json: JSONValue {
        let scenario = played.scenario
        let context = scenario.context.map { JSONValue.Member($0.field.value, .string($0.value.value)) }
        let expected: JSONValue = [
            "outcome": scenario.outcome.map { .string($0.value) },
            "asked": scenario.asked.map { ScenarioRecord.list($0.value.map(\.value)) },
        ]
        return [
            "kind": "scenario", "path": .string(scenario.path), "line": .integer(played.position.line),
            "column": .integer(played.position.column), "workflow": .string(scenario.workflow.value),
            "context": context.isEmpty ? nil : .object(context), "at": .string(zone.offsetText(played.now)),
            "outcome": .string(name(played.outcome)), "expected": expected, "failures": played.failureRecords,
            "ending": ending(played.outcome), "asked": ScenarioRecord.list(played.outcome.asked),
            "change": played.change.map { .string($0.rawValue) },
            "before": played.before.map { before in
                [
                    "outcome": .string(name(before)), "ending": ending(before),
                    "asked": ScenarioRecord.list(before.asked),
                ]
            },
        ]
    }

    private func name(_ outcome: ScenarioOutcome) -> String { outcome.isPassed ? "passed" : "failed" }

    private func ending(_ outcome: ScenarioOutcome) -> JSONValue {
        let (kind, text, field): (String, String?, String?) =
            switch outcome.ending {
            case .told(let told): ("outcome", told.text, nil)
            case .question(let field): ("question", nil, field)
            case .stopped: ("stuck", nil, nil)
            case .notInForce: ("not-in-force", nil, nil)
            }
        return [
            "kind": .string(kind), "workflow": outcome.place.map { .string($0.workflow) },
            "step": outcome.place.map { .string($0.step) }, "path": outcome.place.map { .string($0.path) },
            "line": outcome.place.map { .integer($0.line) }, "text": text.map { .string($0) },
            "field": field.map { .string($0) },
        ]
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
