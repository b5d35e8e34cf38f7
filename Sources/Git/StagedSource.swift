import CLibgit2
package import Content
import Glibc

/// The content that is staged for the next commit, read from git's index and the repository's objects.
package struct StagedSource: ContentSource {
    /// A file whose versions were not merged: the common one, ours and theirs; nil where a side has none.
    package struct Conflict: Sendable {
        /// Relative to the knowledge base.
        package let path: String
        package let base: ObjectID?
        package let ours: ObjectID?
        package let theirs: ObjectID?
    }

    private struct File {
        let id: ObjectID
        let kind: ContentEntry.Kind
        let stat: IndexStat
    }

    package let conflicts: [Conflict]
    private let repository: Repository
    private let files: [String: File]
    private let listed: [ContentEntry]
    private let fileLimit: Int

    /// - Parameter folder: The knowledge base's, relative to the root.
    package init(
        _ repository: Repository, folder: String, limits: TreeLimits = TreeLimits()
    ) throws(GitError) {
        guard repository.workingTree != nil else {
            throw .cannotRead("a bare repository has no index; give two revisions to compare")
        }
        let read = try StagedSource.read(repository, folder, limits)
        self.repository = repository
        files = read.files
        conflicts = read.conflicts
        fileLimit = limits.fileBytes
        listed = read.files.filter { !TreeSource.isHidden($0.key) }
            .map { ContentEntry(path: $0.key, kind: $0.value.kind) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    package func entries() -> [ContentEntry] { listed }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        guard let file = files[path], file.kind == .file else {
            throw ContentSourceError(path: path, message: "no file '\(path)' is staged")
        }
        return try read(file.id, path)
    }

    /// One of the versions of a file that was not merged.
    package func read(_ id: ObjectID, _ path: String) throws(ContentSourceError) -> [UInt8] {
        do throws(GitError) {
            return try repository.bytes(id, limit: fileLimit, as: "the staged file '\(path)'")
        } catch {
            throw ContentSourceError(path: path, message: error.description)
        }
    }

    package func blobID(_ path: String) -> ObjectID? { files[path].flatMap { $0.kind == .file ? $0.id : nil } }

    package func stamp(_ path: String) -> ContentStamp? { blobID(path).map { ContentStamp($0.words) } }

    /// The name of a working file's content where the index is sure of it without reading the file.
    func knownBlobID(_ path: String, _ status: stat) -> ObjectID? {
        guard let file = files[path], file.stat.isSure, file.stat == IndexStat(status) else { return nil }
        return file.id
    }

    private typealias Contents = (files: [String: File], conflicts: [Conflict])

    private static func read(
        _ repository: Repository, _ folder: String, _ limits: TreeLimits
    ) throws(GitError) -> Contents {
        let path = repository.location.gitFolder + "/index"
        var status = stat()
        // Before the first file is staged there is none.
        guard stat(path, &status) == 0 else { return ([:], []) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= 256 << 20 else {
            throw .tooLarge(what: "git's index", limit: "256 MiB")
        }
        let written = Int64(status.st_mtim.tv_sec)
        try GitLibrary.start()
        var opened: OpaquePointer?
        try git("read the index") { git_index_open(&opened, path) }
        let index = opened!
        defer { git_index_free(index) }
        let prefix = folder.isEmpty ? "" : folder + "/"
        var files: [String: File] = [:]
        var sides: [String: [Int: ObjectID]] = [:]
        let count = git_index_entrycount(index)
        guard count <= limits.entries else { throw .tooLarge(what: "git's index", limit: "\(limits.entries) entries") }
        for number in 0..<count {
            guard let entry = git_index_get_byindex(index, number)?.pointee, let name = entry.path else { continue }
            let whole = String(cString: name)
            guard whole.hasPrefix(prefix) else { continue }
            let path = String(whole.dropFirst(prefix.count))
            guard
                path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({
                    TreeRecord.isSafe(String($0))
                })
            else { throw .cannotRead("git's index names the path '\(path)', which git would not check out") }
            let stage = Int(entry.flags >> 12 & 3)
            let id = ObjectID(entry.id)
            if stage > 0 {
                sides[path, default: [:]][stage] = id
                continue
            }
            let isReadable = String(validatingCString: name) != nil
            let kind: ContentEntry.Kind =
                switch entry.mode & 0o170000 {
                case 0o100000: isReadable ? .file : .special
                case 0o120000: .link
                default: .special
                }
            files[path] = File(id: id, kind: kind, stat: IndexStat(entry, writtenAt: written))
        }
        let conflicts = sides.map { path, ids in
            Conflict(path: path, base: ids[1], ours: ids[2], theirs: ids[3])
        }
        return (files, conflicts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    }
}

/// What git noted of a file when it last looked into it.
private struct IndexStat: Equatable {
    let size: UInt32
    let seconds: Int32
    let nanoseconds: UInt32
    let inode: UInt32
    /// The index was written after the file: a later change would have another time.
    let isSure: Bool

    init(_ entry: git_index_entry, writtenAt: Int64) {
        size = entry.file_size
        seconds = entry.mtime.seconds
        nanoseconds = entry.mtime.nanoseconds
        inode = entry.ino
        isSure = Int64(entry.mtime.seconds) < writtenAt && entry.mtime.seconds > 0
    }

    init(_ status: stat) {
        size = UInt32(truncatingIfNeeded: status.st_size)
        seconds = Int32(truncatingIfNeeded: status.st_mtim.tv_sec)
        nanoseconds = UInt32(truncatingIfNeeded: status.st_mtim.tv_nsec)
        inode = UInt32(truncatingIfNeeded: status.st_ino)
        isSure = true
    }

    static func == (left: IndexStat, right: IndexStat) -> Bool {
        (left.size, left.seconds, left.nanoseconds, left.inode)
            == (right.size, right.seconds, right.nanoseconds, right.inode)
    }
}
