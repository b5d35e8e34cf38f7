/// Finds likely secrets and patient identifiers in text, in time linear in its length.
///
/// One pass goes from word to word. The first byte of a word decides which matchers look at it; a matcher reads a
/// bounded stretch around the word, or a run that no other start will read again. No two starts share an unbounded
/// read, so no input makes the work more than a constant times its length.
package enum SensitiveText {
    /// What was found in a part of the bytes, in order. What lies outside the range is not looked at. A name with its
    /// date of birth may reach over other matches; no other two overlap.
    package static func scan(_ bytes: [UInt8], in range: Range<Int>) -> [SensitiveMatch] {
        scan(ScannedText(bytes, in: range))
    }

    static func scan(_ text: ScannedText) -> [SensitiveMatch] {
        var matches: [SensitiveMatch] = []
        var isSorted = true
        var previous: UInt8 = 0
        var offset = text.start
        while offset < text.end {
            let byte = text[offset]
            defer { previous = byte }
            guard mayStart(byte, after: previous), let match = match(in: text, at: offset, byte, after: previous) else {
                offset += 1
                continue
            }
            // An address and a name begin before the byte that gave them away.
            if let last = matches.last, last.range.lowerBound > match.range.lowerBound { isSorted = false }
            matches.append(match)
            offset = max(offset + 1, match.range.upperBound)
        }
        if !isSorted {
            matches.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        }
        return matches
    }

    /// Whether a word, a hump of a camelCase word, a dashed header or the `:` of an address may begin here.
    @inline(__always)
    private static func mayStart(_ byte: UInt8, after previous: UInt8) -> Bool {
        if byte.isAlphanumeric { return !previous.isAlphanumeric || (byte.isUpper && previous.isLower) }
        return byte == UInt8(ascii: ":") || (byte == UInt8(ascii: "-") && previous != UInt8(ascii: "-"))
    }

    private static func match(
        in text: ScannedText, at offset: Int, _ byte: UInt8, after previous: UInt8
    ) -> SensitiveMatch? {
        if byte == UInt8(ascii: ":") { return AddressCredentials.match(in: text, atColon: offset) }
        if byte == UInt8(ascii: "-") { return PrivateKeyBlock.match(in: text, at: offset) }
        if byte.isDigit {
            return SocialSecurityNumber.match(in: text, at: offset) ?? PaymentCard.match(in: text, at: offset)
                ?? MedicareNumber.match(in: text, at: offset)
        }
        if previous.isAlphanumeric { return Assignment.match(in: text, at: offset) }
        return wordMatch(in: text, at: offset, byte)
    }

    /// Tries what a word that begins with this letter could be.
    private static func wordMatch(in text: ScannedText, at offset: Int, _ byte: UInt8) -> SensitiveMatch? {
        switch byte | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "g"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "x"):
            IssuedToken.match(in: text, at: offset) ?? Assignment.match(in: text, at: offset)
                ?? LabelledNumber.match(in: text, at: offset)
        case UInt8(ascii: "n"):
            IssuedToken.match(in: text, at: offset) ?? BirthDate.match(in: text, at: offset)
        case UInt8(ascii: "e"): WebToken.match(in: text, at: offset)
        case UInt8(ascii: "p"), UInt8(ascii: "c"):
            Assignment.match(in: text, at: offset) ?? LabelledNumber.match(in: text, at: offset)
        case UInt8(ascii: "t"): Assignment.match(in: text, at: offset)
        case UInt8(ascii: "m"), UInt8(ascii: "i"): LabelledNumber.match(in: text, at: offset)
        case UInt8(ascii: "b"): Assignment.match(in: text, at: offset) ?? BirthDate.match(in: text, at: offset)
        case UInt8(ascii: "d"), UInt8(ascii: "f"): BirthDate.match(in: text, at: offset)
        default: nil
        }
    }
}
