import Decisions
import Difference

/// Whom a workflow affects, as Markdown.
struct BehaviourMarkdown {
    let report: DifferenceReport

    func text(_ change: WorkflowChange) -> String {
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
