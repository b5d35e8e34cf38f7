package import Glibc

/// An open file, closed when its owner ends.
package struct FileDescriptor: ~Copyable, Sendable {
    private let raw: Int32
    private let path: String

    package init(opening path: String, _ flags: Int32, mode: mode_t = 0o644, to action: String)
        throws(FileSystemError)
    {
        raw = retrying { Glibc.open(path, flags | O_CLOEXEC, mode) }
        self.path = path
        guard raw >= 0 else { throw FileSystemError(action, path) }
    }

    /// - Parameter raw: Open, and closed by this.
    init(taking raw: Int32, _ path: String) {
        self.raw = raw
        self.path = path
    }

    deinit {
        Glibc.close(raw)
    }

    package func status() throws(FileSystemError) -> stat {
        var status = stat()
        guard fstat(raw, &status) == 0 else { throw FileSystemError("read", path) }
        return status
    }

    /// All bytes from the start to the end of the file.
    package func readAll(limit: Int) throws(FileSystemError) -> [UInt8] {
        guard try Int(status().st_size) <= limit else { throw FileSystemError("read", path, code: EFBIG) }
        let bytes = try read(atMost: limit + 1)
        guard bytes.count <= limit else { throw FileSystemError("read", path, code: EFBIG) }
        return bytes
    }

    /// What can be read from here on, and no more than so many bytes of it.
    package func read(atMost most: Int) throws(FileSystemError) -> [UInt8] {
        let expected = Int(try status().st_size)
        var bytes: [UInt8] = []
        var capacity = min(expected + 1, most)
        while true {
            var failure: FileSystemError?
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let result = retrying { Glibc.read(raw, buffer.baseAddress, capacity) }
                if result < 0 { failure = FileSystemError("read", path) }
                count = max(0, result)
            }
            if let failure { throw failure }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard !chunk.isEmpty, bytes.count < most else { return bytes }
            // The size was known, so the usual second read only confirms the end.
            capacity = min(bytes.count == expected ? 1 : 64 * 1024, most - bytes.count)
        }
    }

    /// Some bytes of the file; fewer where it ends before.
    package func read(_ range: Range<Int>) throws(FileSystemError) -> [UInt8] {
        var failure: FileSystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let rest = UnsafeMutableRawPointer(buffer.baseAddress! + count)
                let result = retrying { pread(raw, rest, range.count - count, off_t(range.lowerBound + count)) }
                if result < 0 { failure = FileSystemError("read", path) }
                if result <= 0 { break }
                count += result
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The first bytes of the file, mapped into memory; the caller unmaps them.
    func map(_ count: Int) throws(FileSystemError) -> UnsafeRawBufferPointer {
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, raw, 0), start != MAP_FAILED else {
            throw FileSystemError("read", path)
        }
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    /// Writes at a place in the file.
    func write(_ bytes: [UInt8], at start: Int) throws(FileSystemError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                retrying { pwrite(raw, buffer.baseAddress! + written, bytes.count - written, off_t(start + written)) }
            }
            guard count > 0 else { throw FileSystemError("write", path) }
            written += count
        }
    }

    package func writeAll(_ bytes: UnsafeRawBufferPointer) throws(FileSystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = retrying { Glibc.write(raw, part.baseAddress, part.count) }
            guard count > 0 else { throw FileSystemError("write", path) }
            rest = rest.dropFirst(count)
        }
    }

    package func synchronise() throws(FileSystemError) {
        guard retrying({ fsync(raw) }) == 0 else { throw FileSystemError("write", path) }
    }

    package func truncate() throws(FileSystemError) {
        guard retrying({ ftruncate(raw, 0) }) == 0 else { throw FileSystemError("write", path) }
    }

    package func setPermissions(_ mode: mode_t) throws(FileSystemError) {
        guard fchmod(raw, mode) == 0 else { throw FileSystemError("write", path) }
    }

    /// Takes the lock that ends with this process, or fails at once when another holds it.
    package func lock() throws(FileSystemError) {
        guard retrying({ flock(raw, LOCK_EX | LOCK_NB) }) == 0 else { throw FileSystemError("write", path) }
    }
}

/// Repeats a system call that a signal interrupted.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
