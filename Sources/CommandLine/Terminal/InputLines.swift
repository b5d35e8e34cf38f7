package import Glibc

/// Lines that come on standard input, each as soon as it is there.
package final class InputLines {
    private let descriptor: Int32
    private var bytes: ArraySlice<UInt8> = []
    private var isAtEnd = false
    /// Longer than anything that somebody types.
    private static let longest = 1 << 16

    package init(_ descriptor: Int32 = STDIN_FILENO) {
        self.descriptor = descriptor
    }

    /// - Returns: Nil at the end.
    package func next() throws(CommandFailure) -> String? {
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                defer { bytes = bytes[(end + 1)...] }
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
            guard bytes.count <= InputLines.longest else {
                throw CommandFailure("a line on standard input is longer than \(InputLines.longest) bytes")
            }
            if isAtEnd {
                defer { bytes = [] }
                return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            }
            try readMore()
        }
    }

    private func readMore() throws(CommandFailure) {
        var part = [UInt8](repeating: 0, count: 4096)
        let count = part.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
            bytes += part[..<count]
        } else if count == 0 {
            isAtEnd = true
        } else if errno != EINTR {
            throw CommandFailure("cannot read standard input: \(String(cString: strerror(errno)).lowercased())")
        }
    }
}
