import CLibgit2
import Diagnostics

extension Repository {
    private static let fewestDigits = 7
    /// As many names as are looked at for a suggestion.
    private static let mostNames = 20_000

    /// The commit that HEAD stands on.
    package var headCommit: ObjectID { get throws(GitError) { try resolve("HEAD") } }

    /// Whether HEAD stands on a commit.
    package var hasCommits: Bool {
        get throws(GitError) {
            do throws(GitError) {
                _ = try headCommit
                return true
            } catch .noCommits {
                return false
            }
        }
    }

    /// The commit that a name stands for: `HEAD`, a branch, a tag, a full name below `refs/`, or digits of an id.
    ///
    /// Forty digits are always an id. Fewer are an id only where no branch or tag has that name, as in git. A name that
    /// a tag and a branch share is refused unless both stand for the same commit. The expressions that git builds from
    /// names (`HEAD~1`, `main@{1}`, `a..b`, `:/text`) are refused.
    package func resolve(_ name: String) throws(GitError) -> ObjectID {
        if let id = ObjectID(hex: name) { return try commit(from: id, named: name) }
        guard Repository.isName(name) else { throw .notAName(name) }
        if let id = try reference(name) { return try commit(from: id, named: name) }
        if name == "HEAD" { throw .noCommits }
        if let id = try abbreviated(name) { return try commit(from: id, named: name) }
        throw .unknownName(name, suggestion: Suggestion.question(for: name, among: try knownNames()))
    }

    private static func isName(_ name: String) -> Bool {
        guard !name.isEmpty, !name.utf8.contains(0), name != "@" else { return false }
        let full = name == "HEAD" || name.hasPrefix("refs/") ? name : "refs/heads/" + name
        var isValid: Int32 = 0
        return (try? GitLibrary.start()) != nil && git_reference_name_is_valid(&isValid, full) == 0 && isValid == 1
    }

    private func reference(_ name: String) throws(GitError) -> ObjectID? {
        if name == "HEAD" || name.hasPrefix("refs/") { return try target(name) }
        if let tag = try target("refs/tags/" + name) {
            guard let branch = try target("refs/heads/" + name) else { return tag }
            let commit = try commit(from: tag, named: name)
            guard commit == branch else { throw .ambiguousName(name) }
            return commit
        }
        for prefix in ["refs/heads/", "refs/", "refs/remotes/"] {
            if let id = try target(prefix + name) { return id }
        }
        return try target("refs/remotes/" + name + "/HEAD")
    }

    private func target(_ reference: String) throws(GitError) -> ObjectID? {
        for folder in [location.gitFolder, location.commonFolder] {
            let path = folder + "/" + reference
            // A folder holds more names. Anything else that is not a file would be waited for.
            if !RepositoryFile.isFolder(path) { try RepositoryFile.isFile(path) }
        }
        return try withHandle { handle throws(GitError) in
            var id = git_oid()
            let isFound = try gitFinds("read '\(reference)'") {
                git_reference_name_to_id(&id, handle.repository, reference)
            }
            return isFound ? ObjectID(id) : nil
        }
    }

    private func abbreviated(_ digits: String) throws(GitError) -> ObjectID? {
        guard digits.utf8.count >= Repository.fewestDigits, digits.utf8.count < 40, ObjectID.isHex(digits) else {
            return nil
        }
        let padded = digits + String(repeating: "0", count: 40 - digits.utf8.count)
        guard var short = ObjectID(hex: padded)?.raw else { return nil }
        return try withHandle { handle throws(GitError) in
            var id = git_oid()
            do throws(GitError) {
                let isFound = try gitFinds("look for the object \(digits)") {
                    git_odb_exists_prefix(&id, handle.objects, &short, digits.utf8.count)
                }
                return isFound ? ObjectID(id) : nil
            } catch .libraryFailed(_, _, GIT_EAMBIGUOUS.rawValue) {
                throw .ambiguousID(digits)
            }
        }
    }

    /// The commit itself, or the one that a tag names, at most ten tags further.
    private func commit(from start: ObjectID, named name: String) throws(GitError) -> ObjectID {
        var id = start
        for _ in 0..<10 {
            switch try header(id, as: "the commit \(id.short)").type {
            case GIT_OBJECT_COMMIT: return id
            case GIT_OBJECT_TAG: id = try tagTarget(id)
            default: throw .notACommit(name)
            }
        }
        throw .notACommit(name)
    }

    private func tagTarget(_ id: ObjectID) throws(GitError) -> ObjectID {
        try withHandle { handle throws(GitError) in
            var raw = id.raw
            var tag: OpaquePointer?
            try git("read the tag \(id.short)") { git_tag_lookup(&tag, handle.repository, &raw) }
            defer { git_tag_free(tag) }
            return ObjectID(git_tag_target_id(tag).pointee)
        }
    }

    private func knownNames() throws(GitError) -> [String] {
        try withHandle { handle throws(GitError) in
            var iterator: OpaquePointer?
            try git("list the branches") { git_reference_iterator_new(&iterator, handle.repository) }
            defer { git_reference_iterator_free(iterator) }
            var names = ["HEAD"]
            var name: UnsafePointer<CChar>?
            while names.count < Repository.mostNames, git_reference_next_name(&name, iterator) == 0, let name {
                let full = String(cString: name)
                let kind = ["refs/heads/", "refs/tags/", "refs/remotes/"].first { full.hasPrefix($0) }
                names.append(String(full.dropFirst(kind?.count ?? 0)))
            }
            return names
        }
    }
}
