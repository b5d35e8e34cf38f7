/// Finds where a destination with escapes or references stands, which md4c hands over as a copy.
struct DestinationSearch {
    private let source: SourceText
    /// Closing marks of emphasis and code may stand between a link's text and its `](`.
    private static let reach = 64

    init(_ source: SourceText) {
        self.source = source
    }

    /// The bytes after the next `](`, if they resolve to this destination.
    func range(of destination: Fragment, after position: Int) -> Range<Int>? {
        let bytes = source.bytes
        var start = position - source.start
        let limit = min(bytes.count - 1, start + Self.reach)
        while start < limit, !(bytes[start] == UInt8(ascii: "]") && bytes[start + 1] == UInt8(ascii: "(")) {
            start += 1
        }
        guard start < limit else { return nil }
        start += 2
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        if start < bytes.count, bytes[start] == UInt8(ascii: "<") { start += 1 }
        guard let end = end(ofCopy: destination.bytes, from: start) else { return nil }
        return source.start + start..<source.start + end
    }

    private func end(ofCopy expected: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let bytes = source.bytes
        var offset = start
        var matched = 0
        func match(_ byte: UInt8) -> Bool {
            guard matched < expected.count, expected[matched] == byte else { return false }
            matched += 1
            return true
        }
        while matched < expected.count, offset < bytes.count {
            if let end = referenceEnd(from: offset), let reference = CharacterReference(bytes[offset..<end]) {
                var agrees = true
                reference.forEachByte { agrees = match($0) && agrees }
                guard agrees else { return nil }
                offset = end
                continue
            }
            if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count, isPunctuation(bytes[offset + 1]) {
                offset += 1
            }
            guard match(bytes[offset]) else { return nil }
            offset += 1
        }
        return matched == expected.count ? offset : nil
    }

    private func referenceEnd(from start: Int) -> Int? {
        guard source.bytes[start] == UInt8(ascii: "&") else { return nil }
        let end = source.bytes[start...].prefix(50).firstIndex(of: UInt8(ascii: ";"))
        return end.map { $0 + 1 }
    }

    private func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
