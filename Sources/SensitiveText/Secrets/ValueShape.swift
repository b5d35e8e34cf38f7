/// What a value is made of: enough to tell something made up to be secret from a word, a name of a page or a number.
struct ValueShape {
    private(set) var length: Int
    private(set) var uppers = 0
    private(set) var lowers = 0
    private(set) var digits = 0
    /// Characters that passwords have and words do not.
    private(set) var symbols = 0
    /// `-`, `_`, `.`, `/` and `:`, which also join words to names, addresses and dates.
    private(set) var joints = 0
    /// Places where a digit stands directly beside a letter.
    private(set) var turns = 0
    /// How many different bytes there are; bytes beyond ASCII may count as one of it.
    private(set) var distinct = 0
    private(set) var beginsWithDigit: Bool
    private(set) var hasAt = false

    var letters: Int { uppers + lowers }

    init(_ range: Range<Int>, in text: ScannedText) {
        length = range.count
        beginsWithDigit = !range.isEmpty && text[range.lowerBound].isDigit
        var seenLow: UInt64 = 0
        var seenHigh: UInt64 = 0
        var previous: UInt8 = 0
        for offset in range {
            let byte = text[offset]
            if byte < 64 { seenLow |= 1 << UInt64(byte) } else { seenHigh |= 1 << UInt64(byte & 63) }
            if byte.isUpper {
                uppers += 1
            } else if byte.isLower {
                lowers += 1
            } else if byte.isDigit {
                digits += 1
            } else if "-_./:".utf8.contains(byte) {
                joints += 1
            } else if "!@#$%^&*?".utf8.contains(byte) {
                symbols += 1
                if byte == UInt8(ascii: "@") { hasAt = true }
            }
            if (byte.isDigit && previous.isLetter) || (byte.isLetter && previous.isDigit) { turns += 1 }
            previous = byte
        }
        distinct = seenLow.nonzeroBitCount + seenHigh.nonzeroBitCount
    }

    /// Words and numbers joined, as in `portal-password-2`, `90-day` and `v1.2.3`.
    var isSlug: Bool { uppers == 0 && symbols == 0 && joints > 0 && turns <= 1 }

    /// A number with its unit, as in `12hours`.
    var isQuantity: Bool { beginsWithDigit && turns == 1 && uppers == 0 && symbols == 0 && digits <= 3 }

    /// `name@host.org`: the person to ask, not the password.
    var isMailAddress: Bool { hasAt && symbols == 1 && joints > 0 }

    var isPassword: Bool {
        guard length >= 6, letters > 0, distinct >= 4 else { return false }
        return (digits > 0 || symbols > 0) && !isSlug && !isQuantity && !isMailAddress
    }

    /// What a machine drew: letters and digits in turn, and hardly a character twice.
    var isRandom: Bool {
        length >= 16 && digits > 0 && letters > 0 && turns >= 2 && distinct >= 8 && !isSlug && !isMailAddress
    }

    /// Whether the shape alone gives away a secret, where nothing but a space stands between the key and the value.
    func isPlainly(_ strictness: AssignmentKey.Strictness) -> Bool {
        switch strictness {
        case .chosen: isPassword && length >= 8 && uppers > 0 && lowers > 0 && digits >= 2
        case .numeric: false
        case .random: isRandom && turns >= 4
        }
    }
}
