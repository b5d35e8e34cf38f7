import CLibgit2
import Glibc

extension Handle {
    borrowing func tree(of commit: ObjectID) throws(GitError) -> OpaquePointer {
        var raw = commit.raw
        var object: OpaquePointer?
        let repository = repository
        try git("read the commit \(commit.short)") { git_commit_lookup(&object, repository, &raw) }
        defer { git_commit_free(object) }
        var tree: OpaquePointer?
        try git("read the tree of \(commit.short)") { git_commit_tree(&tree, object) }
        return tree!
    }

    /// The tree of a commit with some files changed.
    borrowing func tree(
        of commit: ObjectID, with blobs: [(change: CommitChange, mode: git_filemode_t, blob: git_oid?)]
    ) throws(GitError) -> git_oid {
        let base = try tree(of: commit)
        defer { git_tree_free(base) }
        let paths = blobs.map { strdup($0.change.path)! }
        defer { for path in paths { free(path) } }
        let updates = zip(blobs, paths).map { file, path in
            git_tree_update(
                action: file.blob == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT, id: file.blob ?? git_oid(),
                filemode: file.mode, path: path)
        }
        var id = git_oid()
        let repository = repository
        try git("write the tree of the commit") {
            git_tree_create_updated(&id, repository, base, updates.count, updates)
        }
        return id
    }

    borrowing func commit(
        _ tree: git_oid, on branch: HeadBranch, _ identity: CommitIdentity, _ message: String
    ) throws(GitError) -> git_oid {
        var (treeID, parentID) = (tree, branch.commit.raw)
        let repository = repository
        var object: OpaquePointer?
        try git("read the tree of the commit") { git_tree_lookup(&object, repository, &treeID) }
        defer { git_tree_free(object) }
        var parent: OpaquePointer?
        try git("read the commit \(branch.commit.short)") { git_commit_lookup(&parent, repository, &parentID) }
        defer { git_commit_free(parent) }
        let author = try identity.author.signature()
        defer { git_signature_free(author) }
        let committer = try identity.committer.signature()
        defer { git_signature_free(committer) }
        var id = git_oid()
        var parents: [OpaquePointer?] = [parent]
        try git("write the commit") {
            git_commit_create(&id, repository, nil, author, committer, nil, message, object, 1, &parents)
        }
        return id
    }

    /// Moves the branch, unless somebody has moved it meanwhile, and notes it where git looks for what happened.
    borrowing func advance(
        _ branch: HeadBranch, to commit: git_oid, _ identity: CommitIdentity, _ message: String
    ) throws(GitError) {
        var (new, old) = (commit, branch.commit.raw)
        let repository = repository
        let note = "commit: " + message.prefix { !$0.isNewline }
        var reference: OpaquePointer?
        let code = git_reference_create_matching(&reference, repository, branch.name, &new, 1, &old, note)
        defer { git_reference_free(reference) }
        guard code != GIT_EMODIFIED.rawValue else {
            throw .cannotCommit("the branch was moved by another process meanwhile; run the command again")
        }
        try git("move the branch '\(branch.name)'") { code }
        let committer = try identity.committer.signature()
        defer { git_signature_free(committer) }
        for name in [branch.name, "HEAD"] {
            var log: OpaquePointer?
            try git("read the log of '\(name)'") { git_reflog_read(&log, repository, name) }
            defer { git_reflog_free(log) }
            try git("write the log of '\(name)'") { git_reflog_append(log, &new, committer, note) }
            try git("write the log of '\(name)'") { git_reflog_write(log) }
        }
    }
}

extension CommitIdentity.Person {
    fileprivate func signature() throws(GitError) -> UnsafeMutablePointer<git_signature> {
        var signature: UnsafeMutablePointer<git_signature>?
        try git("name the author of a commit") { git_signature_new(&signature, name, email, seconds, offsetMinutes) }
        return signature!
    }
}
