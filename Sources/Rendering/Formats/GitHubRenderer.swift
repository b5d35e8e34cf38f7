import Diagnostics
import Presentation

/// GitHub workflow commands, which become annotations.
///
/// GitHub shows ten annotations of a kind for a step and drops the others without a word. The most important come
/// first, new before old; the others are listed in the log, under a heading that counts them.
package struct GitHubRenderer: FindingRenderer {
    private static let shownOfAKind = 10

    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        for severity in Severity.allCases {
            let findings = set.newFirst.filter { $0.diagnostic.severity == severity }
            for finding in findings.prefix(GitHubRenderer.shownOfAKind) {
                output.write(command(for: finding, in: set) + "\n")
            }
            let rest = findings.dropFirst(GitHubRenderer.shownOfAKind)
            guard !rest.isEmpty else { continue }
            let noun = severity.rawValue + (rest.count == 1 ? "" : "s")
            output.write("::group::\(rest.count) more \(noun), without annotations\n")
            for finding in rest { output.write(logLine(for: finding, in: set) + "\n") }
            output.write("::endgroup::\n")
        }
    }

    private func command(for finding: Finding, in set: FindingSet) -> String {
        let diagnostic = finding.diagnostic
        let span = set.span(of: diagnostic.location)
        var properties = [
            ("file", diagnostic.location.path), ("line", String(span.start.line)), ("endLine", String(span.end.line)),
        ]
        // Columns are refused for several lines.
        if span.start.line == span.end.line {
            properties += [("col", String(span.start.column)), ("endColumn", String(span.end.column))]
        }
        properties.append(("title", finding.ruleTitle))
        let list = properties.map { "\($0)=\(escaped(property: $1))" }.joined(separator: ",")
        let message = [diagnostic.message, diagnostic.help].filter { !$0.isEmpty }.joined(separator: "\n")
        return "::\(name(of: diagnostic.severity)) \(list)::\(escaped(data: message))"
    }

    /// A line that the runner takes for text: it begins with no `::` and holds no `##[`.
    private func logLine(for finding: Finding, in set: FindingSet) -> String {
        let start = set.span(of: finding.diagnostic.location).start
        let place = "\(finding.diagnostic.location.path):\(start.line):\(start.column)"
        let line = VisibleText.of("- \(place): \(finding.sentence) [\(finding.ruleTitle)]")
        return line.split(separator: "##[", omittingEmptySubsequences: false).joined(separator: "## [")
    }

    private func name(of severity: Severity) -> String {
        severity == .note ? "notice" : severity.rawValue
    }

    private func escaped(data text: String) -> String {
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

    private func escaped(property text: String) -> String {
        escaped(data: text).unicodeScalars.map { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: String(scalar)
            }
        }.joined()
    }
}
