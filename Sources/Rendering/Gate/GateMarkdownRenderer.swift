import Approvals
import Diagnostics
import Presentation

/// Requirements for a comment on a pull request.
package struct GateMarkdownRenderer {
    /// Forges cut comments off at 65,536 characters.
    private static let largest = 60_000

    package init() {}

    package func render(_ report: GateReport, to output: inout some TextOutputStream) {
        var text = report.isPassed ? "### The gate is open\n" : "### The gate is closed\n"
        text += MarkdownEscape.text(report.summary) + "\n"
        var left = report.entries[...]
        while let entry = left.first {
            let block = self.block(entry, report)
            guard text.utf8.count + block.utf8.count < GateMarkdownRenderer.largest else { break }
            text += block
            left.removeFirst()
        }
        if !left.isEmpty { text += "\n\(left.count) more; `kb gate` lists them all.\n" }
        let errors = report.findings.active.filter { $0.diagnostic.severity == .error && $0.isNew != false }
        if !errors.isEmpty {
            text += "\n"
            for finding in errors.prefix(50) {
                text +=
                    "- " + MarkdownEscape.code(finding.diagnostic.location.path) + " line \(finding.span.start.line): "
                text += MarkdownEscape.text(finding.diagnostic.message) + " (\(finding.diagnostic.rule.code))\n"
            }
            if errors.count > 50 { text += "- and \(errors.count - 50) more\n" }
        }
        output.write(text)
    }

    private func block(_ entry: GateReport.Entry, _ report: GateReport) -> String {
        let words = RequirementText(entry, in: report)
        let change = entry.requirement.change
        var text = "\n- **\(entry.requirement.state.rawValue)** \(MarkdownEscape.code(change.path)): "
        text += MarkdownEscape.text(words.change) + "\n"
        let lines = [words.need] + words.approvals + words.rejections + [words.advice].compactMap(\.self)
        for line in lines { text += "  - \(MarkdownEscape.text(line))\n" }
        return text
    }
}
