import Presentation

/// Text for GitHub's workflow commands.
enum GitHubText {
    /// GitHub shows so many annotations of a kind for a step, and drops the others without a word.
    static let shownOfAKind = 10

    static func escaped(data text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text, keeping: .lineFeed).unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func escaped(property text: String) -> String {
        escaped(data: text).unicodeScalars.map { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: String(scalar)
            }
        }.joined()
    }

    /// `::error file=a.md,line=3::message`.
    static func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
        let list = properties.map { "\($0)=\(escaped(property: $1))" }.joined(separator: ",")
        return "::\(name) \(list)::\(escaped(data: message))\n"
    }

    /// Lines under a heading, each of which the runner takes for text: it begins with no `::` and holds no `##[`.
    static func group(_ heading: String, _ lines: [String]) -> String {
        let text = lines.map { line in
            VisibleText.of("- " + line).split(separator: "##[", omittingEmptySubsequences: false)
                .joined(separator: "## [") + "\n"
        }.joined()
        return "::group::\(heading)\n\(text)::endgroup::\n"
    }
}
