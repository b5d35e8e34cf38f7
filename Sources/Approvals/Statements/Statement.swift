package import Content
package import Time

/// What somebody signs about changes: that they approve them, or what a forge says of them.
///
/// It names content and no commits, so that it holds after a squash or a rebase. Its text has one form: what reads as a
/// statement and is written otherwise is none.
package struct Statement: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The signer approves.
        case approval
        /// The signer saw on a forge that somebody else approved.
        case attestedApproval = "attested-approval"
        /// The signer saw on a forge who made the changes.
        case attestedAuthor = "attested-author"
        /// The signer took the content out of the history.
        case purge
    }

    /// What one file is before and after.
    package struct Entry: Hashable, Sendable {
        package let action: Change.Action
        package let path: String
        package let from: String?
        package let before: ContentName?
        package let after: ContentName?

        package init(_ change: Change) {
            action = change.action
            path = change.path
            from = change.from
            before = change.before?.content
            after = change.after?.content
        }

        package init(action: Change.Action, path: String, from: String?, before: ContentName?, after: ContentName?) {
            self.action = action
            self.path = path
            self.from = from
            self.before = before
            self.after = after
        }
    }

    package var kind: Kind
    /// The signer's id in people.yaml.
    package var by: String
    package var time: Instant
    /// `Policy.hash` of the base.
    package var policy: String
    /// Whose approval or authorship is attested: `github:NAME`.
    package var account: String?
    /// Where the forge shows it, or why content was purged.
    package var evidence: String?
    package var entries: [Entry]

    package init(
        kind: Kind, by: String, time: Instant, policy: String, account: String? = nil, evidence: String? = nil,
        entries: [Entry]
    ) {
        self.kind = kind
        self.by = by
        self.time = time
        self.policy = policy
        self.account = account
        self.evidence = evidence
        self.entries = entries
    }

    /// What `SSHSignature` signs it for.
    package static let namespace = "kb-statement@kb.example"

    /// Whether a text can stand in a statement: it is one line without anything that does not show.
    package static func isWritable(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
}
