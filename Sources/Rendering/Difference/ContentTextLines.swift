import Difference
import Presentation

/// A change of content as lines for a terminal: words that differ are coloured, or marked `[-…-]` and `{+…+}`.
struct ContentTextLines {
    private static let mostFields = 200
    private static let mostWhole = 8
    private static let mostPlaces = 20
    private static let context = 60
    private static let most = 600
    let layout: TestLayout
    let palette: Palette

    func lines(_ change: ContentChange) -> [StyledText] {
        let text = ContentChangeText(change)
        let edition = text.edition.isEmpty ? "" : " (\(text.edition))"
        let title = text.title == change.id ? "" : ": \(text.title)"
        let name = change.id == change.path ? StyledText(text.kind, .bold) : StyledText(change.id, .bold)
        let heading =
            StyledText("\(change.path):\(change.line): ", .path) + name
            + StyledText("\(edition)\(title): \(text.verdict)")
        var lines = TextWrap.lines(of: heading, width: layout.width, hanging: TestLayout.indent)
        if let size = text.size { lines += layout.indented(StyledText(size)) }
        // Of what is new or gone, as much as tells what it is.
        let isWhole = change.before == nil || change.after == nil
        let most = isWhole ? ContentTextLines.mostWhole : ContentTextLines.mostFields
        for field in change.fields.prefix(most) { lines += self.lines(field) }
        let more = change.fields.count - most
        if more > 0 { lines += layout.indented(StyledText("and \(more) more", .dim)) }
        if let reach = text.reach { lines += layout.indented(StyledText(reach, .dim)) }
        for place in change.reach.prefix(ContentTextLines.mostPlaces) { lines += self.lines(place) }
        let rest = change.reach.count + change.moreReach - ContentTextLines.mostPlaces
        if rest > 0 { lines += layout.indented(StyledText("- and \(rest) more", .dim), by: TestLayout.indent + 2) }
        return lines
    }

    private func lines(_ field: FieldChange) -> [StyledText] {
        let note = field.note.map { " (\($0))" } ?? ""
        let label = StyledText(field.label + note + ": ", .dim)
        if field.isCode { return layout.indented(label) + code(field) }
        return layout.indented(label + words(field))
    }

    private func words(_ field: FieldChange) -> StyledText {
        if !field.runs.isEmpty {
            let runs = ShownRuns(field.runs, context: ContentTextLines.context, most: ContentTextLines.most).runs
            return runs.reduce(StyledText("")) { $0 + marked($1) }
        }
        switch (field.kind, field.before, field.after) {
        case (.moved, _, let text?): return marked(TextRun(.same, ShownRuns.cut(text, 80)))
        case (.added, _, let text?): return marked(TextRun(.added, ShownRuns.cut(text, ContentTextLines.most)))
        case (.removed, let text?, _): return marked(TextRun(.removed, ShownRuns.cut(text, ContentTextLines.most)))
        default: return marked(TextRun(.same, ShownRuns.cut(field.after ?? field.before ?? "", ContentTextLines.most)))
        }
    }

    private func marked(_ run: TextRun) -> StyledText {
        // Lines are laid out anew.
        let text = run.text.replacing("\n", with: " ")
        return switch run.kind {
        case .same: StyledText(text)
        case .removed: palette.isColored ? StyledText(text, .removed) : StyledText("[-\(text)-]")
        case .added: palette.isColored ? StyledText(text, .added) : StyledText("{+\(text)+}")
        }
    }

    /// Line by line, because line breaks count.
    private func code(_ field: FieldChange) -> [StyledText] {
        func lines(_ text: String?, _ sign: String, _ style: Palette.Style) -> [StyledText] {
            guard let text else { return [] }
            let all = text.split(separator: "\n", omittingEmptySubsequences: false)
            var shown = all.prefix(40).map { StyledText("\(sign) \(ShownRuns.cut(String($0), 300))", style) }
            if all.count > 40 { shown.append(StyledText("\(sign) … (\(all.count - 40) more lines)", .dim)) }
            return shown.flatMap { layout.indented($0, by: TestLayout.indent + 2) }
        }
        return lines(field.before, "-", .removed) + (field.before == field.after ? [] : lines(field.after, "+", .added))
    }

    private func lines(_ place: ContentChange.Reach) -> [StyledText] {
        let name = place.title.map { "\(place.id), \($0)" } ?? place.id
        let head = StyledText("- \(place.kind) \(name)") + StyledText(" \(place.path):\(place.line)", .dim)
        var lines = layout.indented(head, by: TestLayout.indent + 2)
        if let before = place.before, let after = place.after, before != after {
            let field = FieldChange("", pointer: "", weight: .seen, kind: .changed, before: before, after: after)
            lines += layout.indented(words(field), by: TestLayout.indent + 4)
        }
        return lines
    }
}
