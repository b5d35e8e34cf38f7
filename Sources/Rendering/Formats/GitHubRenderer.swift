import Diagnostics
import Presentation

/// GitHub workflow commands, which become annotations.
///
/// GitHub shows ten annotations of a kind for a step and drops the others without a word. The most important come
/// first, new before old; the others are listed in the log, under a heading that counts them.
package struct GitHubRenderer: FindingRenderer {
    package init() {}

    package func render(_ set: FindingSet, to output: inout some TextOutputStream) {
        for severity in Severity.allCases {
            let findings = set.newFirst.filter { $0.diagnostic.severity == severity }
            for finding in findings.prefix(GitHubText.shownOfAKind) { output.write(command(for: finding)) }
            let rest = findings.dropFirst(GitHubText.shownOfAKind)
            guard !rest.isEmpty else { continue }
            let noun = severity.rawValue + (rest.count == 1 ? "" : "s")
            output.write(
                GitHubText.group(
                    "\(rest.count) more \(noun), without annotations", rest.map { logLine(for: $0) }))
        }
    }

    private func command(for finding: Finding) -> String {
        let diagnostic = finding.diagnostic
        let span = finding.span
        var properties = [
            ("file", diagnostic.location.path), ("line", String(span.start.line)), ("endLine", String(span.end.line)),
        ]
        // Columns are refused for several lines.
        if span.start.line == span.end.line {
            properties += [("col", String(span.start.column)), ("endColumn", String(span.end.column))]
        }
        properties.append(("title", finding.ruleTitle))
        let message = [diagnostic.message, diagnostic.help].filter { !$0.isEmpty }.joined(separator: "\n")
        return GitHubText.command(name(of: diagnostic.severity), properties, message)
    }

    private func logLine(for finding: Finding) -> String {
        let start = finding.span.start
        let place = "\(finding.diagnostic.location.path):\(start.line):\(start.column)"
        return "\(place): \(finding.sentence) [\(finding.ruleTitle)]"
    }

    private func name(of severity: Severity) -> String {
        severity == .note ? "notice" : severity.rawValue
    }
}
