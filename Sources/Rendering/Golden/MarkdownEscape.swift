import Presentation

/// Text from content in Markdown that a forge renders, where it must stay text: no table cell ends in it, no tag opens,
/// nobody is mentioned and no issue is linked.
enum MarkdownEscape {
    /// For a paragraph, a table's cell or a list's entry: one line.
    static func text(_ text: String) -> String {
        var escaped = ""
        for scalar in oneLine(text).unicodeScalars {
            switch scalar {
            case "&", "<", ">", "@", "#": escaped += html(scalar)
            case "\\", "`", "*", "_", "[", "]", "(", ")", "{", "}", "~", "|", "!", "$":
                escaped += "\\" + String(scalar)
            case "-", "+", "=", ".", ":":
                escaped += (hasMeaning(after: escaped) ? "\\" : "") + String(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether a mark after this would begin a list or a line, or make an address.
    private static func hasMeaning(after text: String) -> Bool {
        let word = text[(text.lastIndex { !$0.isLetter }.map { text.index(after: $0) } ?? text.startIndex)...]
        return text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            || ["www", "http", "https", "ftp", "mailto", "xmpp"].contains(word.lowercased())
    }

    /// Within HTML tags, where Markdown means nothing.
    static func html(_ text: String) -> String { oneLine(text).unicodeScalars.map(html).joined() }

    /// An id or a path, as code. What would end the code is left to plain text.
    static func code(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0 != "`" && $0 != "|" }
        return isPlain && !text.isEmpty ? "`\(text)`" : self.text(text)
    }

    private static func html(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        // A comment between the sign and the name keeps a forge from seeing a mention or the number of an issue.
        case "@", "#": String(scalar) + "<!-- -->"
        default: String(scalar)
        }
    }

    private static func oneLine(_ text: String) -> String {
        VisibleText.of(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
