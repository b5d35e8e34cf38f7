import Glibc

/// An open folder, by which its files are opened without their paths being walked again.
package struct FolderDescriptor: ~Copyable, Sendable {
    private let raw: Int32

    package init(opening path: String) throws(FileSystemError) {
        raw = retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard raw >= 0 else { throw FileSystemError("read", path) }
    }

    deinit {
        Glibc.close(raw)
    }

    /// Reads the first bytes of a file. A link is not followed.
    ///
    /// - Parameter name: Of a file in the folder.
    /// - Returns: How many bytes were read; nil when that failed, for the reason in `errno`.
    package func read(_ name: UnsafePointer<CChar>, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        let file = retrying { openat(raw, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
        guard file >= 0 else { return nil }
        let count = retrying { Glibc.read(file, buffer.baseAddress, buffer.count) }
        let code = errno
        Glibc.close(file)
        errno = code
        return count < 0 ? nil : count
    }
}
