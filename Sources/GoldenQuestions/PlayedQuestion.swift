package import Content
package import Diagnostics
package import Time

/// A golden question that was asked, of one build or of two.
package struct PlayedQuestion: Sendable {
    package let question: GoldenQuestion
    /// The moment at which it was asked.
    package let now: Instant
    package let outcome: Outcome
    /// In the build that is compared with; nil where there is none.
    package let before: Outcome?
    /// What the change under review did to it; nil: nothing that a reader would notice.
    package let change: Change?
    private let lines: LineIndex

    package enum Change: String, CaseIterable, Sendable {
        case failing, passing
        /// It holds or fails as before, and its rank, its results or its answer are others.
        case changed
        /// It expects something else, and that holds of both builds or of neither.
        case rewritten
        /// The test files ask it no longer.
        case removed
    }

    /// How a question stands in the test files of the two sides.
    package enum Standing: Sendable {
        case kept
        case added
        /// It expects something else than before.
        case rewritten
        case removed
    }

    package init(
        _ question: GoldenQuestion, at now: Instant, _ outcome: Outcome, before: Outcome? = nil,
        standing: Standing = .kept, lines: LineIndex
    ) {
        self.question = question
        self.now = now
        self.outcome = outcome
        self.before = before
        self.lines = lines
        change = before.flatMap { Change($0, outcome, standing) }
    }

    /// Where the question stands.
    package var position: LineIndex.Position { lines.position(of: question.ask.range.lowerBound) }

    /// Where the expectation stands that does not hold.
    package func position(of failure: Failure) -> LineIndex.Position { lines.position(of: failure.range.lowerBound) }

    /// Whether it decides how the run ends: it fails, and the change brought that where there is one.
    package var isDecisive: Bool { before == nil ? !outcome.isPassed : change == .failing }
}

extension PlayedQuestion.Change {
    fileprivate init?(_ before: Outcome, _ after: Outcome, _ standing: PlayedQuestion.Standing) {
        switch (standing, before.isPassed, after.isPassed) {
        case (.removed, _, _): self = .removed
        // A test that a change adds or rewrites must hold, whatever it would have found before.
        case (.added, _, false), (.rewritten, _, false), (.kept, true, false): self = .failing
        case (_, false, true): self = .passing
        default:
            if !before.looksLike(after) {
                self = .changed
            } else if standing == .rewritten {
                self = .rewritten
            } else {
                return nil
            }
        }
    }
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
