import Diagnostics
import GoldenQuestions

/// What is said of a test in every format for people.
protocol TestText {
    var played: any PlayedTest { get }
    /// Distinct for every test of a file.
    var name: String { get }
    /// What came of it, and before the change where that was something else, a line each.
    var notes: [String] { get }
}

extension TestText {
    /// The expectation that failed first, or else the test.
    var place: String { "\(played.path):\(position.line):\(position.column)" }

    var position: LineIndex.Position { played.failures.first.map(played.position) ?? played.position }

    /// What does not hold, a sentence each.
    var messages: [String] { played.failures.map { $0.message } }
}

extension GoldenReport {
    func text(of test: any PlayedTest) -> any TestText {
        switch test {
        case let scenario as PlayedScenario: ScenarioText(scenario, in: self)
        case let question as PlayedQuestion: QuestionText(question, in: self)
        default: preconditionFailure("a test of no kind")
        }
    }
}
