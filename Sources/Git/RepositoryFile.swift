import FileSystem
import Glibc

/// A small file that git keeps in a repository.
enum RepositoryFile {
    private static let limit = 1 << 20

    /// Its text; nil where there is no such file. A pipe or a device in its place is refused, not waited for.
    static func text(_ path: String) throws(GitError) -> String? {
        guard try isFile(path) else { return nil }
        do throws(FileSystemError) {
            let bytes = try FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK, to: "read").readAll(limit: limit)
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw .cannotRead(error.description)
        }
    }

    /// False where there is nothing; an error where there is something else than a file.
    @discardableResult
    static func isFile(_ path: String) throws(GitError) -> Bool {
        guard let mode = mode(path) else { return false }
        guard mode == S_IFREG else { throw .cannotRead("cannot read '\(path)': it is not a regular file") }
        return true
    }

    static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }

    static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    static func owner(_ path: String) -> uid_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_uid : nil
    }

    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
