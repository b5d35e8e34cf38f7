/// Finds fields in the front matter of an article by its lines, without parsing YAML.
///
/// It knows the plain ways in which front matter is nearly always written, and leaves all else to the parser: where it finds a
/// field, the parser finds the same, but for what is wrong further on in the file.
struct FrontMatterScan {
    enum Field: Int, CaseIterable {
        case id, aliases, title, owner, audience, language, category, type, topics, risk, status, effective, review
    }

    /// Of each field the text on its line, and the lines below it that belong to it.
    private(set) var inline = [Range<Int>?](repeating: nil, count: Field.allCases.count)
    private(set) var below = [Range<Int>](repeating: 0..<0, count: Field.allCases.count)

    private static let names: [[UInt8]] = Field.allCases.map { Array("\($0)".utf8) }

    /// - Parameter count: Of the bytes that were read.
    /// - Returns: Whether the whole front matter is there and written plainly.
    mutating func scan(_ bytes: [UInt8], count: Int) -> Bool {
        for index in inline.indices {
            inline[index] = nil
            below[index] = 0..<0
        }
        guard count > 4, bytes[0] == dash, bytes[1] == dash, bytes[2] == dash else { return false }
        guard var start = FrontMatterScan.nextLine(bytes, 0, count), start == 4 || start == 5 && bytes[3] == 0x0D else {
            return false
        }
        var field: Field?
        var isLiteral = false
        while let next = FrontMatterScan.nextLine(bytes, start, count) {
            let end = next >= 2 && bytes[next - 2] == 0x0D && next - 2 >= start ? next - 2 : next - 1
            let line = start..<end
            start = next
            guard let first = line.first.map({ bytes[$0] }), first != UInt8(ascii: "#") else { continue }
            switch first {
            case dash where end - line.lowerBound >= 3 && bytes[line.lowerBound + 1] == dash:
                return bytes[line.lowerBound + 2] == dash && end - line.lowerBound == 3
            case space, dash:
                guard isLiteral || FrontMatterScan.isClosed(bytes, line, isValue: false) else { return false }
                if let field {
                    let old = below[field.rawValue]
                    below[field.rawValue] = (old.isEmpty ? line.lowerBound : old.lowerBound)..<next
                }
            default:
                guard let colon = FrontMatterScan.key(bytes, line),
                    FrontMatterScan.isClosed(bytes, colon + 1..<end, isValue: true)
                else { return false }
                field = FrontMatterScan.field(bytes, line.lowerBound..<colon)
                let value = FrontMatterScan.trimmed(bytes, colon + 1..<end)
                isLiteral = !value.isEmpty && [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(bytes[value.lowerBound])
                if let field {
                    // A key that stands twice is a mistake, which the parser tells.
                    guard inline[field.rawValue] == nil, !isLiteral else { return false }
                    inline[field.rawValue] = value
                }
            }
        }
        return false
    }

    /// The start of the line after the one that an offset is in; nil where that one does not end.
    private static func nextLine(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        var offset = start
        while offset < count {
            if bytes[offset] == newline { return offset + 1 }
            offset += 1
        }
        return nil
    }

    /// The colon after a plain key.
    private static func key(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
        for offset in line {
            switch bytes[offset] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), dash:
                continue
            case colon where offset > line.lowerBound && (offset + 1 == line.upperBound || bytes[offset + 1] == space):
                return offset
            default: return nil
            }
        }
        return nil
    }

    private static func field(_ bytes: [UInt8], _ range: Range<Int>) -> Field? {
        let field: Field
        // No two have the same length and the same first letter.
        switch (range.count, Unicode.Scalar(bytes[range.lowerBound])) {
        case (2, "i"): field = .id
        case (4, "r"): field = .risk
        case (4, "t"): field = .type
        case (5, "o"): field = .owner
        case (5, "t"): field = .title
        case (6, "r"): field = .review
        case (6, "s"): field = .status
        case (6, "t"): field = .topics
        case (7, "a"): field = .aliases
        case (8, "a"): field = .audience
        case (8, "c"): field = .category
        case (8, "l"): field = .language
        case (9, "e"): field = .effective
        default: return nil
        }
        let name = names[field.rawValue]
        for (offset, byte) in name.enumerated() where bytes[range.lowerBound + offset] != byte { return nil }
        return field
    }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == space { start += 1 }
        while end > start, bytes[end - 1] == space { end -= 1 }
        return start..<end
    }

    /// Whether all quotes and brackets that open on a line close on it, and nothing is there that only a parser knows.
    ///
    /// - Parameter isValue: It is what stands behind a key, and no line that may have keys of its own.
    private static func isClosed(_ bytes: [UInt8], _ line: Range<Int>, isValue: Bool) -> Bool {
        var offset = line.lowerBound
        while offset < line.upperBound, bytes[offset] == space { offset += 1 }
        // A plain text opens nothing.
        if isValue, offset < line.upperBound, bytes[offset].isWordStart { return true }
        var depth = 0
        var isStart = true
        while offset < line.upperBound {
            let byte = bytes[offset]
            // Most are letters and digits, which mean nothing.
            if byte.isWordStart {
                isStart = false
                offset += 1
                continue
            }
            let next = offset + 1 < line.upperBound ? bytes[offset + 1] : space
            switch byte {
            case space: break
            case UInt8(ascii: "\t"): return false
            case UInt8(ascii: "#") where offset == line.lowerBound || bytes[offset - 1] == space: return depth == 0
            case doubleQuote where isStart, singleQuote where isStart:
                guard let end = closing(bytes, offset, line.upperBound) else { return false }
                offset = end
                isStart = false
            case UInt8(ascii: "&") where isStart, UInt8(ascii: "*") where isStart, UInt8(ascii: "!") where isStart,
                UInt8(ascii: "?") where isStart && next == space:
                return false
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if isStart || depth > 0 {
                    depth += 1
                    isStart = true
                }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth > 0 { depth -= 1 }
                isStart = false
            case UInt8(ascii: ","): isStart = depth > 0
            case colon: isStart = next == space || depth > 0
            case dash where isStart && next == space && depth == 0: break
            default: isStart = false
            }
            offset += 1
        }
        return depth == 0
    }

    /// Where a quoted text ends that begins at an offset.
    private static func closing(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        let quote = bytes[start]
        var offset = start + 1
        while offset < end {
            if bytes[offset] == quote {
                guard quote == singleQuote, offset + 1 < end, bytes[offset + 1] == quote else { return offset }
                offset += 1
            } else if quote == doubleQuote, bytes[offset] == UInt8(ascii: "\\") {
                offset += 1
            }
            offset += 1
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isWordStart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: false
        }
    }
}

private let dash = UInt8(ascii: "-")
private let space = UInt8(ascii: " ")
private let colon = UInt8(ascii: ":")
private let newline = UInt8(ascii: "\n")
private let doubleQuote = UInt8(ascii: "\"")
private let singleQuote = UInt8(ascii: "'")
