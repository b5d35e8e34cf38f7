package import Content
package import Time

/// A test, a proof or a topic that holds up to a moment, and from then on does not.
package struct FutureBreak: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case question, scenario, proof
        /// What answers to one topic require of a caller.
        case answers
        /// What time alone makes wrong, such as the key of a quiz.
        case content

        var noun: String {
            switch self {
            case .question: "golden question"
            case .scenario: "scenario"
            case .proof: "proof"
            case .answers: "topic"
            case .content: "finding"
            }
        }
    }

    package let kind: Kind
    /// Of the item that is expected or that it is about, or a topic.
    package let id: String
    /// The question, or who calls; what it is called.
    package let title: String
    package let path: String
    package let line: Int
    /// The first moment looked at at which it does not hold; nil: it does not hold now.
    package let at: Instant?
    /// What does not hold, a sentence each.
    package let messages: [String]
    /// What changes by itself at that moment.
    package let because: [ComingChange]

    package init(
        _ kind: Kind, id: String, title: String, path: String, line: Int, at: Instant?, messages: [String],
        because: [ComingChange]
    ) {
        self.kind = kind
        self.id = id
        self.title = title
        self.path = path
        self.line = line
        self.at = at
        self.messages = messages
        self.because = because
    }
}
