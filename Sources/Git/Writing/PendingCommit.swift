import CLibgit2
import Glibc

/// A commit on the branch of HEAD that is about to be made of some files, and of nothing else.
///
/// While it is pending, git's index is locked. What is staged of other files stays staged. No hook runs, no filter is applied,
/// and nothing is signed.
package final class PendingCommit {
    private let repository: Repository
    private let branch: HeadBranch
    private let changes: [CommitChange]
    private let identity: CommitIdentity
    private let lock: IndexLock
    /// The mode of each file in the commit before, by path.
    private var modes: [String: git_filemode_t] = [:]

    /// Checks all that can be known before a file is written, and locks the index.
    ///
    /// - Throws: Where the files are not as the last commit has them, or are staged otherwise.
    package init(
        _ changes: [CommitChange], in repository: Repository, by identity: CommitIdentity
    ) throws(GitError) {
        guard repository.workingTree != nil else {
            throw .cannotCommit("'\(repository.location.name)' is a bare repository; run kb in a clone of it")
        }
        guard !identity.mustSign else {
            throw .cannotCommit(
                "git's configuration demands signed commits (commit.gpgsign), and kb signs none; "
                    + "let kb change the files alone and commit them with git")
        }
        self.repository = repository
        self.changes = changes
        self.identity = identity
        branch = try HeadBranch(repository)
        lock = try IndexLock(repository.location)
        do throws(GitError) { try check() } catch {
            lock.release()
            throw error
        }
    }

    /// Gives the index back and commits nothing.
    package func cancel() { lock.release() }

    /// Commits. The files are on disk by now.
    package func make(message: String) throws(GitError) -> ObjectID {
        defer { lock.release() }
        let (repository, branch, changes, identity) = (repository, branch, changes, identity)
        let (modes, path, root) = (modes, lock.path, repository.workingTree!)
        let id = try repository.withHandle { handle throws(GitError) -> ObjectID in
            var blobs: [(change: CommitChange, mode: git_filemode_t, blob: git_oid?)] = []
            for change in changes {
                var blob: git_oid?
                if let bytes = change.new {
                    var id = git_oid()
                    try git("write '\(change.path)' to the repository") {
                        git_blob_create_from_buffer(&id, handle.repository, bytes, bytes.count)
                    }
                    blob = id
                }
                blobs.append((change, modes[change.path] ?? GIT_FILEMODE_BLOB, blob))
            }
            try IndexUpdate(blobs, root: root).write(path)
            let commit = try handle.commit(
                try handle.tree(of: branch.commit, with: blobs), on: branch, identity, message)
            try handle.advance(branch, to: commit, identity, message)
            return ObjectID(commit)
        }
        try lock.publish()
        return id
    }

    private func check() throws(GitError) {
        let (commit, paths) = (branch.commit, changes.map(\.path))
        let path = lock.path
        let found: [(old: git_oid?, mode: git_filemode_t, staged: git_oid?)] = try repository.withHandle {
            handle throws(GitError) in
            let staged = try IndexUpdate.staged(paths, path)
            let tree = try handle.tree(of: commit)
            defer { git_tree_free(tree) }
            var found: [(old: git_oid?, mode: git_filemode_t, staged: git_oid?)] = []
            for (number, path) in paths.enumerated() {
                var entry: OpaquePointer?
                let isFound = try gitFinds("look for '\(path)'") { git_tree_entry_bypath(&entry, tree, path) }
                defer { git_tree_entry_free(entry) }
                let old = isFound ? git_tree_entry_id(entry).pointee : nil
                found.append((old, isFound ? git_tree_entry_filemode(entry) : GIT_FILEMODE_BLOB, staged[number]))
            }
            return found
        }
        for (change, (old, mode, staged)) in zip(changes, found) {
            guard mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE else {
                throw .cannotCommit("'\(change.path)' is not a regular file in the last commit")
            }
            guard staged.map(ObjectID.init) == old.map(ObjectID.init) else {
                throw .cannotCommit("'\(change.path)' has staged changes; commit or unstage them first")
            }
            guard try change.old.map(blobID) == old.map(ObjectID.init) else {
                throw .cannotCommit("'\(change.path)' is not as the last commit has it; commit its changes first")
            }
            modes[change.path] = mode
        }
    }

    private func blobID(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
        var id = git_oid()
        try git("name a file's content") { git_odb_hash(&id, bytes, bytes.count, GIT_OBJECT_BLOB) }
        return ObjectID(id)
    }
}
