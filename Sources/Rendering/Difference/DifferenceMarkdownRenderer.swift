import Difference

/// Differences for a comment on a pull request.
package struct DifferenceMarkdownRenderer: DifferenceRenderer {
    /// A comment on GitHub holds 65,536 characters.
    private static let mostBytes = 60_000

    package init() {}

    package func render(_ report: DifferenceReport, to output: inout some TextOutputStream) {
        let after = report.after.map { MarkdownEscape.code($0) } ?? "the working tree"
        output.write("### What changes for readers and callers\n\n")
        output.write("From \(MarkdownEscape.code(report.before)) to \(after)")
        output.write(report.summary.map { ": \($0).\n" } ?? ": nothing changed.\n")
        var room = DifferenceMarkdownRenderer.mostBytes
        var leftOut = 0
        for entry in report.entries {
            // Once one is left out, what matters less is not shown in its place.
            guard leftOut == 0, let text = fitting(entry, report, room) else {
                leftOut += 1
                continue
            }
            room -= text.utf8.count
            output.write(text)
        }
        if leftOut > 0 {
            output.write(
                "\n\(leftOut) more are left out, because a comment has a largest length; `kb diff` shows them all.\n")
        }
    }

    /// In full where there is room for it, or else the beginning of it.
    private func fitting(_ entry: DifferenceReport.Entry, _ report: DifferenceReport, _ room: Int) -> String? {
        for most in [60, 5] {
            let text =
                switch entry {
                case .behaviour(let change): BehaviourMarkdown(report: report, most: most).text(change)
                case .content(let change): ContentMarkdown(most: most).text(change)
                }
            if text.utf8.count <= room { return text }
        }
        return nil
    }
}
