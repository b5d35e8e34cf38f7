/// A social security number as AAA-GG-SSSS, with spaces, or as nine digits beside the words; and the taxpayer number
/// that is written alike and begins with 9.
///
/// Numbers that were never given out are not matched: area 000, 666 or 9xx, group 00, serial 0000, and one digit nine
/// times, which is a mask. The well-known 123-45-6789 is matched: it is a valid number, nobody can tell it from a real
/// one that was pasted, and `000-00-0000` or `XXX-XX-XXXX` say plainly that they are examples.
enum SocialSecurityNumber {
    private static let keywordDistance = 40
    private static let keywords: [StaticString] = [
        "ssn", "ss #", "ss number", "social security", "social is", "social number", "social:", "social #", "soc sec",
        "seguro social",
        "itin",
    ]

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard text[start + 1].isDigit, text[start + 2].isDigit, text.isNumberStart(start) else { return nil }
        if text[start + 3].isDigit { return bare(in: text, at: start) }
        guard let separator = Separator(in: text, at: start + 3) else { return nil }
        let group = start + 3 + separator.length
        guard text[group].isDigit, text[group + 1].isDigit, Separator(in: text, at: group + 2) == separator else {
            return nil
        }
        let serial = group + 2 + separator.length
        let end = text.run(from: serial, limit: serial + 5) { $0.isDigit }
        guard end == serial + 4, text.isNumberEnd(end) else { return nil }
        // Three numbers in a row of numbers are a table's.
        if separator == .space, hasNeighbour(in: text, before: start, after: end) { return nil }
        // With stops it is a version or an amount, unless the words say otherwise.
        if separator == .stop, !isAnnounced(in: text, before: start) { return nil }
        let number = Number(
            area: value(text, start, 3), group: value(text, group, 2), serial: value(text, serial, 4))
        return number.kind.map { SensitiveMatch($0, start..<end) }
    }

    private static func bare(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        let end = text.run(from: start, limit: start + 10) { $0.isDigit }
        guard end == start + 9, text.isNumberEnd(end), isAnnounced(in: text, before: start) else { return nil }
        let number = Number(
            area: value(text, start, 3), group: value(text, start + 3, 2), serial: value(text, start + 5, 4))
        return number.kind.map { SensitiveMatch($0, start..<end) }
    }

    /// Whether the words stand shortly before, with no other number between.
    private static func isAnnounced(in text: ScannedText, before start: Int) -> Bool {
        var offset = start - 1
        while offset >= max(text.start, start - keywordDistance), !text[offset].isDigit {
            if !text[offset - 1].isAlphanumeric, text.firstWord(of: keywords, at: offset) != nil { return true }
            offset -= 1
        }
        return false
    }

    private static func hasNeighbour(in text: ScannedText, before start: Int, after end: Int) -> Bool {
        let isAfterNumber = text[start - 1] == UInt8(ascii: " ") && text[start - 2].isDigit
        return isAfterNumber || (text[end] == UInt8(ascii: " ") && text[end + 1].isDigit)
    }

    private static func value(_ text: ScannedText, _ start: Int, _ count: Int) -> Int {
        (start..<start + count).reduce(0) { $0 * 10 + Int(text[$1] - UInt8(ascii: "0")) }
    }

    private enum Separator: Equatable {
        case hyphen, space, stop
        /// The dashes that word processors put in place of a hyphen.
        case dash

        init?(in text: ScannedText, at offset: Int) {
            switch text[offset] {
            case UInt8(ascii: "-"): self = .hyphen
            case UInt8(ascii: " "): self = .space
            case UInt8(ascii: "."): self = .stop
            case 0xE2 where text[offset + 1] == 0x80 && (0x90...0x93).contains(text[offset + 2]): self = .dash
            default: return nil
            }
        }

        var length: Int { self == .dash ? 3 : 1 }
    }

    private struct Number {
        let area: Int
        let group: Int
        let serial: Int

        var kind: SensitiveMatch.Kind? {
            guard serial != 0 else { return nil }
            let isMask = area % 111 == 0 && group == area % 10 * 11 && serial == area % 10 * 1111
            if isMask { return nil }
            if area >= 900 {
                let isIssued = (50...65).contains(group) || (70...99).contains(group) && group != 89 && group != 93
                return isIssued ? .taxpayerNumber : nil
            }
            return area == 0 || area == 666 || group == 0 ? nil : .socialSecurityNumber
        }
    }
}
