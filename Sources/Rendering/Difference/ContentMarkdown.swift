import Difference

/// A change of content as Markdown: what readers see in a list, what they do not folded away.
struct ContentMarkdown {
    /// Of things that differ, and of places that tell a fact.
    let most: Int
    private static let context = 80
    private static let longest = 500

    func text(_ change: ContentChange) -> String {
        let words = ContentChangeText(change)
        let edition = words.edition.isEmpty ? "" : " (\(MarkdownEscape.text(words.edition)))"
        var text = "\n#### \(MarkdownEscape.text(words.title))\(edition)\n\n"
        text += "\(MarkdownEscape.text(words.kind.capitalised)) \(MarkdownEscape.code(change.id)) in "
        text += "\(MarkdownEscape.code(change.path)): \(MarkdownEscape.text(words.verdict))"
        text += words.size.map { ", \($0).\n" } ?? ".\n"
        let shown = change.fields.prefix(most)
        let seen = shown.filter { $0.weight < .kept }
        if !seen.isEmpty { text += "\n" + seen.map(line).joined() }
        let kept = shown.filter { $0.weight == .kept }
        if !kept.isEmpty {
            text += "\n<details><summary>\(kept.count) more of how it is kept</summary>\n\n"
            text += kept.map(line).joined() + "\n</details>\n"
        }
        let more = change.fields.count - shown.count
        if more > 0 { text += "\n\(more) more changes of it are left out.\n" }
        return text + reach(change, words)
    }

    private func line(_ field: FieldChange) -> String {
        let note = field.note.map { " (\(MarkdownEscape.text($0)))" } ?? ""
        return "- **\(MarkdownEscape.text(field.label))**\(note): \(words(field))\n"
    }

    private func words(_ field: FieldChange) -> String {
        if !field.runs.isEmpty {
            return ShownRuns(field.runs, context: ContentMarkdown.context, most: ContentMarkdown.longest).runs
                .map(marked).joined()
        }
        func cut(_ text: String) -> String { ShownRuns.cut(text, ContentMarkdown.longest) }
        switch (field.kind, field.before, field.after) {
        case (.added, _, let text?): return marked(TextRun(.added, cut(text)))
        case (.removed, let text?, _): return marked(TextRun(.removed, cut(text)))
        default: return MarkdownEscape.text(cut(field.after ?? field.before ?? ""))
        }
    }

    /// Spaces at the ends of words that differ stand outside the tags.
    private func marked(_ run: TextRun) -> String {
        let text = MarkdownEscape.text(run.text)
        let before = run.text.first?.isWhitespace == true ? " " : ""
        let after = run.text.last?.isWhitespace == true ? " " : ""
        guard !text.isEmpty else { return before.isEmpty ? after : before }
        switch run.kind {
        case .same: return before + text + after
        case .removed: return "\(before)<del>\(text)</del>\(after)"
        case .added: return "\(before)<ins>\(text)</ins>\(after)"
        }
    }

    private func reach(_ change: ContentChange, _ words: ContentChangeText) -> String {
        guard let reach = words.reach else { return "" }
        var text = "\n\(reach.capitalised)" + (change.reach.isEmpty ? ".\n" : ":\n\n")
        for place in change.reach.prefix(most) {
            text += "- \(place.kind) \(MarkdownEscape.code(place.id))"
            text += place.title.map { " (\(MarkdownEscape.text($0)))" } ?? ""
            if let before = place.before, let after = place.after, before != after {
                text +=
                    ": "
                    + self.words(
                        FieldChange("", pointer: "", weight: .seen, kind: .changed, before: before, after: after))
            }
            text += "\n"
        }
        let rest = change.reach.count + change.moreReach - most
        return text + (rest > 0 ? "- and \(rest) more\n" : "")
    }
}
