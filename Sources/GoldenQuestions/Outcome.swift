/// What a golden question brought up in one build.
package struct Outcome: Hashable, Sendable {
    /// A result, as much of it as tells what came up.
    package struct Found: Hashable, Sendable {
        package var id: String
        package var kind: String
        package var title: String
        package var path: String
        package var line: Int

        package init(id: String, kind: String, title: String, path: String, line: Int) {
            self.id = id
            self.kind = kind
            self.title = title
            self.path = path
            self.line = line
        }
    }

    /// So many results a reader is shown who asks for no other number.
    package static let shownCount = 5

    /// The first results, the best first.
    package var found: [Found] = []
    /// Where the expected item stands, from 1; nil: it does not come up, or none is expected.
    package var rank: Int?
    /// What the reader is shown of the expected item, or of the first result where it did not come up.
    package var shown: ShownAnswer?
    package var failures: [Failure] = []

    package init() {}

    package var isPassed: Bool { failures.isEmpty }

    /// Whether a reader would notice no difference.
    package func looksLike(_ other: Outcome) -> Bool {
        rank == other.rank && found.map(\.id) == other.found.map(\.id) && shown == other.shown
    }
}

/// An expectation that does not hold.
package struct Failure: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        /// The item came up, at another place than the test allows.
        case rank
        /// Something came up that must not.
        case unwanted
        /// Search does not bring the item up.
        case notFound = "not-found"
        case notForAudience = "not-for-audience"
        case retired
        case notYetInForce = "not-yet-in-force"
        case expired
        case hidden
        case withheld
        /// This build has no such item.
        case missing
        case notSaid = "not-said"
        case noValue = "no-value"
        /// The alert is active, and does not target the item.
        case notBeside = "not-beside"
        /// The caller ends in another outcome.
        case otherOutcome = "other-outcome"
        /// The caller is asked for other fields, or in another order.
        case otherQuestions = "other-questions"
        /// The test does not say what the caller answers to a question.
        case unanswered
        /// The caller comes to no outcome.
        case stuck
    }

    /// The field of `expect`.
    package var expectation: String
    /// The id, phrase or fact, as it is written.
    package var expected: String
    package var reason: Reason
    /// One sentence that says what was expected and what came instead.
    package var message: String
    /// Where it is written, in bytes of the test file.
    package var range: Range<Int>

    package init(expectation: String, expected: String, reason: Reason, message: String, range: Range<Int>) {
        self.expectation = expectation
        self.expected = expected
        self.reason = reason
        self.message = message
        self.range = range
    }
}
