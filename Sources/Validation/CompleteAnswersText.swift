package import Content
package import Decisions

/// Puts into words what answers to one topic leave out, or list in the wrong order.
package struct CompleteAnswersText {
    /// Each is held against each, so that no more are.
    package static let mostEntries = 300

    private let topic: TopicEntries

    package init(_ topic: TopicEntries) { self.topic = topic }

    /// - Parameters:
    ///   - place: One that leaves it out.
    ///   - rival: One that requires it.
    package func omission(
        _ omission: CompleteAnswers.Omission, of place: TopicEntries.Place, _ rival: TopicEntries.Place
    ) -> Message {
        Message(
            "\(place.name) leaves out '\(omission.requirement)' for \(caller(omission.witness)), which \(rival.name) "
                + "requires on the topic '\(topic.topic)'",
            help:
                "add it to 'requires', with 'if' where it is not for everyone, or say with 'applies' whom each answers")
    }

    package func misorder(_ misorder: CompleteAnswers.Misorder) -> Message {
        Message(
            "'\(misorder.requirement)' stands before '\(misorder.prerequisite)' for \(caller(misorder.witness)), "
                + "and has to come after it",
            help: "list '\(misorder.prerequisite)' first, as 'after' in kb.yaml says")
    }

    private func caller(_ witness: CallerContext) -> String {
        witness.isEmpty ? "every caller" : "a caller (\(ContextText(topic.fields).text(witness)))"
    }
}

extension TopicEntries.Place {
    /// `'scan'`, or `'book' of 'schedule-scan'`.
    package var name: String { step.map { "'\($0)' of '\(item.id.value)'" } ?? "'\(item.id.value)'" }
}
