import CLibgit2

extension Repository {
    /// A range of more commits than this is refused.
    private static let mostCommits = 1_000_000

    /// The commits that `head` has and `base` has not, newest first.
    ///
    /// - Parameter base: Nil: all that `head` has.
    package func commits(in base: ObjectID? = nil, to head: ObjectID) throws(GitError) -> [ObjectID] {
        let action = "list the commits up to \(head.short)"
        do throws(GitError) {
            return try withHandle { handle throws(GitError) in
                var walk: OpaquePointer?
                try git(action) { git_revwalk_new(&walk, handle.repository) }
                defer { git_revwalk_free(walk) }
                var last = head.raw
                try git(action) { git_revwalk_push(walk, &last) }
                if var first = base?.raw { try git(action) { git_revwalk_hide(walk, &first) } }
                var commits: [ObjectID] = []
                var id = git_oid()
                while true {
                    let code = git_revwalk_next(&id, walk)
                    if code == GIT_ITEROVER.rawValue { return commits }
                    try git(action) { code }
                    guard commits.count < Repository.mostCommits else {
                        throw .tooLarge(what: "the range of commits", limit: "\(Repository.mostCommits)")
                    }
                    commits.append(ObjectID(id))
                }
            }
        } catch .libraryFailed where isShallow {
            throw .shallowHistory(doing: action)
        }
    }

    /// A commit as git stores it, which is what its signature is for.
    package func commitBytes(_ id: ObjectID) throws(GitError) -> [UInt8] {
        let what = "the commit \(id.short)"
        guard try header(id, as: what).type == GIT_OBJECT_COMMIT else { throw .notACommit(id.description) }
        return try bytes(id, limit: Repository.largestRecord, as: what)
    }

    /// The bytes of a file, by its name.
    package func fileBytes(_ id: ObjectID, limit: Int, as path: String) throws(GitError) -> [UInt8] {
        try bytes(id, limit: limit, as: "the file '\(path)'")
    }

    package func hasObject(_ id: ObjectID) throws(GitError) -> Bool {
        do throws(GitError) {
            _ = try header(id, as: "an object")
            return true
        } catch .missingObject {
            return false
        }
    }

    /// Whether `ancestor` is `descendant` or below it.
    package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
        if ancestor == descendant { return true }
        do throws(GitError) {
            return try mergeBase(of: ancestor, and: descendant) == ancestor
        } catch .unrelatedHistories {
            return false
        }
    }
}

extension Repository {
    /// One file of a commit, by its path from the root; nil where there is none. Reads the folders on the way alone.
    package func entry(at path: String, of commit: ObjectID) throws(GitError) -> TreeChange.Entry? {
        var parts = path.split(separator: "/")
        guard let name = parts.popLast() else { return nil }
        let folder: ObjectID
        do throws(GitError) {
            folder = try tree(at: parts.joined(separator: "/"), of: commit)
        } catch .noFolder {
            return nil
        }
        let records = try TreeRecord.read(folder, in: self, as: "the tree of \(commit.short)")
        guard let record = records.first(where: { $0.name == name }), case .entry(let kind) = record.kind else {
            return nil
        }
        return TreeChange.Entry(id: record.id, kind: kind)
    }
}
