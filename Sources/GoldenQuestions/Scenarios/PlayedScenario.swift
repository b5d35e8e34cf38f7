package import Content
package import Diagnostics
package import Time

/// A workflow scenario whose caller was sent through one build, or through two.
package struct PlayedScenario: PlayedTest {
    package let scenario: Scenario
    /// The moment at which the caller calls.
    package let now: Instant
    package let outcome: ScenarioOutcome
    /// In the build that is compared with; nil where there is none.
    package let before: ScenarioOutcome?
    package let change: TestChange?
    private let lines: LineIndex

    package init(
        _ scenario: Scenario, at now: Instant, _ outcome: ScenarioOutcome, before: ScenarioOutcome? = nil,
        standing: TestChange.Standing = .kept, lines: LineIndex
    ) {
        self.scenario = scenario
        self.now = now
        self.outcome = outcome
        self.before = before
        self.lines = lines
        change = before.flatMap { before in
            TestChange(
                passed: before.isPassed, passes: outcome.isPassed, looksAlike: before.looksLike(outcome), standing)
        }
    }

    package var path: String { scenario.path }
    package var position: LineIndex.Position { lines.position(of: scenario.workflow.range.lowerBound) }
    package var failures: [Failure] { outcome.failures }
    package var isCompared: Bool { before != nil }

    package func position(of failure: Failure) -> LineIndex.Position { lines.position(of: failure.range.lowerBound) }

    /// Who calls when: `urgency=routine, age=70, 2026-11-18`. Empty where the scenario says nothing of it.
    package func calledAs(in zone: TimeZoneRules) -> String {
        let caller = scenario.context.map { "\($0.field.value)=\($0.value.value)" }
        return (caller + (scenario.at == nil ? [] : [zone.readable(now)])).joined(separator: ", ")
    }
}

extension Scenario {
    /// What makes it the same scenario: its workflow, and who calls when.
    package var identity: [String] {
        [workflow.value, at.map { "\($0.value)" } ?? ""]
            + context.map { "\($0.field.value)=\($0.value.value)" }.sorted()
    }

    /// What it expects, without places.
    package var expectations: [String] {
        [outcome.map { "outcome \($0.value)" }, asked.map { "asked \($0.value.map(\.value))" }].compactMap(\.self)
    }
}
