/// A payment card number: an issuer's prefix and length, the groups that cards print, and the check digit.
///
/// Numbers that gateways publish for tests are matched too; they look like any other.
enum PaymentCard {
    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard (UInt8(ascii: "2")...UInt8(ascii: "6")).contains(text[start]), text.isNumberStart(start) else {
            return nil
        }
        guard let number = Number(in: text, at: start), text.isNumberEnd(number.end), number.hasIssuer,
            number.hasCheckDigit, number.isPrinted || !isOfPaper(in: text, before: start)
        else { return nil }
        return SensitiveMatch(.paymentCard, start..<number.end)
    }

    private static let papers: [StaticString] = [
        "claim", "order", "tracking", "reference", "invoice", "confirmation", "shipment", "authorization",
    ]

    /// Whether “claim number” or the like stands just before: one in ten such numbers has a right check digit.
    private static func isOfPaper(in text: ScannedText, before start: Int) -> Bool {
        var offset = start - 1
        while offset >= max(text.start, start - 24), text[offset] != UInt8(ascii: ".") {
            if !text[offset - 1].isAlphanumeric {
                if text.word("card", at: offset) != nil { return false }
                if text.firstWord(of: papers, at: offset) != nil { return true }
            }
            offset -= 1
        }
        return false
    }

    private struct Number {
        private(set) var digits: [UInt8] = []
        private(set) var end: Int
        /// In the groups that cards have.
        let isPrinted: Bool
        private static let longest = 16

        /// Reads digits in one run, or in groups with the same single separator between.
        init?(in text: ScannedText, at start: Int) {
            end = start
            let first = text.run(from: start, limit: start + Self.longest + 1) { $0.isDigit }
            let separator = text[first]
            // Most numbers are short: a year, a dose, a price.
            guard first - start >= 14 || first - start == 4 else { return nil }
            var groups: [Int] = []
            while digits.count <= Self.longest {
                let groupEnd = text.run(from: end, limit: end + Self.longest + 1) { $0.isDigit }
                for offset in end..<groupEnd { digits.append(text[offset] - UInt8(ascii: "0")) }
                groups.append(groupEnd - end)
                end = groupEnd
                let goesOn =
                    separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".")
                guard goesOn, text[end] == separator, text[end + 1].isDigit else { break }
                end += 1
            }
            isPrinted = groups == [4, 4, 4, 4] || groups == [4, 6, 5] || groups == [4, 6, 4]
            guard groups.count == 1 || isPrinted else { return nil }
        }

        var hasIssuer: Bool {
            let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
            return switch prefix {
            case 4000...4999, 5100...5599, 2221...2720, 6011, 6440...6599, 3528...3589: digits.count == 16
            case 3400...3499, 3700...3799: digits.count == 15
            case 3000...3059, 3600...3699, 3800...3999: digits.count == 14
            default: false
            }
        }

        var hasCheckDigit: Bool {
            var sum = 0
            for (index, digit) in digits.reversed().enumerated() {
                let value = index.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
                sum += value > 9 ? value - 9 : value
            }
            return sum.isMultiple(of: 10)
        }
    }
}
