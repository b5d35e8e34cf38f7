import Glibc
import Synchronization

/// A file's bytes in memory, of which the system reads what is touched.
///
/// A file that is cut short while it is mapped ends the process at the first touch beyond its end (SIGBUS); `MappedFileGuard`
/// turns that into a sentence.
package final class MappedFile {
    package let bytes: UnsafeRawBufferPointer
    private let file: FileDescriptor

    /// - Throws: `FileSystemError` when the file cannot be opened, is no regular file or cannot be mapped.
    package init(path: String) throws(FileSystemError) {
        let file = try FileDescriptor(opening: path, O_RDONLY, to: "read")
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileSystemError("read", path, code: EISDIR) }
        let count = Int(status.st_size)
        // Nothing can be mapped of an empty file.
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            self.file = file
            return
        }
        bytes = try file.map(count)
        self.file = file
    }

    /// The file still has all of its bytes. Of a page that it ends in, what is beyond its end reads as zeros, and no signal
    /// comes.
    package var isWhole: Bool {
        get throws(FileSystemError) { try file.status().st_size >= bytes.count }
    }

    /// When it was last written, in seconds after 1970.
    package var modified: Int {
        get throws(FileSystemError) { try file.status().st_mtim.tv_sec }
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}

/// Ends the process with a sentence when a mapped file turns out shorter than it was.
package enum MappedFileGuard {
    /// Where the sentence lies, for as long as the process lives: nothing can be passed to a signal's handler.
    private static let address = Atomic<UInt>(0)

    /// - Parameter sentence: What standard error is given before the process ends with status 2.
    package static func install(_ sentence: String) {
        address.store(UInt(bitPattern: strdup(sentence)), ordering: .releasing)
        var action = sigaction()
        // Only what may be called within a signal's handler.
        action.__sigaction_handler.sa_handler = { _ in
            if let text = UnsafePointer<CChar>(bitPattern: MappedFileGuard.address.load(ordering: .acquiring)) {
                _ = write(2, text, strlen(text))
            }
            _exit(2)
        }
        sigaction(SIGBUS, &action, nil)
    }
}
