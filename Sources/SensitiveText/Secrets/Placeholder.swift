/// Values that say where a secret goes or where it is kept, and are none.
enum Placeholder {
    /// Begin a reference to a variable, a template's field, a mask or an option.
    private static let openers = Array("<$%{[(*~@#&\\".utf8)
    private static let beginnings: [StaticString] = [
        "your", "my password", "my secret", "enter", "insert", "replace", "env.", "process.env", "os.environ", "vault:",
        "op:", "kb:", "http", "none", "null", "todo", "tbd",
    ]
    private static let parts: [StaticString] = [
        "example", "change me", "placeholder", "redacted", "xxxx", "dummy", "sample", "...", "***", "{{", "${", "://",
        "\u{2026}", "\u{2022}\u{2022}",
    ]

    static func isOne(_ value: Range<Int>, in text: ScannedText) -> Bool {
        if openers.contains(text[value.lowerBound]) { return true }
        for beginning in beginnings where text.phrase(beginning, at: value.lowerBound) != nil { return true }
        for offset in value {
            // Code, as in `getenv("…")` and `credentials[1]`.
            if "([<".utf8.contains(text[offset]) { return true }
            for part in parts where text.phrase(part, at: offset) != nil { return true }
        }
        return false
    }

    /// Words that stand for a password in an address, as in `https://user:password@host`.
    static func isWordForPassword(_ value: Range<Int>, in text: ScannedText) -> Bool {
        let words: [StaticString] = ["password", "passwd", "pass", "pwd", "secret", "token", "pw"]
        return words.contains { text.phrase($0, at: value.lowerBound) == value.upperBound }
    }
}
