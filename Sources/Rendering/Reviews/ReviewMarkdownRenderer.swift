import Governance

/// A digest for each owner, as a message or an issue holds it.
package struct ReviewMarkdownRenderer: Sendable {
    /// A comment on GitHub holds 65,536 characters.
    private static let mostBytes = 60_000

    package init() {}

    package func render(_ report: ReviewReport, to output: inout some TextOutputStream) {
        output.write("# Reviews on \(report.today)\n\n\(MarkdownEscape.text(report.summary.capitalised)).\n")
        var bytes = ReviewMarkdownRenderer.mostBytes
        var leftOut = 0
        for group in report.groups(by: .owner) {
            var lines: [String] = []
            for entry in group.entries {
                let line = self.line(entry, report)
                bytes -= line.utf8.count
                if bytes >= 0 { lines.append(line) } else { leftOut += 1 }
            }
            guard !lines.isEmpty else { continue }
            output.write("\n## \(MarkdownEscape.text(group.heading))\n\n" + lines.joined())
        }
        if leftOut > 0 {
            output.write(
                "\n\(CountText.of(leftOut, "item")) more are left out, because a comment has a largest length.\n")
        }
    }

    private func line(_ entry: ReviewEntry, _ report: ReviewReport) -> String {
        var words = ["**\(entry.timing(report.today))**"]
        if entry.standing == .lapsed { words.append("reviewed on \(entry.last.map { "\($0)" } ?? "")") }
        if entry.standing == .overdue { words.append("since \(entry.due.map { "\($0)" } ?? "")") }
        if entry.risk != "normal" { words.append("\(entry.risk) risk") }
        let language = entry.language.map { " (\(MarkdownEscape.text($0)))" } ?? ""
        return "- [ ] \(MarkdownEscape.text(entry.title))\(language), \(MarkdownEscape.code(entry.id)): "
            + "\(words.joined(separator: ", ")); \(MarkdownEscape.code(entry.path))\n"
    }
}
