import FileSystem
import Glibc

/// The lock of git's index, taken as git takes it: a file beside the index that becomes the new index.
final class IndexLock {
    /// The next index, as long as it is locked.
    let path: String
    private let index: String
    private var isHeld = false

    /// - Throws: Where another git holds it.
    init(_ location: RepositoryLocation) throws(GitError) {
        index = location.gitFolder + "/index"
        path = index + ".lock"
        guard try RepositoryFile.isFile(index) else {
            throw .cannotCommit("the repository '\(location.name)' has no index; run 'git reset' and try again")
        }
        do throws(FileSystemError) {
            let bytes = try FileDescriptor(opening: index, O_RDONLY | O_NOFOLLOW, to: "read").readAll(limit: 1 << 30)
            let lock = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, to: "write")
            let failure = bytes.withUnsafeBytes { buffer -> FileSystemError? in
                do throws(FileSystemError) { try lock.writeAll(buffer) } catch { return error }
                return nil
            }
            // From here on it is ours to remove.
            isHeld = true
            if let failure { throw failure }
        } catch {
            guard error.code == EEXIST else { throw .cannotCommit(error.description) }
            throw .cannotCommit(
                "another git process holds '\(path)'; wait until it ends, or remove the file when none runs")
        }
    }

    deinit { release() }

    /// The locked file takes the index's place.
    func publish() throws(GitError) {
        guard rename(path, index) == 0 else { throw .cannotCommit(FileSystemError("write", index).description) }
        isHeld = false
    }

    func release() {
        if isHeld { unlink(path) }
        isHeld = false
    }
}
