/// `password: …`, `api_key = "…"`, `| Password | … |`, “the password is …”, where the value is a literal secret.
///
/// Articles speak of passwords all the time, so the value decides: one that is only words, a placeholder or a
/// reference is prose. A password of nothing but words is missed for that reason.
enum Assignment {
    private static let longestValue = 128

    static func match(in text: ScannedText, at start: Int) -> SensitiveMatch? {
        guard let key = AssignmentKey(in: text, at: start),
            let first = AssignmentSeparator.valueStart(in: text, after: key, at: start)
        else { return nil }
        let value = value(in: text, from: first.offset)
        let shape = ValueShape(value, in: text)
        // Most values are words, and words are told fastest.
        guard first.isPlain ? shape.isPlainly(key.strictness) : accepts(shape, of: key, value, in: text) else {
            return nil
        }
        guard !Placeholder.isOne(value, in: text), !isBetterNamed(in: text, at: first.offset) else { return nil }
        return SensitiveMatch(kind(of: key, in: text, at: start), start..<value.upperBound)
    }

    /// What stands after `;` or after another assignment is a driver's connection string.
    private static func kind(of key: AssignmentKey, in text: ScannedText, at start: Int) -> SensitiveMatch.Kind {
        if ConnectionString.continues(in: text, at: start, key) { return .connectionString }
        return switch key.strictness {
        case .chosen, .numeric: .password
        case .random: .assignedSecret
        }
    }

    private static func accepts(
        _ shape: ValueShape, of key: AssignmentKey, _ value: Range<Int>, in text: ScannedText
    ) -> Bool {
        switch key.strictness {
        case .chosen: shape.isPassword || isCode(shape, atLeast: 6, value, in: text)
        case .numeric: shape.isPassword || isCode(shape, atLeast: 4, value, in: text)
        case .random: shape.isRandom
        }
    }

    /// Only digits, and not how many characters there must be (“PIN: 4 digits” has but one) or a part of a number.
    private static func isCode(_ shape: ValueShape, atLeast least: Int, _ value: Range<Int>, in text: ScannedText)
        -> Bool
    {
        (least...10).contains(shape.digits) && shape.digits == shape.length && shape.distinct > 1
            && text.isNumberEnd(value.upperBound)
    }

    /// Whether a value of its own kind begins here, which the scan reaches and names better.
    private static func isBetterNamed(in text: ScannedText, at start: Int) -> Bool {
        IssuedToken.match(in: text, at: start) != nil || WebToken.match(in: text, at: start) != nil
    }

    /// The value up to a space or what ends it in prose, code, tables and query strings.
    private static func value(in text: ScannedText, from start: Int) -> Range<Int> {
        var end = text.run(from: start, limit: start + longestValue) { byte in
            byte > 0x20 && !byte.isQuote && !",;|>".utf8.contains(byte) && byte != UInt8(ascii: "&")
        }
        if end > start, let tag = (start..<end).first(where: { text.has("</", at: $0) }) { end = tag }
        while end > start, ".:)]}*?\\".utf8.contains(text[end - 1]) { end -= 1 }
        // “Required!” is an exclamation; `Blue77!` is a password.
        if end > start, text[end - 1] == UInt8(ascii: "!"), !ValueShape(start..<end - 1, in: text).isPassword {
            end -= 1
        }
        return start..<end
    }
}
