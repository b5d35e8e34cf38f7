/// The bytes being scanned. Reading beyond either end gives 0, which is part of no word, so that matchers need not ask
/// where the text ends.
struct ScannedText {
    let start: Int
    let end: Int
    private let bytes: [UInt8]
    /// Counts reads where a test asks for it.
    private let reads: ReadCounter?

    init(_ bytes: [UInt8], in range: Range<Int>, counting reads: ReadCounter? = nil) {
        let range = range.clamped(to: 0..<bytes.count)
        start = range.lowerBound
        end = range.upperBound
        self.bytes = bytes
        self.reads = reads
    }

    subscript(offset: Int) -> UInt8 {
        if let reads { reads.count += 1 }
        guard offset >= start, offset < end else { return 0 }
        return bytes[offset]
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether these very bytes stand here.
    func has(_ literal: StaticString, at offset: Int) -> Bool {
        for index in 0..<literal.utf8CodeUnitCount where self[offset + index] != literal.utf8Start[index] {
            return false
        }
        return true
    }

    /// The end of a phrase that is given in lower case and may stand here in any case. A space of it stands for a
    /// space, `_`, `-` or nothing: “api key” is also `API_KEY`, `api-key` and `apiKey`.
    func phrase(_ phrase: StaticString, at start: Int) -> Int? {
        var offset = start
        for index in 0..<phrase.utf8CodeUnitCount {
            let expected = phrase.utf8Start[index]
            let found = self[offset]
            if expected == UInt8(ascii: " ") {
                if found == UInt8(ascii: " ") || found == UInt8(ascii: "_") || found == UInt8(ascii: "-") {
                    offset += 1
                }
            } else if found == expected || (found.isUpper && found | 0x20 == expected) {
                offset += 1
            } else {
                return nil
            }
        }
        return offset
    }

    /// The end of a phrase that is not the beginning of a longer word.
    func word(_ phrase: StaticString, at start: Int) -> Int? {
        guard let end = self.phrase(phrase, at: start) else { return nil }
        return self[end - 1].isAlphanumeric && self[end].isAlphanumeric ? nil : end
    }

    /// The end of the first of these phrases that stands here as a whole word.
    func firstWord(of phrases: [StaticString], at start: Int) -> Int? {
        for phrase in phrases {
            if let end = word(phrase, at: start) { return end }
        }
        return nil
    }

    /// The first offset from here of which the byte is refused, or the limit.
    func run(from start: Int, limit: Int = .max, while accepts: (UInt8) -> Bool) -> Int {
        let limit = min(limit, end)
        var offset = start
        while offset < limit, accepts(self[offset]) { offset += 1 }
        return offset
    }

    /// The end of a dash or arrow of typography, three bytes long, that stands here.
    func dashEnd(at offset: Int) -> Int? {
        guard self[offset] == 0xE2 else { return nil }
        let isDash = self[offset + 1] == 0x80 && (0x90...0x95).contains(self[offset + 2])
        let isArrow = self[offset + 1] == 0x86 && self[offset + 2] == 0x92
        return isDash || isArrow ? offset + 3 : nil
    }

    /// Whether a number or code may begin here: it does not go on from a longer one, as digits do after `1-` or `3.`.
    func isNumberStart(_ offset: Int) -> Bool {
        let before = self[offset - 1]
        if before.isAlphanumeric || before == UInt8(ascii: "+") || before == UInt8(ascii: "_") { return false }
        guard before.joinsNumbers else { return true }
        return !self[offset - 2].isAlphanumeric
    }

    /// Whether a number or code may end before this offset.
    func isNumberEnd(_ offset: Int) -> Bool {
        let after = self[offset]
        if after.isAlphanumeric || after == UInt8(ascii: "_") { return false }
        guard after.joinsNumbers else { return true }
        return !self[offset + 1].isAlphanumeric
    }
}
