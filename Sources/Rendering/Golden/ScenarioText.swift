import Content
import GoldenQuestions
import Time

/// What is said of a workflow scenario in every format for people.
struct ScenarioText: TestText {
    let scenario: PlayedScenario
    let calledAs: String

    init(_ played: PlayedScenario, in report: GoldenReport) {
        scenario = played
        calledAs = played.calledAs(in: report.zone)
    }

    var played: any PlayedTest { scenario }
    var workflow: String { scenario.scenario.workflow.value }
    var name: String { workflow + (calledAs.isEmpty ? "" : " (\(calledAs))") }

    /// What the test expects: `outcome book`, `asked urgency, age`.
    var expectations: [String] {
        let outcome = scenario.scenario.outcome.map { "outcome \($0.value)" }
        let asked = scenario.scenario.asked.map { asked in
            asked.value.isEmpty ? "no question" : "asked " + asked.value.map(\.value).joined(separator: ", ")
        }
        return [outcome, asked].compactMap(\.self)
    }

    /// What came of the caller, before and now where that is not the same.
    var changes: [(before: String, now: String)] {
        guard let before = scenario.before else { return [] }
        let now = scenario.outcome
        let endings = before.ending == now.ending ? [] : [(before.endingText, now.endingText)]
        return endings
            + (before.asked == now.asked ? [] : [("asked for \(before.askedText)", "asked for \(now.askedText)")])
    }

    var notes: [String] {
        changes.flatMap { ["before: \($0.before)", "now: \($0.now)"] }
            + ["the caller \(scenario.outcome.endingText)", "asked for: \(scenario.outcome.askedText)"]
    }
}
