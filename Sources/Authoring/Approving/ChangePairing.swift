import Approvals
import Git

/// Puts together what was deleted in one place and created in another.
enum ChangePairing {
    /// - Returns: In order of path. A file that moved is one change: by its bytes, or by the id that it holds.
    static func changes(_ entries: [TreeChange], _ versions: FileVersions) throws(GitError) -> [Change] {
        var changes: [Change] = []
        var deleted: [Change] = []
        var created: [Change] = []
        for entry in entries {
            let (before, after) = try versions.versions(entry)
            let change = Change(path: entry.path, before: before, after: after)
            switch change.action {
            case .delete: deleted.append(change)
            case .create: created.append(change)
            case .edit, .rename: changes.append(change)
            }
        }
        changes += pairs(&deleted, &created) { $0.content.blob }
        changes += pairs(&deleted, &created) { version in version.id.map { version.kind + " " + $0 } }
        return (changes + deleted + created).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Takes out what has the same key on both sides, where only one on each side has it.
    private static func pairs(
        _ deleted: inout [Change], _ created: inout [Change], by key: (Change.Version) -> String?
    ) -> [Change] {
        let old = Dictionary(grouping: deleted) { $0.before.flatMap(key) }
        let new = Dictionary(grouping: created) { $0.after.flatMap(key) }
        var pairs: [Change] = []
        for (name, sources) in old {
            guard name != nil, sources.count == 1, let targets = new[name], targets.count == 1 else { continue }
            pairs.append(
                Change(
                    path: targets[0].path, from: sources[0].path, before: sources[0].before, after: targets[0].after))
        }
        let paths = Set(pairs.map(\.path))
        let origins = Set(pairs.compactMap(\.from))
        deleted.removeAll { origins.contains($0.path) }
        created.removeAll { paths.contains($0.path) }
        return pairs
    }
}
