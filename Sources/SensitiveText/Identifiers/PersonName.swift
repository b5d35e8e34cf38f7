/// Two capitalised words that could be a person's name: “Jane Doe”, “DOE, JANE”, “Jane Q. Doe”, “María de la Cruz”.
enum PersonName {
    /// Capitalised in forms, headings and at the start of sentences, and not parts of names.
    private static let otherWords: Set<String> = [
        "account", "address", "age", "and", "appointment", "ask", "at", "birth", "birthday", "by", "call", "caller",
        "care", "center", "centre", "chart", "check", "clinic", "compare", "confirm", "contact", "current", "date",
        "day",
        "department", "desk", "dob", "doctor", "dr", "email", "emergency", "enter", "example", "fecha", "female",
        "first",
        "for", "friday", "full", "gender", "group", "health", "home", "hospital", "id", "if", "in", "insurance", "is",
        "last", "legal", "male", "medicaid", "medical", "medicare", "member", "monday", "mr", "mrn", "mrs", "ms",
        "name", "national", "new", "nombre", "note", "number", "of", "on", "or", "paciente", "patient", "phone",
        "plan", "policy", "provider", "record", "registration", "sample", "saturday", "security", "sex", "social",
        "ssn", "state", "step", "subscriber", "sunday", "system", "the", "this", "thursday", "tuesday", "unit",
        "united", "university", "use", "verify", "visit", "wednesday", "when", "with", "your",
    ]
    private static let particles: Set<String> = [
        "de", "la", "del", "los", "van", "von", "der", "den", "bin", "al", "y",
    ]

    static func first(in text: ScannedText, _ window: Range<Int>) -> Range<Int>? {
        name(in: text, window, stopsAtFirst: true)
    }

    static func last(in text: ScannedText, _ window: Range<Int>) -> Range<Int>? {
        name(in: text, window, stopsAtFirst: false)
    }

    /// The first or the last name in the window.
    private static func name(in text: ScannedText, _ window: Range<Int>, stopsAtFirst: Bool) -> Range<Int>? {
        var found: Range<Int>?
        // The start and end of a first part that waits for its second.
        var pending: Range<Int>?
        var offset = window.lowerBound
        while offset < window.upperBound {
            guard isLetter(text[offset], before: text[offset + 1]) else {
                offset += 1
                continue
            }
            let end = wordEnd(in: text, at: offset, limit: window.upperBound)
            if let first = pending, !joins(text, first.upperBound..<offset) { pending = nil }
            switch Word(text.string(offset..<end)) {
            case .part:
                if let first = pending {
                    found = first.lowerBound..<end
                    if stopsAtFirst { return found }
                }
                pending = offset..<end
            case .initial:
                // “J. Doe”, but not “A nurse”.
                let start = pending?.lowerBound ?? (text[end] == UInt8(ascii: ".") ? offset : nil)
                pending = start.map { $0..<end }
            case .particle: pending = pending.map { $0.lowerBound..<end }
            case .other: pending = nil
            }
            offset = end
        }
        return found
    }

    private enum Word {
        case part, initial, particle, other

        init(_ word: String) {
            let scalars = word.unicodeScalars
            if PersonName.particles.contains(word) {
                self = .particle
            } else if !scalars.first!.properties.isUppercase || PersonName.otherWords.contains(word.lowercased()) {
                self = .other
            } else if scalars.count == 1 {
                self = .initial
            } else {
                self = .part
            }
        }
    }

    /// What stands between the parts of a name: a space, “, ” or the stop of an initial.
    private static func joins(_ text: ScannedText, _ gap: Range<Int>) -> Bool {
        gap.count <= 2 && text[gap.upperBound - 1] == UInt8(ascii: " ")
            && (gap.count == 1 || text[gap.lowerBound] == UInt8(ascii: ",")
                || text[gap.lowerBound] == UInt8(ascii: "."))
    }

    private static func wordEnd(in text: ScannedText, at start: Int, limit: Int) -> Int {
        var end = start
        while end < limit {
            let isInner = text[end] == UInt8(ascii: "'") || text[end] == UInt8(ascii: "-")
            if isLetter(text[end], before: text[end + 1]) {
                end += 1
            } else if isInner, isLetter(text[end + 1], before: text[end + 2]), end > start {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// ASCII letters and the two-byte letters of Latin alphabets; the dashes and quotes of U+2000 are three bytes.
    static func isLetter(_ byte: UInt8, before next: UInt8) -> Bool {
        byte.isLetter || (0xC3...0xC9).contains(byte) || (0x80...0xBF).contains(byte) && !(next == 0x80)
    }
}
