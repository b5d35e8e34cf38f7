import CLibgit2

/// What a commit says of itself. Names and times are claims that anybody can write.
package struct CommitInfo: Hashable, Sendable {
    package struct Signature: Hashable, Sendable {
        package let name: String
        package let email: String
        /// Seconds since 1970, no more than the end of the year 9999: no reckoning with a forged time overflows.
        package let seconds: Int
        package let offsetMinutes: Int
    }

    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let author: Signature
    package let committer: Signature
    package let summary: String
}

extension Repository {
    package func commit(_ id: ObjectID) throws(GitError) -> CommitInfo {
        let header = try header(id, as: "the commit \(id.short)")
        guard header.type == GIT_OBJECT_COMMIT else { throw .notACommit(id.description) }
        return try withHandle { handle throws(GitError) in
            var raw = id.raw
            var commit: OpaquePointer?
            try git("read the commit \(id.short)") { git_commit_lookup(&commit, handle.repository, &raw) }
            defer { git_commit_free(commit) }
            return CommitInfo(
                id: id, tree: ObjectID(git_commit_tree_id(commit).pointee),
                parents: (0..<git_commit_parentcount(commit)).map {
                    ObjectID(git_commit_parent_id(commit, $0).pointee)
                },
                author: CommitInfo.Signature(git_commit_author(commit)),
                committer: CommitInfo.Signature(git_commit_committer(commit)),
                summary: git_commit_summary(commit).map { String(cString: $0) } ?? "")
        }
    }
}

extension CommitInfo.Signature {
    fileprivate init(_ signature: UnsafePointer<git_signature>) {
        name = String(cString: signature.pointee.name)
        email = String(cString: signature.pointee.email)
        seconds = CommitRecord.clamped(Int(signature.pointee.when.time))
        offsetMinutes = Int(signature.pointee.when.offset)
    }
}
