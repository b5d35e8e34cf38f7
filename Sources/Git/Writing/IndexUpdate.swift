import CLibgit2
import Glibc

/// Puts committed files into a copy of git's index, so that git sees them as they are.
struct IndexUpdate {
    private let files: [(change: CommitChange, mode: git_filemode_t, blob: git_oid?)]
    private let root: String

    /// - Parameter root: The working tree, whose files are as they are committed.
    init(_ files: [(change: CommitChange, mode: git_filemode_t, blob: git_oid?)], root: String) {
        self.files = files
        self.root = root
    }

    /// What is staged of some paths; nil for one that is not there.
    static func staged(_ paths: [String], _ index: String) throws(GitError) -> [git_oid?] {
        let index = try open(index)
        defer { git_index_free(index) }
        guard git_index_has_conflicts(index) == 0 else {
            throw .cannotCommit("some files have conflicts; resolve them with git first")
        }
        return paths.map { git_index_get_bypath(index, $0, 0)?.pointee.id }
    }

    func write(_ path: String) throws(GitError) {
        let index = try IndexUpdate.open(path)
        defer { git_index_free(index) }
        for file in files {
            guard let blob = file.blob else {
                try git("take '\(file.change.path)' out of the index") {
                    git_index_remove(index, file.change.path, 0)
                }
                continue
            }
            try add(file.change.path, file.mode, blob, to: index)
        }
        try git("write the index") { git_index_write(index) }
    }

    private func add(
        _ path: String, _ mode: git_filemode_t, _ blob: git_oid, to index: OpaquePointer
    ) throws(GitError) {
        let name = strdup(path)!
        defer { free(name) }
        var entry = git_index_get_bypath(index, path, 0)?.pointee ?? git_index_entry()
        entry.mode = mode.rawValue
        entry.id = blob
        entry.path = UnsafePointer(name)
        var status = stat()
        // With the times of the file, git need not look into it.
        if lstat(root + "/" + path, &status) == 0 {
            entry.ctime = time(status.st_ctim)
            entry.mtime = time(status.st_mtim)
            entry.dev = UInt32(truncatingIfNeeded: status.st_dev)
            entry.ino = UInt32(truncatingIfNeeded: status.st_ino)
            entry.uid = status.st_uid
            entry.gid = status.st_gid
            entry.file_size = UInt32(truncatingIfNeeded: status.st_size)
        }
        try git("put '\(path)' into the index") { git_index_add(index, &entry) }
    }

    private func time(_ time: timespec) -> git_index_time {
        git_index_time(
            seconds: Int32(truncatingIfNeeded: time.tv_sec), nanoseconds: UInt32(truncatingIfNeeded: time.tv_nsec))
    }

    private static func open(_ path: String) throws(GitError) -> OpaquePointer {
        var index: OpaquePointer?
        let code = git_index_open(&index, path)
        guard code >= 0, let index else {
            git_index_free(index)
            throw .cannotCommit(
                "the index of the repository cannot be read (a split or sparse index is one reason); commit with git")
        }
        return index
    }
}
