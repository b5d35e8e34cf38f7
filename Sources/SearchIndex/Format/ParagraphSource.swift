import Glibc

/// Writes the paragraphs of Markdown as the places where they stand in it, and in full only where marks, links or line
/// ends make them differ.
///
/// A paragraph is 0 and its text, or 1 more than the number of bytes after the end of the one before, and its length. One
/// that is written in full takes at least as much of the Markdown as it is long.
struct ParagraphSource {
    private let markdown: [UInt8]
    private var offset = 0
    /// What lies further ahead is not looked for, so that long texts take no longer than their length.
    private static let window = 4096

    init(_ markdown: String) { self.markdown = Array(markdown.utf8) }

    mutating func write(_ paragraph: String, to writer: inout ByteWriter) {
        let text = Array(paragraph.utf8)
        guard !text.isEmpty, let start = find(text) else {
            writer.write(0)
            writer.write(paragraph)
            skip(text.count)
            return
        }
        writer.write(start - offset + 1)
        writer.write(text.count)
        offset = start + text.count
    }

    mutating func read(from reader: inout ByteReader) throws(IndexError) -> String {
        let distance = try reader.integer()
        if distance == 0 {
            let text = try reader.text()
            skip(text.utf8.count)
            return text
        }
        let length = try reader.integer()
        guard distance - 1 <= markdown.count - offset, length <= markdown.count - offset - (distance - 1) else {
            throw .damaged
        }
        let start = offset + distance - 1
        offset = start + length
        guard let text = String(validating: markdown[start..<offset], as: UTF8.self) else { throw .damaged }
        return text
    }

    private mutating func skip(_ count: Int) { offset = min(markdown.count, offset + count) }

    /// Where a text stands, from the end of the one before on.
    private func find(_ text: [UInt8]) -> Int? {
        markdown.withUnsafeBytes { bytes in
            let last = min(bytes.count - text.count, offset + ParagraphSource.window)
            var start = offset
            while start <= last {
                let rest = bytes.baseAddress! + start
                guard let place = memchr(rest, Int32(text[0]), last - start + 1) else { break }
                start += UnsafeRawPointer(place) - rest
                if memcmp(place, text, text.count) == 0 { return start }
                start += 1
            }
            return nil
        }
    }
}
