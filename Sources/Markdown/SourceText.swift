private import Glibc

/// A checked copy of the text as md4c 0.4.8 needs it: ending with a line feed, which selects its fast scan for line
/// ends, and followed by zeros, since it looks a byte past the end in a few places.
final class SourceText {
    /// The slice's own bytes, without what was added.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The same with the line feed at the end.
    let lines: UnsafeBufferPointer<UInt8>
    /// The index of the first byte in the slice that was parsed.
    let start: Int

    private let storage: UnsafeMutableBufferPointer<UInt8>
    private static let padding = 4

    convenience init(_ slice: ArraySlice<UInt8>, limits: MarkdownLimits) throws(MarkdownError) {
        let limit = min(limits.bytes, MarkdownLimits.greatestSize)
        guard slice.count <= limit else {
            throw MarkdownError(.tooLarge(limit: limit), slice.startIndex..<slice.endIndex)
        }
        self.init(copying: slice)
        if let nul = memchr(storage.baseAddress!, 0, bytes.count) {
            let offset = start + (nul - UnsafeMutableRawPointer(storage.baseAddress!))
            throw MarkdownError(.nul, offset..<offset + 1)
        }
        do {
            _ = try UTF8Span(validating: slice.span)
        } catch {
            let range = error.byteOffsets
            throw MarkdownError(.invalidUTF8, start + range.lowerBound..<start + range.upperBound)
        }
    }

    private init(copying slice: ArraySlice<UInt8>) {
        storage = .allocate(capacity: slice.count + Self.padding)
        let end = storage.initialize(fromContentsOf: slice)
        storage[end...].initialize(repeating: 0)
        let endsLine = end > 0 && (storage[end - 1] == UInt8(ascii: "\n") || storage[end - 1] == UInt8(ascii: "\r"))
        if !endsLine { storage[end] = UInt8(ascii: "\n") }
        bytes = UnsafeBufferPointer(rebasing: storage[..<end])
        lines = UnsafeBufferPointer(rebasing: storage[..<(endsLine ? end : end + 1)])
        start = slice.startIndex
    }

    /// The same text with some bytes replaced by other ASCII.
    init(_ other: SourceText, replacing change: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        storage = .allocate(capacity: other.storage.count)
        _ = storage.initialize(fromContentsOf: other.storage)
        bytes = UnsafeBufferPointer(rebasing: storage[..<other.bytes.count])
        lines = UnsafeBufferPointer(rebasing: storage[..<other.lines.count])
        start = other.start
        change(UnsafeMutableBufferPointer(rebasing: storage[..<other.bytes.count]))
    }

    deinit {
        storage.deallocate()
    }

    /// The byte at an index of the slice that was parsed.
    subscript(offset: Int) -> UInt8 {
        bytes[offset - start]
    }

    func firstRange(of needle: StaticString) -> Range<Int>? {
        needle.withUTF8Buffer { needle in
            var rest = bytes[...]
            while let first = rest.firstIndex(of: needle[0]) {
                rest = rest[first...]
                if rest.starts(with: needle) { return start + first..<start + first + needle.count }
                rest.removeFirst()
            }
            return nil
        }
    }

    /// Where md4c's pointer points, when it points into this text.
    func source(_ pointer: UnsafePointer<UInt8>, count: Int) -> Range<Int>? {
        let offset = Int(bitPattern: pointer) &- Int(bitPattern: bytes.baseAddress!)
        guard offset >= 0, offset <= bytes.count else { return nil }
        return start + offset..<start + min(offset + count, bytes.count)
    }
}
