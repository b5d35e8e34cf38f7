/// What stands between a word such as “password” and its value, in prose, tables, YAML, JSON, code and XML.
enum AssignmentSeparator {
    private static let longest = 12
    /// “password for the fax portal: …”
    private static let longestPurpose = 30

    /// Where the value begins. Nothing but a space gives the value away only by its own shape.
    static func valueStart(
        in text: ScannedText, after key: AssignmentKey, at keyStart: Int
    ) -> (offset: Int, isPlain: Bool)? {
        if text[key.end] == UInt8(ascii: ">") {
            let isTag = text[keyStart - 1] == UInt8(ascii: "<") && !text[key.end + 1].isSpace
            return isTag ? (key.end + 1, false) : nil
        }
        // The end of quotes or emphasis around the key.
        let offset = text.run(from: key.end, limit: key.end + longest) { byte in
            byte.isQuote || byte.isBlank || "*_\\])".utf8.contains(byte)
        }
        guard let end = sign(in: text, at: offset) ?? verb(in: text, at: offset) ?? purpose(in: text, at: offset) else {
            // “password `…`”
            guard offset > key.end, text[key.end].isBlank else { return nil }
            return (offset, isPlain: !text[offset - 1].isQuote)
        }
        return (
            text.run(from: end, limit: end + longest) { $0.isQuote || $0.isBlank || "*\\".utf8.contains($0) }, false
        )
    }

    private static func sign(in text: ScannedText, at offset: Int) -> Int? {
        switch text[offset] {
        case UInt8(ascii: ":"), UInt8(ascii: "|"): offset + 1
        case UInt8(ascii: "="): text[offset + 1] == UInt8(ascii: ">") ? offset + 2 : offset + 1
        case UInt8(ascii: "-"): text[offset - 1].isBlank && text[offset + 1].isBlank ? offset + 1 : nil
        default: text.dashEnd(at: offset)
        }
    }

    /// “is”, “was”, “is now”, “is:”.
    private static func verb(in text: ScannedText, at offset: Int) -> Int? {
        guard text[offset - 1].isBlank, let verb = text.firstWord(of: ["is now", "is", "was"], at: offset) else {
            return nil
        }
        return text[verb] == UInt8(ascii: ":") ? verb + 1 : verb
    }

    /// “for the fax portal:” and “(temporary):”, in one line and without another mark.
    private static func purpose(in text: ScannedText, at offset: Int) -> Int? {
        let isBracket = text[offset] == UInt8(ascii: "(")
        guard text[offset - 1].isBlank,
            let first = isBracket ? offset + 1 : text.firstWord(of: ["for", "to", "of"], at: offset)
        else { return nil }
        var end = text.run(from: first, limit: first + longestPurpose) { $0.isAlphanumeric || $0 == UInt8(ascii: " ") }
        if isBracket, text[end] == UInt8(ascii: ")") { end += 1 }
        return text[end] == UInt8(ascii: ":") && text[end + 1].isBlank ? end + 1 : nil
    }
}
