/// A Medicare Beneficiary Identifier: eleven characters of which the position says digit or letter, plain or as the
/// card prints it, 1EG4-TE5-MK73.
enum MedicareNumber {
    private enum Position {
        case nonZero, digit, letter, either
    }

    private static let positions: [Position] = [
        .nonZero, .letter, .either, .digit, .letter, .either, .digit, .letter, .letter, .digit, .digit,
    ]

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard isLetter(text[start + 1]), text.isNumberStart(start) else { return nil }
        let hasDashes = text[start + 4] == UInt8(ascii: "-")
        var offset = start
        for (index, position) in positions.enumerated() {
            if hasDashes, index == 4 || index == 7 {
                guard text[offset] == UInt8(ascii: "-") else { return nil }
                offset += 1
            }
            guard accepts(text[offset], at: position) else { return nil }
            offset += 1
        }
        return text.isNumberEnd(offset) ? SensitiveMatch(.medicareNumber, start..<offset) : nil
    }

    private static func accepts(_ byte: UInt8, at position: Position) -> Bool {
        switch position {
        case .nonZero: byte.isDigit && byte != UInt8(ascii: "0")
        case .digit: byte.isDigit
        case .letter: isLetter(byte)
        case .either: byte.isDigit || isLetter(byte)
        }
    }

    /// The letters that are not mistaken for digits.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte.isUpper && !"SLOIBZ".utf8.contains(byte)
    }
}
