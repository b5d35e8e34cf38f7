/// Reads one value that is written plainly, from left to right; nil for whatever a parser must look at.
struct PlainText {
    private let end: Int
    private var offset: Int

    init(_ range: Range<Int>) {
        offset = range.lowerBound
        end = range.upperBound
    }

    /// A scalar that is all of the text but a comment.
    mutating func scalar(_ bytes: [UInt8]) -> Range<Int>? {
        guard let value = token(bytes, isFlow: false), isAtEnd(bytes) else { return nil }
        return value
    }

    /// A list in brackets, or a single scalar.
    mutating func list(_ bytes: [UInt8]) -> [Range<Int>]? {
        guard offset < end, bytes[offset] == UInt8(ascii: "[") else { return scalar(bytes).map { [$0] } }
        offset += 1
        var values: [Range<Int>] = []
        skipSpaces(bytes)
        while !take(UInt8(ascii: "]"), bytes) {
            guard let value = token(bytes, isFlow: true) else { return nil }
            values.append(value)
            skipSpaces(bytes)
            guard take(UInt8(ascii: ","), bytes) || (offset < end && bytes[offset] == UInt8(ascii: "]")) else {
                return nil
            }
            skipSpaces(bytes)
        }
        return isAtEnd(bytes) ? values : nil
    }

    /// A mapping in braces, each of its values a scalar.
    ///
    /// - Parameter visit: Is given each key and value, and says whether to go on.
    mutating func mapping(_ bytes: [UInt8], _ visit: (Range<Int>, Range<Int>) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{"), bytes) else { return false }
        skipSpaces(bytes)
        while !take(UInt8(ascii: "}"), bytes) {
            guard let key = token(bytes, isFlow: true) else { return false }
            skipSpaces(bytes)
            guard take(UInt8(ascii: ":"), bytes), offset < end, bytes[offset] == UInt8(ascii: " ") else { return false }
            skipSpaces(bytes)
            guard let value = token(bytes, isFlow: true) else { return false }
            guard visit(key, value) else { return false }
            skipSpaces(bytes)
            guard take(UInt8(ascii: ","), bytes) || (offset < end && bytes[offset] == UInt8(ascii: "}")) else {
                return false
            }
            skipSpaces(bytes)
        }
        return isAtEnd(bytes)
    }

    /// One line `key: scalar` of a mapping that has a line for each.
    mutating func pair(_ bytes: [UInt8]) -> (key: Range<Int>, value: Range<Int>)? {
        skipSpaces(bytes)
        let start = offset
        while offset < end, bytes[offset].isNamePart { offset += 1 }
        let key = start..<offset
        guard !key.isEmpty, take(UInt8(ascii: ":"), bytes), take(UInt8(ascii: " "), bytes) else { return nil }
        skipSpaces(bytes)
        return scalar(bytes).map { (key, $0) }
    }

    private mutating func token(_ bytes: [UInt8], isFlow: Bool) -> Range<Int>? {
        guard offset < end else { return nil }
        let first = bytes[offset]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let start = offset + 1
            offset = start
            while offset < end, bytes[offset] != first {
                guard bytes[offset] != UInt8(ascii: "\\"), bytes[offset] >= 0x20 else { return nil }
                offset += 1
            }
            // Two single quotes stand for one.
            guard take(first, bytes), offset == end || bytes[offset] != first else { return nil }
            return start..<offset - 1
        }
        let start = offset
        while offset < end, !isEnd(bytes, isFlow) {
            switch bytes[offset] {
            case 0..<0x20: return nil
            case UInt8(ascii: ":") where isFlow || offset + 1 == end || bytes[offset + 1] == UInt8(ascii: " "):
                guard isFlow, offset > start else { return nil }
                return plain(bytes, start)
            default: offset += 1
            }
        }
        return plain(bytes, start)
    }

    private func isEnd(_ bytes: [UInt8], _ isFlow: Bool) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): isFlow
        case UInt8(ascii: "#"): bytes[offset - 1] == UInt8(ascii: " ")
        default: false
        }
    }

    /// An unquoted scalar up to here; nil where it may be something else than a text.
    private func plain(_ bytes: [UInt8], _ start: Int) -> Range<Int>? {
        var last = offset
        while last > start, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
        guard last > start else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            break
        default: return nil
        }
        // null, Null and NULL stand for nothing.
        let isNull =
            last - start == 4 && bytes[start] | 0x20 == UInt8(ascii: "n")
            && bytes[start + 3] | 0x20 == UInt8(ascii: "l")
        return isNull ? nil : start..<last
    }

    private mutating func take(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
        guard offset < end, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipSpaces(_ bytes: [UInt8]) {
        while offset < end, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    }

    private mutating func isAtEnd(_ bytes: [UInt8]) -> Bool {
        let start = offset
        skipSpaces(bytes)
        return offset == end || bytes[offset] == UInt8(ascii: "#") && offset > start
    }
}

extension UInt8 {
    fileprivate var isNamePart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
