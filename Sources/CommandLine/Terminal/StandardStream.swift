import Glibc

/// Standard output or standard error. Text is gathered and written in large parts or in whole; a write that fails is
/// remembered until the end, so that none goes unchecked.
package final class StandardStream: TextOutputStream {
    private let descriptor: Int32
    private let partSize: Int
    private var bytes: [UInt8] = []
    /// The reader at the other end has gone; nothing more is written.
    private var isClosed = false
    private var failure: CommandFailure?

    /// - Parameter partSize: So many bytes are written before the end.
    package init(_ descriptor: Int32, partSize: Int = .max) {
        self.descriptor = descriptor
        self.partSize = partSize
    }

    package func write(_ text: String) {
        bytes += text.utf8
        if bytes.count >= partSize { writePart() }
    }

    /// Drops what is not written yet.
    package func discard() { bytes.removeAll() }

    /// - Throws: `CommandFailure` when the output cannot take what was written. A closed pipe is no failure: its reader
    ///   had enough.
    package func flush() throws(CommandFailure) {
        writePart()
        if let failure { throw failure }
    }

    private func writePart() {
        defer { bytes.removeAll(keepingCapacity: true) }
        var start = 0
        while start < bytes.count, !isClosed, failure == nil {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                start += count
            } else if errno == EPIPE {
                isClosed = true
            } else if errno != EINTR {
                let reason = errno == ENOSPC ? "the disk is full" : String(cString: strerror(errno)).lowercased()
                failure = CommandFailure("cannot write the output: \(reason)")
            }
        }
    }
}
