import Glibc

/// Standard output or standard error. Text is gathered and written in whole, so that no write goes unchecked.
package final class StandardStream: TextOutputStream {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    /// The reader at the other end has gone; nothing more is written.
    private var isClosed = false

    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    package func write(_ text: String) {
        bytes += text.utf8
    }

    /// - Throws: `CommandFailure` when the output cannot take what was written. A closed pipe is no failure: its reader
    ///   had enough.
    package func flush() throws(CommandFailure) {
        defer { bytes = [] }
        var start = 0
        while start < bytes.count, !isClosed {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                start += count
            } else if errno == EPIPE {
                isClosed = true
            } else if errno != EINTR {
                let reason = errno == ENOSPC ? "the disk is full" : String(cString: strerror(errno)).lowercased()
                throw CommandFailure("cannot write the output: \(reason)")
            }
        }
    }
}
