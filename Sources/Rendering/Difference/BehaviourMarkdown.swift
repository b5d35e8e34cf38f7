import Decisions
import Difference

/// Whom a workflow affects, as Markdown.
struct BehaviourMarkdown {
    let report: DifferenceReport
    /// Of outcomes, and of groups of callers of each.
    let most: Int

    func text(_ change: WorkflowChange) -> String {
        let words = WorkflowChangeText(change)
        let range = change.rangeText(in: report.zone)
        var text = "\n#### \(MarkdownEscape.code(change.id))"
        if !range.isEmpty { text += " (\(MarkdownEscape.text(range)))" }
        text += "\n\n\(MarkdownEscape.text(words.verdict.capitalised)).\n"
        for affected in words.affected.prefix(most) { text += self.text(affected, words) }
        let more = words.affected.count - most
        if more > 0 { text += "\n\(more) more outcomes are left out.\n" }
        if !change.rewordings.isEmpty { text += "\n| question | asked before | now |\n|---|---|---|\n" }
        for rewording in change.rewordings.prefix(most) {
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
        for group in affected.groups.prefix(most) {
            let cells = [words.condition(group), words.witness(group), words.questions(group)]
            text += "| " + cells.map(MarkdownEscape.text).joined(separator: " | ") + " |\n"
        }
        let more = affected.groups.count - most
        return text + (more > 0 ? "\n\(more) more groups of callers are left out.\n" : "")
    }
}
