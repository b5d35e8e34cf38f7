import Glibc
import Synchronization

/// A file without a name, for what is needed again later in the process and not meanwhile. It is gone with its owner, even
/// when the process is killed. Any thread may append and read.
package final class ScratchFile: Sendable {
    private let file: FileDescriptor
    private let path: String
    private let end = Mutex(0)

    /// - Parameter folder: On whose file system it lies.
    package init(in folder: String) throws(FileSystemError) {
        path = folder
        file = FileDescriptor(taking: try ScratchFile.open(in: folder), folder)
    }

    private static func open(in folder: String) throws(FileSystemError) -> Int32 {
        let unnamed = retrying { Glibc.open(folder, O_RDWR | O_CLOEXEC | 0o20_200_000, 0o600) }
        // Not every file system has files without names (O_TMPFILE).
        if unnamed >= 0 || (errno != EOPNOTSUPP && errno != EISDIR) {
            guard unnamed >= 0 else { throw FileSystemError("write", folder) }
            return unnamed
        }
        var template = Array("\(folder)/.kb-scratch-XXXXXX".utf8CString)
        let named = mkstemp(&template)
        guard named >= 0 else { throw FileSystemError("write", folder) }
        _ = fcntl(named, F_SETFD, FD_CLOEXEC)
        unlink(template)
        return named
    }

    /// - Returns: Where the bytes are.
    package func append(_ bytes: [UInt8]) throws(FileSystemError) -> Range<Int> {
        let start = end.withLock { end in
            defer { end += bytes.count }
            return end
        }
        try file.write(bytes, at: start)
        return start..<start + bytes.count
    }

    package func read(_ range: Range<Int>) throws(FileSystemError) -> [UInt8] {
        let bytes = try file.read(range)
        // It ends before what was written to it only when somebody took it away.
        guard bytes.count == range.count else { throw FileSystemError("read", path, code: EIO) }
        return bytes
    }
}
