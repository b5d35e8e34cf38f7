import Decisions
import Difference
import Time

/// Whom a workflow affects, as a part of a page.
struct BehaviourHTML {
    let report: DifferenceReport

    func text(_ change: WorkflowChange, _ number: Int) -> String {
        let words = WorkflowChangeText(change)
        let range = change.rangeText(in: report.zone)
        var text = "<section class=\"behaviour\" id=\"c\(number)\" aria-labelledby=\"h\(number)\">\n"
        text += "<h2 id=\"h\(number)\">What callers are told: <code>\(HTMLText.of(change.id))</code>"
        if !range.isEmpty { text += " <span class=\"dim\">\(HTMLText.of(range))</span>" }
        text += "</h2>\n"
        let style = change.affectsCallers ? "affected" : "unaffected"
        text += "<p class=\"what\"><span class=\"badge \(style)\">"
        text += change.affectsCallers ? "callers affected" : "no caller affected"
        text += "</span> \(HTMLText.of(words.verdict.capitalised)).</p>\n"
        for affected in words.affected { text += self.text(affected, words) }
        if !change.rewordings.isEmpty {
            text += "<h3>Asked in other words</h3>\n<table class=\"sides\"><thead><tr><th scope=\"col\">Question</th>"
            text += "<th scope=\"col\">Before</th><th scope=\"col\">Now</th></tr></thead>\n<tbody>\n"
            for rewording in change.rewordings {
                text += "<tr><th scope=\"row\">\(HTMLText.of(rewording.step))</th>"
                text += "<td data-side=\"Before\"><div>\(HTMLText.of(rewording.before))</div></td>"
                text += "<td data-side=\"Now\"><div>\(HTMLText.of(rewording.after))</div></td></tr>\n"
            }
            text += "</tbody></table>\n"
        }
        if let picture = report.pictures[change.id] {
            let address = "data:image/svg+xml," + PercentEncoding.uri(ofPath: picture)
            text += "<details class=\"picture\" open><summary>The workflow, with what changed marked</summary>\n"
            text += "<div tabindex=\"0\" role=\"group\" aria-label=\"Picture of the workflow\">"
            text += "<img src=\"\(address)\" alt=\"The steps of \(HTMLText.of(change.id)) and the ways between them\">"
            text += "</div></details>\n"
        }
        return text + "</section>\n"
    }

    /// Both texts, with the words marked that tell them apart where most are the same.
    private func pair(_ before: String, _ after: String) -> String {
        let change = FieldChange("", pointer: "", weight: .seen, kind: .changed, before: before, after: after)
        let same = change.runs.filter { $0.kind == .same }.reduce(0) { $0 + $1.text.count }
        let isAlike = 2 * same >= min(before.count, after.count)
        func side(_ kind: TextRun.Kind, _ name: String, _ whole: String) -> String {
            let tag = kind == .removed ? "del" : "ins"
            let text =
                isAlike
                ? change.runs.filter { $0.kind == .same || $0.kind == kind }.map { run in
                    let text = HTMLText.of(run.text)
                    return run.kind == .same ? text : "<\(tag)>\(text)</\(tag)>"
                }.joined() : HTMLText.of(whole)
            return "<div class=\"\(kind.rawValue)\"><dt>\(name)</dt><dd>\(text)</dd></div>"
        }
        return "<dl class=\"pair\">\(side(.removed, "Before", before))\(side(.added, "Now", after))</dl>\n"
    }

    private func text(_ affected: BehaviouralDifference.Change, _ words: WorkflowChangeText) -> String {
        let endings = words.endings(affected)
        var text = "<div class=\"told\">\n"
        if affected.before == affected.after {
            text += "<p><b>Told as before:</b> \(HTMLText.of(endings.after))</p>\n"
        } else {
            text += pair(endings.before, endings.after)
        }
        if let count = words.count(affected) { text += "<p class=\"dim\">\(HTMLText.of(count.capitalised))</p>\n" }
        if let reservation = words.reservation(affected) {
            text += "<p class=\"more\">\(HTMLText.of(reservation.capitalised))</p>\n"
        }
        text += "<table class=\"callers\"><thead><tr><th scope=\"col\">Callers</th><th scope=\"col\">Such as</th>"
        text += "<th scope=\"col\">Questions</th></tr></thead>\n<tbody>\n"
        for group in affected.groups {
            text += "<tr><td data-side=\"Callers\">\(HTMLText.of(words.condition(group).capitalised))</td>"
            text += "<td data-side=\"Such as\">\(HTMLText.of(words.witness(group)))</td>"
            text += "<td data-side=\"Questions\">\(HTMLText.of(words.questions(group).capitalised))</td></tr>\n"
        }
        return text + "</tbody></table>\n</div>\n"
    }
}
