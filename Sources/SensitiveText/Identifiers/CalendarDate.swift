/// A full day as people write it, in figures or with the month's name. Months alone and years alone are no one's birth.
enum CalendarDate {
    private static let years = 1900...2099

    private static let months: [StaticString] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "enero",
        "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ]

    /// Where a day that begins here ends.
    static func end(in text: ScannedText, at start: Int) -> Int? {
        let end = text[start].isDigit ? figures(in: text, at: start) ?? dayFirst(in: text, at: start) : nil
        return end ?? (text[start].isLetter ? monthFirst(in: text, at: start) : nil)
    }

    /// 03/14/1962, 3-14-62, 14.03.1962, 1962-03-14.
    private static func figures(in text: ScannedText, at start: Int) -> Int? {
        guard let first = number(in: text, at: start), let second = number(in: text, at: first.end + 1),
            let third = number(in: text, at: second.end + 1)
        else { return nil }
        let separator = text[first.end]
        guard separator.joinsNumbers, text[second.end] == separator, !text[third.end].isAlphanumeric else { return nil }
        let isYearFirst = first.end - start == 4
        let year = isYearFirst ? first : third
        let (month, day) = isYearFirst ? (second.value, third.value) : (first.value, second.value)
        let hasShortYear = !isYearFirst && third.end - second.end == 3
        guard hasShortYear || years.contains(year.value) else { return nil }
        // Either may come first.
        guard min(month, day) >= 1, min(month, day) <= 12, max(month, day) <= 31 else { return nil }
        return third.end
    }

    /// March 14, 1962; Mar. 14th 1962.
    private static func monthFirst(in text: ScannedText, at start: Int) -> Int? {
        guard let name = text.firstWord(of: months, at: start) else { return nil }
        let dayStart = text.run(from: name, limit: name + 3) { $0.isBlank || $0 == UInt8(ascii: ".") }
        guard let day = number(in: text, at: dayStart), (1...31).contains(day.value) else { return nil }
        let dayEnd = ordinalEnd(in: text, at: day.end)
        return yearEnd(
            in: text, at: text.run(from: dayEnd, limit: dayEnd + 3) { $0.isBlank || $0 == UInt8(ascii: ",") })
    }

    /// 14 March 1962; 14 de marzo de 1962.
    private static func dayFirst(in text: ScannedText, at start: Int) -> Int? {
        guard let day = number(in: text, at: start), (1...31).contains(day.value) else { return nil }
        guard let name = text.firstWord(of: months, at: filler(in: text, at: ordinalEnd(in: text, at: day.end))) else {
            return nil
        }
        return yearEnd(in: text, at: filler(in: text, at: name))
    }

    private static func filler(in text: ScannedText, at start: Int) -> Int {
        let offset = text.run(from: start, limit: start + 3) {
            $0.isBlank || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        guard let end = text.firstWord(of: ["de", "del", "of"], at: offset) else { return offset }
        return text.run(from: end, limit: end + 2) { $0.isBlank }
    }

    private static func ordinalEnd(in text: ScannedText, at offset: Int) -> Int {
        text.firstWord(of: ["st", "nd", "rd", "th"], at: offset) ?? offset
    }

    private static func yearEnd(in text: ScannedText, at start: Int) -> Int? {
        guard let year = number(in: text, at: start), years.contains(year.value) else { return nil }
        return year.end
    }

    private static func number(in text: ScannedText, at start: Int) -> (value: Int, end: Int)? {
        let end = text.run(from: start, limit: start + 4) { $0.isDigit }
        guard end > start, !text[end].isDigit else { return nil }
        return ((start..<end).reduce(0) { $0 * 10 + Int(text[$1] - UInt8(ascii: "0")) }, end)
    }
}
