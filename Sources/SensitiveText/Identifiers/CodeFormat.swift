/// A few capitals and then digits, with hyphens between: the shape of numbers that systems give to people.
struct CodeFormat {
    /// How many letters may stand in all.
    let letters: Int
    let digits: ClosedRange<Int>

    /// Where a code that begins here ends.
    func end(in text: ScannedText, at start: Int) -> Int? {
        var letterCount = 0
        var digitCount = 0
        var groups: [Int] = []
        var group = 0
        var isMask = true
        var firstDigit: UInt8?
        var offset = start
        scan: while offset < start + 32 {
            let byte = text[offset]
            if byte.isDigit {
                digitCount += 1
                isMask = isMask && byte == firstDigit ?? byte
                firstDigit = firstDigit ?? byte
            } else if byte.isUpper {
                letterCount += 1
            } else if byte == UInt8(ascii: "-"), text[offset + 1].isAlphanumeric, offset > start {
                groups.append(group)
                group = -1
            } else if byte == UInt8(ascii: " "), (3...5).contains(group), isGroup(in: text, at: offset + 1) {
                groups.append(group)
                group = -1
            } else {
                break scan
            }
            group += 1
            offset += 1
        }
        groups.append(group)
        // 800-555-0100 is the telephone number of the members' desk and 2026-03-14 a day. One digit alone is a mask.
        let isOther = letterCount == 0 && (groups == [3, 3, 4] || groups == [1, 3, 3, 4] || groups == [4, 2, 2])
        guard digits.contains(digitCount), letterCount <= letters, !isMask, !isOther, text.isNumberEnd(offset) else {
            return nil
        }
        return offset
    }

    /// Whether at least three digits follow a space, as in `034 964 894`.
    private func isGroup(in text: ScannedText, at offset: Int) -> Bool {
        text[offset].isDigit && text[offset + 1].isDigit && text[offset + 2].isDigit
    }
}
