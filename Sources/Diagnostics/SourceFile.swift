/// A file's name and bytes, as they were read, with its line starts.
///
/// Positions everywhere are UTF-8 byte offsets from the start of the file, so a `Range<Int>` plus a `SourceFile`
/// is all that any message needs.
package final class SourceFile: Sendable {
    /// The path relative to the knowledge base, with `/` between its parts.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a byte range; ill-formed UTF-8 is shown as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
