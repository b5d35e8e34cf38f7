package import Content
package import Diagnostics
package import Time

/// A golden question that was asked, of one build or of two.
package struct PlayedQuestion: PlayedTest {
    package let question: GoldenQuestion
    /// The moment at which it was asked.
    package let now: Instant
    package let outcome: Outcome
    /// In the build that is compared with; nil where there is none.
    package let before: Outcome?
    /// What the change under review did to it; nil: nothing that a reader would notice.
    package let change: TestChange?
    private let lines: LineIndex

    package init(
        _ question: GoldenQuestion, at now: Instant, _ outcome: Outcome, before: Outcome? = nil,
        standing: TestChange.Standing = .kept, lines: LineIndex
    ) {
        self.question = question
        self.now = now
        self.outcome = outcome
        self.before = before
        self.lines = lines
        change = before.flatMap { before in
            TestChange(
                passed: before.isPassed, passes: outcome.isPassed, looksAlike: before.looksLike(outcome), standing)
        }
    }

    /// Where the question stands.
    package var position: LineIndex.Position { lines.position(of: question.ask.range.lowerBound) }

    package var path: String { question.path }
    package var failures: [Failure] { outcome.failures }
    package var isCompared: Bool { before != nil }

    package func position(of failure: Failure) -> LineIndex.Position { lines.position(of: failure.range.lowerBound) }
}

extension GoldenQuestion {
    /// What makes it the same question: its words, and who asks when.
    package var identity: [String] {
        [Phrase.fold(ask.value), audience?.value ?? "", at.map { "\($0.value)" } ?? ""]
            + context.map { "\($0.field.value)=\($0.value.value)" }.sorted()
    }

    /// Whether it holds some words, in whatever case.
    package func asks(_ words: String) -> Bool { Phrase(words).occurs(in: ask.value) }

    /// What it expects, without places and order.
    package var expectations: Set<[String]> {
        Set(
            expected.map { expectation in
                switch expectation {
                case .first(let text), .says(let text), .fact(let text), .alert(let text):
                    [expectation.name, text.value]
                case .within(let text, let n): [expectation.name, text.value, "\(n)"]
                case .absent(let text, let n): [expectation.name, text.value, n.map { "\($0)" } ?? ""]
                case .nothing: [expectation.name]
                }
            })
    }
}
