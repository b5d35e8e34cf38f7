@testable import Content
import Decisions
import Diagnostics
import GoldenQuestions
import Time

/// Workflow scenarios for all formats.
enum SampleScenarios {
    private static let source = SourceFile(
        path: SampleQuestions.path, text: "scenarios:\n  - workflow: a\n    expect:\n      outcome: b\n      asked: c\n"
    )

    static let single = GoldenReport([], [played(fails: true), played(stops: true), played()], zone: .utc)

    static let compared = GoldenReport(
        [],
        [
            played(fails: true, before: outcome()), played(before: outcome(asked: ["urgency"])),
            played(before: outcome()),
        ],
        zone: .utc, base: "main")

    private static func played(
        fails: Bool = false, stops: Bool = false, before: ScenarioOutcome? = nil
    ) -> PlayedScenario {
        var scenario = Scenario(path: SampleQuestions.path, workflow: Located("schedule-mri", range: 26..<27))
        scenario.context = [.init(field: Located("urgency", range: 0..<0), value: Located("routine", range: 0..<0))]
        scenario.at = Located(Moment(date: CivilDate("2026-11-24")!), range: 0..<0)
        scenario.outcome = Located("book", range: 55..<56)
        scenario.asked = Located([Located("urgency", range: 70..<71), Located("age", range: 70..<71)], range: 70..<71)
        let outcome = stops ? stuck : fails ? outcome("nurse", asked: ["urgency"]) : outcome()
        return PlayedScenario(
            scenario, at: Instant(seconds: 1_795_478_400), outcome, before: before, lines: LineIndex(source))
    }

    private static let stuck = ScenarioOutcome(
        .question(field: "age"), at: place("age-band"), asked: ["urgency"],
        failures: [
            Failure(
                expectation: "outcome", expected: "book", reason: .unanswered,
                message: "the caller should end in 'book', but is asked for 'age'", range: 55..<56)
        ])

    private static func outcome(_ step: String = "book", asked: [String] = ["urgency", "age"]) -> ScenarioOutcome {
        let outcome = ScenarioOutcome(.notInForce, at: place(step), asked: asked)
        guard step != "book" else { return outcome }
        return ScenarioOutcome(
            outcome.ending, at: place(step), asked: asked,
            failures: [
                Failure(
                    expectation: "outcome", expected: "book", reason: .otherOutcome,
                    message: "the caller should end in 'book', but ends in 'nurse': \(SampleQuestions.hostile)",
                    range: 55..<56),
                Failure(
                    expectation: "asked", expected: "urgency, age", reason: .otherQuestions,
                    message: "the caller should be asked for urgency, age, but is asked for urgency", range: 70..<71),
            ])
    }

    private static func place(_ step: String) -> ScenarioOutcome.Place {
        .init(workflow: "schedule-mri", step: step, path: "workflows/mri.yaml", line: 12)
    }
}
