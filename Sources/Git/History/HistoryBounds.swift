import CLibgit2
import Glibc

/// What makes the history in a repository another one than was written. None of it is applied: `kb` reads commits as they
/// were made, and says so.
package struct HistoryBounds: Sendable {
    /// Commits whose parents are not here, because the clone is shallow.
    package let shallow: Set<ObjectID>
    /// How many objects are to be read as others (`refs/replace`).
    package let replacements: Int
    /// Whether `info/grafts` gives commits other parents.
    package let hasGrafts: Bool
    /// Of the branch that HEAD stands for.
    package let forcedUpdates: [ForcedUpdate]
    private static let mostReplacements = 1000

    init(_ repository: Repository) throws(GitError) {
        let folder = repository.location.commonFolder
        shallow = Set(
            (try RepositoryFile.text(folder + "/shallow") ?? "").split(whereSeparator: \.isNewline)
                .compactMap { ObjectID(hex: String($0)) })
        hasGrafts = (try RepositoryFile.text(folder + "/info/grafts") ?? "").split(whereSeparator: \.isNewline)
            .contains { $0.first != "#" }
        forcedUpdates =
            try repository.headBranch.map { branch throws(GitError) in
                try repository.forcedUpdates(of: branch)
            } ?? []
        replacements = try repository.names(below: "refs/replace/", most: HistoryBounds.mostReplacements).count
    }

    /// One sentence for each thing that readers of a history must know.
    package var notes: [String] {
        var notes: [String] = []
        if replacements > 0 {
            let objects = replacements == 1 ? "an object is" : "\(replacements) objects are"
            notes.append(
                "In this repository \(objects) replaced (refs/replace); kb reads what was committed, not what replaces it. "
                    + "'git replace -l' lists them.")
        }
        if hasGrafts {
            notes.append(
                "This repository has grafts (info/grafts), which give commits other parents; kb reads the parents that were "
                    + "committed.")
        }
        if let update = forcedUpdates.last {
            let times = forcedUpdates.count == 1 ? "" : " and \(forcedUpdates.count - 1) times before"
            notes.append(
                "The history of \(update.branch) was rewritten on the other side\(times): it stood on \(update.before.short) and was "
                    + "made to stand on \(update.after.short). What only the earlier one had is not shown.")
        }
        return notes
    }

    /// Whether commits are read otherwise than they were made.
    package var isAltered: Bool { replacements > 0 || hasGrafts }
}

extension Repository {
    package func historyBounds() throws(GitError) -> HistoryBounds { try HistoryBounds(self) }

    /// The full names of references that begin so, in the order of their bytes.
    package func names(below prefix: String, most: Int) throws(GitError) -> [String] {
        try withHandle { handle throws(GitError) in
            var iterator: OpaquePointer?
            try git("list the references") {
                git_reference_iterator_glob_new(&iterator, handle.repository, prefix + "*")
            }
            defer { git_reference_iterator_free(iterator) }
            var names: [String] = []
            var name: UnsafePointer<CChar>?
            while names.count < most, git_reference_next_name(&name, iterator) == 0, let name {
                names.append(String(cString: name))
            }
            return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }
}
