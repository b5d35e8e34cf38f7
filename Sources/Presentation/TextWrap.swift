/// Breaks text into lines between words; a word longer than a line is broken within.
package enum TextWrap {
    /// - Parameters:
    ///   - width: columns of a line, the indentation of later lines included.
    ///   - hanging: columns by which every line but the first is indented.
    /// - Returns: at least one line. Runs of spaces become one.
    package static func lines(of text: StyledText, width: Int, hanging: Int = 0) -> [StyledText] {
        // Narrower than this there is nothing sensible to show.
        let width = max(width, 4)
        let indent = StyledText(String(repeating: " ", count: min(hanging, width - 2)))
        var lines: [StyledText] = []
        var line = StyledText("")
        var used = 0
        var isEmpty = true

        func startLine() {
            lines.append(line)
            line = indent
            used = indent.columns
            isEmpty = true
        }

        for word in text.words {
            var rest = word
            if !isEmpty, used + 1 + rest.columns > width { startLine() }
            if !isEmpty {
                line += StyledText(" ")
                used += 1
            }
            while used + rest.columns > width {
                let (head, tail) = rest.split(atColumn: width - used)
                if tail.pieces.isEmpty { break }
                line += head
                startLine()
                rest = tail
            }
            line += rest
            used += rest.columns
            isEmpty = false
        }
        return lines + [line]
    }

    package static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
        lines(of: StyledText(text), width: width, hanging: hanging).map { $0.painted(.plain) }
    }
}
