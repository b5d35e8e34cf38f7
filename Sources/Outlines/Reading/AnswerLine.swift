import Content

/// An answer's line, cut into the answer and what follows it on the line.
struct AnswerLine {
    let answer: Located<String>
    let rest: Located<String>?

    /// At the first colon that a space or the end follows, or arrow, outside brackets and quotes.
    init(_ line: Located<String>) {
        let text = line.value
        var depth = 0
        var quote: Character?
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "“" {
                quote = character == "“" ? "”" : "\""
            } else if "{[(".contains(character) {
                depth += 1
            } else if "}])".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0, let length = AnswerLine.separator(text, index) {
                answer = line.part(text.startIndex..<index).trimmed
                let rest = line.part(text.index(index, offsetBy: length)..<text.endIndex).trimmed
                self.rest = rest.value.isEmpty ? nil : rest
                return
            }
            index = next
        }
        answer = line
        rest = nil
    }

    private static func separator(_ text: String, _ index: String.Index) -> Int? {
        let rest = text[index...]
        for arrow in ["->", "=>", "→", "⇒"] where rest.hasPrefix(arrow) { return arrow.count }
        guard text[index] == ":" else { return nil }
        let next = text.index(after: index)
        return next == text.endIndex || text[next].isWhitespace ? 1 : nil
    }
}
