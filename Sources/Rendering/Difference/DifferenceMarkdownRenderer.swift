import Decisions
import Difference
import Time

/// Differences for a comment on a pull request.
package struct DifferenceMarkdownRenderer: DifferenceRenderer {
    /// A comment on GitHub holds 65,536 characters.
    private static let mostBytes = 60_000

    package init() {}

    package func render(_ report: DifferenceReport, to output: inout some TextOutputStream) {
        let after = report.after.map { MarkdownEscape.code($0) } ?? "the working tree"
        output.write("### What changes for callers\n\nFrom \(MarkdownEscape.code(report.before)) to \(after).\n")
        guard !report.isEmpty else {
            output.write("\nNo workflow changed.\n")
            return
        }
        var room = DifferenceMarkdownRenderer.mostBytes
        // What affects nobody is said last.
        let changes = report.workflows.filter(\.affectsCallers) + report.workflows.filter { !$0.affectsCallers }
        for (number, change) in changes.enumerated() {
            let text = text(change, report)
            guard text.utf8.count <= room else {
                output.write("\n\(changes.count - number) more are left out, because a comment has a largest length.\n")
                return
            }
            room -= text.utf8.count
            output.write(text)
        }
    }

    private func text(_ change: WorkflowChange, _ report: DifferenceReport) -> String {
        let words = WorkflowChangeText(change)
        let range = change.rangeText(in: report.zone)
        var text = "\n#### \(MarkdownEscape.code(change.id))"
        if !range.isEmpty { text += " (\(MarkdownEscape.text(range)))" }
        text += "\n\n\(MarkdownEscape.text(words.verdict.capitalised)).\n"
        for affected in words.affected { text += self.text(affected, words) }
        if !change.rewordings.isEmpty { text += "\n| question | asked before | now |\n|---|---|---|\n" }
        for rewording in change.rewordings {
            let cells = [rewording.step, rewording.before, rewording.after].map(MarkdownEscape.text)
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return text
    }

    private func text(_ affected: BehaviouralDifference.Change, _ words: WorkflowChangeText) -> String {
        let endings = words.endings(affected)
        var text = ""
        if affected.before == affected.after {
            text += "\n**Told as before:** \(MarkdownEscape.text(endings.after))"
        } else {
            text +=
                "\n**Before:** \(MarkdownEscape.text(endings.before))<br>\n**Now:** \(MarkdownEscape.text(endings.after))"
        }
        if let count = words.count(affected) { text += "<br>\n\(count)" }
        if let reservation = words.reservation(affected) { text += "<br>\n*\(reservation)*" }
        text += "\n\n| callers | such as | questions |\n|---|---|---|\n"
        for group in affected.groups {
            let cells = [words.condition(group), words.witness(group), words.questions(group)]
            text += "| " + cells.map(MarkdownEscape.text).joined(separator: " | ") + " |\n"
        }
        return text
    }
}
