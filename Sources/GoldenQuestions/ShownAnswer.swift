/// What search shows a reader of one result, with facts filled in.
package struct ShownAnswer: Hashable, Sendable {
    package struct Alert: Hashable, Sendable {
        package var id: String
        package var message: String
        package var say: String?

        package init(id: String, message: String, say: String? = nil) {
            self.id = id
            self.message = message
            self.say = say
        }
    }

    package var id: String
    /// The short answer, or an alert's message.
    package var answer: String?
    package var say: String?
    package var passage: String?
    package var alerts: [Alert] = []

    package init(id: String) {
        self.id = id
    }

    /// What stands for the answer: the passage where the item has none of its own.
    package var text: String? { answer ?? passage }

    /// Everything in which a phrase may stand.
    package var texts: [String] {
        [answer, say, passage].compactMap(\.self) + alerts.flatMap { [$0.message, $0.say].compactMap(\.self) }
    }
}
