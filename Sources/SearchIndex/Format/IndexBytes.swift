import FileSystem
import Glibc

/// The bytes of an index, of which only what is asked for is read.
package protocol IndexBytes {
    var count: Int { get }
    /// - Parameter range: Within `0..<count`.
    func read(_ range: Range<Int>) throws(IndexError) -> [UInt8]
}

extension [UInt8]: IndexBytes {
    package func read(_ range: Range<Int>) throws(IndexError) -> [UInt8] { Array(self[range]) }
}

/// An index on disk. It is replaced only by rename, so an open one does not change.
package final class IndexFile: IndexBytes {
    package let count: Int
    private let file: FileDescriptor

    package init(path: String) throws(IndexError) {
        do throws(FileSystemError) {
            file = try FileDescriptor(opening: path, O_RDONLY, to: "read")
            let status = try file.status()
            guard status.st_mode & S_IFMT == S_IFREG else { throw FileSystemError("read", path, code: EISDIR) }
            count = Int(status.st_size)
        } catch {
            throw .unreadable(error.description)
        }
    }

    package func read(_ range: Range<Int>) throws(IndexError) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileSystemError) {
            bytes = try file.read(range)
        } catch {
            throw .unreadable(error.description)
        }
        // Shorter than when it was opened: somebody cut it.
        guard bytes.count == range.count else { throw .damaged }
        return bytes
    }
}
