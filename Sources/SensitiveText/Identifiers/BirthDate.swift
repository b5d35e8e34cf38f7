/// A person's name near a day of birth: “Jane Doe, DOB 03/14/1962”, “born on March 14, 1962”.
///
/// The day must stand beside a word for birth and the name within sixty bytes of the two, so that neither “name and
/// date of birth” in an instruction nor the day of a visit is one.
enum BirthDate {
    private static let nameDistance = 60
    /// After the day the name follows soon, or it is another sentence's.
    private static let laterNameDistance = 30
    private static let longestGap = 16

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard let keyword = keywordEnd(in: text, at: start) else { return nil }
        guard let date = date(in: text, around: start..<keyword) else { return nil }
        // “born on January 1, 1957 or before” is a rule for many.
        if text.word("or", at: date.upperBound + 1) != nil { return nil }
        let span = min(start, date.lowerBound)..<max(keyword, date.upperBound)
        if let name = PersonName.last(in: text, window(before: span.lowerBound, in: text)) {
            return SensitiveMatch(.nameWithBirthDate, name.lowerBound..<span.upperBound)
        }
        if let name = PersonName.first(in: text, window(after: span.upperBound, in: text)) {
            return SensitiveMatch(.nameWithBirthDate, span.lowerBound..<name.upperBound)
        }
        return nil
    }

    private static func keywordEnd(in text: ScannedText, at start: Int) -> Int? {
        switch text[start] | 0x20 {
        case UInt8(ascii: "d"): text.firstWord(of: ["dob", "d.o.b", "date of birth"], at: start)
        case UInt8(ascii: "b"): text.firstWord(of: ["born on", "born", "birth date", "birthday"], at: start)
        case UInt8(ascii: "f"): text.word("fecha de nacimiento", at: start)
        case UInt8(ascii: "n"): text.firstWord(of: ["nacido el", "nacida el"], at: start)
        default: nil
        }
    }

    /// The day after the keyword, past marks and little words, or just before it as in “03/14/1962 (DOB)”.
    private static func date(in text: ScannedText, around keyword: Range<Int>) -> Range<Int>? {
        var offset = keyword.upperBound
        while offset < keyword.upperBound + longestGap {
            if let end = CalendarDate.end(in: text, at: offset) { return offset..<end }
            if let end = text.firstWord(of: ["is", "was", "on", "of", "es", "el"], at: offset) {
                offset = end
            } else if text[offset].isSpace || text[offset].isQuote || ":.=*_(|-,".utf8.contains(text[offset]) {
                offset += 1
            } else {
                break
            }
        }
        for start in stride(from: keyword.lowerBound - 8, through: keyword.lowerBound - 20, by: -1) {
            guard !text[start - 1].isAlphanumeric, let end = CalendarDate.end(in: text, at: start) else { continue }
            let gap = text.run(from: end, limit: keyword.lowerBound) { $0.isBlank || $0 == UInt8(ascii: "(") }
            if gap == keyword.lowerBound { return start..<end }
        }
        return nil
    }

    /// The bytes before, from the start of a word and within the paragraph.
    private static func window(before end: Int, in text: ScannedText) -> Range<Int> {
        var start = end
        while start > max(text.start, end - nameDistance) {
            if endsParagraph(start - 1, in: text) { break }
            start -= 1
        }
        while start < end, PersonName.isLetter(text[start - 1], before: text[start]) { start += 1 }
        return start..<end
    }

    private static func window(after start: Int, in text: ScannedText) -> Range<Int> {
        var end = start
        while end < min(text.end, start + laterNameDistance) {
            if text.has(". ", at: end) || endsParagraph(end + 1, in: text) { break }
            end += 1
        }
        // To the end of the word, so that a name is found whole.
        while end < start + nameDistance, PersonName.isLetter(text[end], before: text[end + 1]) { end += 1 }
        return start..<end
    }

    /// Whether the byte ends a line in which nothing stands.
    private static func endsParagraph(_ offset: Int, in text: ScannedText) -> Bool {
        guard text[offset] == UInt8(ascii: "\n") else { return false }
        let before = text[offset - 1] == UInt8(ascii: "\r") ? text[offset - 2] : text[offset - 1]
        return before == UInt8(ascii: "\n")
    }
}
