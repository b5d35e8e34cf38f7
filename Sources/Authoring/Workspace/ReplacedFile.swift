import CommandLine
import FileSystem
import Glibc

/// Holds a file that is about to be replaced against what it should be, so that a slip in an option costs nobody an article.
enum ReplacedFile {
    /// - Parameters:
    ///   - kind: What the file should be, as "index".
    ///   - most: So many bytes are read to tell.
    ///   - isRight: Whether these bytes, all or the first of them, are of that kind.
    /// - Throws: `CommandFailure` when there is something else.
    static func check(
        _ path: String, is kind: String, reading most: Int = 64 << 20, _ isRight: ([UInt8]) throws -> Bool
    ) throws {
        guard try FileLookup.exists(path) else { return }
        var status = stat()
        // A link to nothing is written through.
        guard stat(path, &status) == 0 else { return }
        let isFile = status.st_mode & S_IFMT == S_IFREG
        let bytes = isFile ? try FileDescriptor(opening: path, O_RDONLY, to: "read").read(atMost: most) : []
        guard isFile, try bytes.isEmpty || isRight(bytes) else {
            throw CommandFailure(
                "'\(path)' is there and is no \(kind); nothing was written. Name another file, or remove it")
        }
    }
}
