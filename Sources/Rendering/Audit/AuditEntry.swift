package import Time

/// One thing that happened to a knowledge base's content, and who did it.
package struct AuditEntry: Sendable {
    package enum Event: String, CaseIterable, Sendable {
        /// A file of the branch changed.
        case changed
        /// Somebody approved a change.
        case approved
        /// A forge was quoted: who approved or made a change.
        case attested
        /// A statement was handed in that counts for nothing.
        case rejected
        /// A release was published.
        case published
        /// Content was taken out of the history.
        case purged
    }

    /// How a change stands by the rules that held for it.
    package enum State: String, CaseIterable, Sendable {
        case approved
        /// It went out first, and its approvals came later.
        case ratified
        /// It went out first, and may still be approved.
        case owed
        /// It has fewer approvals than its rules demand.
        case unapproved
        /// No rule demanded any.
        case free
    }

    package let event: Event
    package let time: Instant
    /// The commit that brought it to the branch; nil for a release.
    package let commit: String?
    package var action = ""
    package var path: String?
    package var kind: String?
    package var id: String?
    package var title: String?
    package var state: State?
    /// Ids of people: who made, approved, attested or published it.
    package var people: [String] = []
    /// Fingerprints of the keys that signed.
    package var keys: [String] = []
    /// Somebody unknown took part.
    package var hasUnknownAuthor = false
    package var role: String?
    package var requiredCount: Int?
    package var approvalCount: Int?
    /// Ids of those whose approvals count.
    package var approvers: [String] = []
    /// Until when the approvals of what went out first may follow.
    package var due: Instant?
    /// They followed after that.
    package var isLate = false
    package var statement: String?
    package var evidence: String?
    /// Why something does not count, or what is missing.
    package var note: String?
    package var before: String?
    package var after: String?

    package init(_ event: Event, at time: Instant, commit: String?) {
        self.event = event
        self.time = time
        self.commit = commit
    }
}

/// The formats of `kb audit`; the raw value is the name on the command line.
package enum AuditFormat: String, CaseIterable, Sendable {
    case text, csv, json, jsonl
}
