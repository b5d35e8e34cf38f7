package import Time

/// The golden questions and the workflow scenarios of one file.
package struct TestFile: Sendable {
    package var path: String
    package var questions: [GoldenQuestion] = []
    package var scenarios: [Scenario] = []
}

/// A question in a caller's words, with what search must answer.
package struct GoldenQuestion: Sendable {
    package var path: String
    package var ask: Located<String>
    /// Nil: one who may read everything.
    package var audience: Located<String>?
    package var context: [TestContextEntry] = []
    /// Nil: the moment at which the tests run.
    package var at: Located<Moment>?
    package var expected: [Expectation] = []

    /// One thing that the answer must be.
    package enum Expectation: Sendable {
        case first(Located<String>)
        /// The item stands within the first so many results.
        case within(Located<String>, Int)
        /// The item does not come up; with a number, not within the first so many.
        case absent(Located<String>, Int?)
        /// Nothing is found. The range is that of `true`.
        case nothing(Range<Int>)
        case says(Located<String>)
        case fact(Located<String>)
        case alert(Located<String>)
    }
}

/// A caller who goes through a workflow.
package struct Scenario: Sendable {
    package var path: String
    package var workflow: Located<String>
    package var context: [TestContextEntry] = []
    /// Nil: the moment at which the tests run.
    package var at: Located<Moment>?
    /// The name of the outcome step in which the caller must end; nil: any.
    package var outcome: Located<String>?
    /// The fields that the caller must be asked for, in order; nil: any.
    package var asked: Located<[Located<String>]>?
}

/// What a test says of its caller in one field, as it is written.
package struct TestContextEntry: Sendable {
    package var field: Located<String>
    package var value: Located<String>
}

extension GoldenQuestion.Expectation {
    /// The field of `expect` that it is written in.
    package var name: String {
        switch self {
        case .first: "first"
        case .within: "within"
        case .absent: "absent"
        case .nothing: "nothing"
        case .says: "says"
        case .fact: "fact"
        case .alert: "alert"
        }
    }

    package var range: Range<Int> {
        switch self {
        case .first(let text), .within(let text, _), .absent(let text, _), .says(let text), .fact(let text),
            .alert(let text):
            text.range
        case .nothing(let range): range
        }
    }
}
