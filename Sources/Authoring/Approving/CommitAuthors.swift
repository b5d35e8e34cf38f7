import Approvals
import Content
import Git
import Signatures
import Time

/// Who changed which files in a range of commits, by the keys that signed them.
struct CommitAuthors {
    private(set) var authors: [String: Authors] = [:]

    /// - Parameters:
    ///   - base: Its commits do not count; nil: all count.
    ///   - start: What `paths` differ from; a single commit after it need not be compared again.
    ///   - paths: The files that are asked for.
    init(
        _ place: ReviewedRepository, since base: ObjectID?, from start: ObjectID?, to head: ObjectID,
        of paths: Set<String>, _ authority: Authority, at now: Instant
    ) throws(GitError) {
        guard !paths.isEmpty else { return }
        for id in try place.repository.commits(in: base, to: head) {
            let parents = try place.repository.commit(id).parents
            if id == head, let start, parents == [start] {
                let author = try author(of: id, place, authority, at: now)
                for path in paths { authors[path, default: Authors()].add(author) }
                continue
            }
            // A merge is somebody's work where it is like none of what it joins.
            var touched: Set<String>?
            for parent in parents.isEmpty ? [nil] : parents.map(Optional.some) {
                let changed = Set(try place.changes(from: parent, to: id).map(\.path)).intersection(paths)
                touched = touched?.intersection(changed) ?? changed
                if touched?.isEmpty == true { break }
            }
            guard let touched, !touched.isEmpty else { continue }
            let author = try author(of: id, place, authority, at: now)
            for path in touched { authors[path, default: Authors()].add(author) }
        }
    }

    private func author(
        of id: ObjectID, _ place: ReviewedRepository, _ authority: Authority, at now: Instant
    ) throws(GitError) -> Authors {
        guard let key = SignedObject(commit: try place.repository.commitBytes(id)).signer,
            let owner = authority.owner(of: key)
        else { return .unknown }
        // Whoever has a key that no longer counts may be anybody, its owner among them.
        let hasEnded = owner.ends.map { now >= $0 } ?? false
        return Authors(persons: [owner.person], fingerprints: [key.fingerprint], hasUnknown: hasEnded)
    }
}
