/// Content that was taken out of a history, as signed tombstones say, and what stands in its place.
package struct PurgedContent: Sendable {
    /// What is purged, and its tombstone.
    package struct Tombstone: Sendable {
        package let content: ContentName
        /// Nil: nothing stands there.
        package let replacement: ContentName?
        package let filed: Judgement.Filed
    }

    private var tombstones: [ContentName: Tombstone] = [:]
    private var namesByBlob: [String: ContentName] = [:]

    /// - Parameter tombstones: Whose signers may purge; of what their entries name, and no more.
    package init(_ tombstones: [Judgement.Filed] = []) {
        for filed in tombstones {
            for entry in filed.entries {
                guard let content = entry.before else { continue }
                self.tombstones[content] = Tombstone(content: content, replacement: entry.after, filed: filed)
                namesByBlob[content.blob] = content
            }
        }
    }

    package var isEmpty: Bool { tombstones.isEmpty }

    package func tombstone(of content: ContentName?) -> Tombstone? { content.flatMap { tombstones[$0] } }

    /// The full name of content that is not there any more, by its name in git.
    package func name(ofBlob blob: String) -> ContentName? { namesByBlob[blob] }

    /// A statement that speaks of purged content, so that it speaks of what stands in its place as well.
    package func extended(_ filed: Judgement.Filed) -> Judgement.Filed {
        let entries = filed.signed.statement.entries
        let more = entries.compactMap { entry -> Statement.Entry? in
            let (before, after) = (replacement(entry.before), replacement(entry.after))
            guard before != entry.before || after != entry.after, before != nil || after != nil else { return nil }
            let action: Change.Action =
                before == nil ? .create : after == nil ? .delete : entry.from == nil ? .edit : .rename
            return Statement.Entry(action: action, path: entry.path, from: entry.from, before: before, after: after)
        }
        return more.isEmpty ? filed : Judgement.Filed(path: filed.path, signed: filed.signed, entries: entries + more)
    }

    private func replacement(_ content: ContentName?) -> ContentName? {
        guard let tombstone = tombstone(of: content) else { return content }
        return tombstone.replacement
    }
}
