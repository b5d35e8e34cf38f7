import CLibgit2

/// The branch that a commit would go to, and what it stands on.
struct HeadBranch {
    /// Such as `refs/heads/main`.
    let name: String
    let commit: ObjectID

    private static let unfinished = [
        ("MERGE_HEAD", "a merge"), ("CHERRY_PICK_HEAD", "a cherry-pick"), ("REVERT_HEAD", "a revert"),
        ("rebase-merge", "a rebase"), ("rebase-apply", "a rebase"), ("BISECT_LOG", "a bisection"),
    ]

    /// - Throws: Where there is no such branch, or git is in the middle of something.
    init(_ repository: Repository) throws(GitError) {
        for (file, what) in HeadBranch.unfinished
        where RepositoryFile.mode(repository.location.gitFolder + "/" + file) != nil {
            throw .cannotCommit("\(what) is under way; finish it with git first")
        }
        let head = try RepositoryFile.text(repository.location.gitFolder + "/HEAD") ?? ""
        let line = head.prefix { !$0.isNewline }
        guard line.hasPrefix("ref: refs/heads/") else {
            throw .cannotCommit("HEAD is on no branch; switch to one with 'git switch'")
        }
        let name = String(line.dropFirst("ref: ".count))
        self.name = name
        let id: ObjectID? = try repository.withHandle { handle throws(GitError) in
            var id = git_oid()
            let isFound = try gitFinds("read '\(name)'") { git_reference_name_to_id(&id, handle.repository, name) }
            return isFound ? ObjectID(id) : nil
        }
        guard let id else {
            throw .cannotCommit(
                "the branch '\(name.dropFirst("refs/heads/".count))' has no commit yet; make its first with git")
        }
        commit = id
    }
}
