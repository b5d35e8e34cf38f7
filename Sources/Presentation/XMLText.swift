/// Text for XML 1.0, which has no way to write most control characters; they are made visible.
package enum XMLText {
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text, keeping: [.lineFeed, .tab]).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // In an attribute these would be read as spaces.
            case "\n": escaped += "&#10;"
            case "\t": escaped += "&#9;"
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A start tag.
    package static func tag(_ name: String, _ attributes: [(String, String)]) -> String {
        "<" + name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + ">"
    }
}
