import Diagnostics

/// A fact's name in text: `{{fact:mri.prep-hours}}`.
package struct FactPlaceholder: Hashable, Sendable {
    package let name: String
    package let range: Range<Int>

    /// Something in double braces that is not filled in.
    package struct Malformed: Hashable, Sendable {
        /// The fact that was probably meant; nil where nothing says that it is one.
        package let name: String?
        package let range: Range<Int>
    }

    private static let opening = Array("{{fact:".utf8)
    /// Bytes that a placeholder may have between its braces.
    private static let greatestLength = 128

    /// Every placeholder, in order.
    package static func all(in bytes: [UInt8]) -> [FactPlaceholder] {
        braced(in: bytes).compactMap { inner, closing in
            guard closing == 2, bytes[(inner.lowerBound - 2)...].starts(with: opening) else { return nil }
            let name = String(decoding: bytes[(inner.lowerBound - 2 + opening.count)..<inner.upperBound], as: UTF8.self)
            return FactPlaceholder(name: name, range: inner.lowerBound - 2..<inner.upperBound + 2)
        }
    }

    /// Every text in double braces that is no placeholder, in order.
    package static func malformed(in bytes: [UInt8]) -> [Malformed] {
        single(in: bytes)
            + braced(in: bytes).compactMap { inner, closing in
                let isFact = bytes[(inner.lowerBound - 2)...].starts(with: opening)
                guard closing < 2 || !isFact, closing == 2 || isFact else { return nil }
                let words = String(decoding: bytes[inner], as: UTF8.self).split { $0 == " " || $0 == ":" }
                let isNamed = words.count == 2 && ["fact", "facts"].contains(words[0].lowercased())
                let isName = words.count == 1 && words[0].contains(".") && words[0].utf8.allSatisfy(isNamePart)
                let name = isNamed || isName ? words.last.map(String.init) : nil
                return Malformed(name: name, range: inner.lowerBound - 2..<inner.upperBound + closing)
            }
    }

    /// `{fact:name}`, where two braces were meant.
    private static func single(in bytes: [UInt8]) -> [Malformed] {
        let opening = FactPlaceholder.opening.dropFirst()
        let brace = UInt8(ascii: "{")
        var found: [Malformed] = []
        var start = bytes.startIndex
        while let offset = bytes.firstOffset(of: brace, from: start) {
            start = offset + 1
            guard bytes[offset...].starts(with: opening), offset == 0 || bytes[offset - 1] != brace else { continue }
            let name = bytes[(offset + opening.count)...].prefix(greatestLength).prefix(while: isNamePart)
            guard !name.isEmpty, bytes[name.endIndex...].first == UInt8(ascii: "}") else { continue }
            found.append(Malformed(name: String(decoding: name, as: UTF8.self), range: offset..<name.endIndex + 1))
        }
        return found
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// What follows each `{{` on its line, up to a brace, and how many closing braces (at most two) are there.
    private static func braced(in bytes: [UInt8]) -> [(inner: Range<Int>, closing: Int)] {
        guard let first = bytes.firstOffset(of: [UInt8(ascii: "{"), UInt8(ascii: "{")]) else { return [] }
        var found: [(inner: Range<Int>, closing: Int)] = []
        bytes.withUnsafeBufferPointer { buffer in
            let brace = UInt8(ascii: "{")
            var offset = first
            while offset + 2 < buffer.count {
                guard buffer[offset] == brace, buffer[offset + 1] == brace else {
                    offset += 1
                    continue
                }
                let inner = buffer[(offset + 2)...].prefix(greatestLength).prefix {
                    $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") && $0 != brace
                }
                let closing = buffer[inner.endIndex...].prefix(2).prefix { $0 == UInt8(ascii: "}") }.count
                if closing > 0 || buffer[offset...].starts(with: opening) {
                    found.append((inner.startIndex..<inner.endIndex, closing))
                }
                offset = inner.isEmpty ? offset + 1 : inner.endIndex
            }
        }
        return found
    }
}
