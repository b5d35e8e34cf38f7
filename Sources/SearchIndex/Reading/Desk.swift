import Decisions
package import Time

/// A directory entry as somebody who wants to reach it now sees it.
package struct Desk: Hashable, Sendable {
    package struct Phone: Hashable, Sendable {
        package let purpose: String?
        package let number: String
    }

    package let document: IndexDocument
    package let phones: [Phone]
    /// Nil where it does not say when it can be reached.
    package let isOpen: Bool?
    /// When that changes next, by the clock of the knowledge base.
    package let until: LocalDateTime?
    package let isAlwaysOpen: Bool

    init(_ document: IndexDocument, at now: LocalDateTime) {
        self.document = document
        phones = Desk.phones(document)
        let hours = document.details.first { $0.name == "hours" }.map { OpeningHours($0.value) }
        let state = hours?.state(at: now)
        isOpen = state?.isOpen
        until = state?.until
        isAlwaysOpen = hours?.isAlways ?? false
    }

    private static func phones(_ document: IndexDocument) -> [Phone] {
        guard case .list(let entries)? = document.details.first(where: { $0.name == "phones" })?.value else {
            return []
        }
        return entries.compactMap { entry in
            entry["number"]?.asText.map { Phone(purpose: entry["for"]?.asText, number: $0) }
        }
    }
}

extension Reader {
    /// A longer chain of desks leads nobody anywhere.
    private static var mostDesks: Int { 8 }

    /// To whom a call about an item is passed on: the first entry that holds, and those before it that may.
    package func escalations(of document: IndexDocument) -> [IndexDocument.Conditional] {
        var found: [IndexDocument.Conditional] = []
        for escalation in document.escalate where verdict(escalation.condition) != .fails {
            found.append(escalation)
            if verdict(escalation.condition) == .holds { break }
        }
        return found
    }

    /// A directory entry, and while it is closed those that take over, to the first that is not.
    ///
    /// - Returns: Empty where the reader may see no such entry.
    package func desks(_ id: String, language: String?) throws(IndexError) -> [Desk] {
        var desks: [Desk] = []
        var seen: Set<String> = []
        var next: String? = id
        while let name = next, desks.count < Reader.mostDesks,
            let document = try current(name, language: language), document.kind == "directory",
            seen.insert(document.id).inserted
        {
            let desk = Desk(document, at: index.zone.local(now))
            desks.append(desk)
            next = desk.isOpen == false ? document.details.first { $0.name == "after_hours" }?.value.asText : nil
        }
        return desks
    }
}
