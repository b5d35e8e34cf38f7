import Difference

/// A change of content as a part of a page: a row for each thing that differs, before and now side by side.
struct ContentHTML {
    /// What facts say before and now.
    let facts: (before: [String: String], after: [String: String])
    private static let mostFields = 300
    private static let mostPlaces = 50
    private static let context = 400
    private static let most = 20_000

    func text(_ change: ContentChange, _ number: Int) -> String {
        let words = ContentChangeText(change)
        var text = "<section class=\"\(change.change.rawValue)\" id=\"c\(number)\" aria-labelledby=\"h\(number)\">\n"
        text += "<h2 id=\"h\(number)\">\(HTMLText.of(words.title.cut(300)))</h2>\n"
        text +=
            "<p class=\"what\"><span class=\"badge \(change.change.rawValue)\">\(HTMLText.of(words.verdict))</span> "
        text += HTMLText.of(words.kind) + " <code>\(HTMLText.of(change.id))</code>"
        if !words.edition.isEmpty { text += ", \(HTMLText.of(words.edition))" }
        if let size = words.size { text += ", \(size)" }
        if change.id != change.path { text += " <span class=\"dim\">\(HTMLText.of(change.path))</span>" }
        text += "</p>\n"
        let shown = change.fields.prefix(ContentHTML.mostFields)
        text += table(shown.filter { $0.weight < .kept })
        let kept = shown.filter { $0.weight == .kept }
        if !kept.isEmpty {
            let isOpen = kept.count == shown.count ? " open" : ""
            text += "<details\(isOpen)><summary>How it is kept: \(kept.count)</summary>\n\(table(kept))</details>\n"
        }
        let more = change.fields.count - shown.count
        if more > 0 { text += "<p class=\"more\">\(more) more changes of it are left out of this page.</p>\n" }
        return text + reach(change, words) + "</section>\n"
    }

    private func table(_ fields: [FieldChange]) -> String {
        guard !fields.isEmpty else { return "" }
        let sides = (before: fields.contains { $0.before != nil }, after: fields.contains { $0.after != nil })
        // What is new or gone as a whole has one side only.
        let isHalf = !(sides.before && sides.after)
        var text = "<table class=\"sides\(isHalf ? " half" : "")\"><thead><tr><th scope=\"col\">What</th>"
        if sides.before { text += "<th scope=\"col\">Before</th>" }
        if sides.after { text += "<th scope=\"col\">Now</th>" }
        text += "</tr></thead>\n<tbody>\n"
        for field in fields {
            text += "<tr><th scope=\"row\">\(HTMLText.of(field.label.capitalised.cut(300)))"
            if let note = field.note { text += "<small>\(HTMLText.of(note))</small>" }
            text += "</th>"
            if field.kind == .moved, field.runs.isEmpty, !isHalf {
                let shown = HTMLText.of((field.after ?? "").cut(ContentHTML.most))
                text += "<td colspan=\"2\"><div>\(shown)</div></td></tr>\n"
                continue
            }
            if sides.before { text += cell(field, .removed, "Before", isWhole: isHalf) }
            if sides.after { text += cell(field, .added, "Now", isWhole: isHalf) }
            text += "</tr>\n"
        }
        return text + "</tbody></table>\n"
    }

    /// One side of a change.
    ///
    /// - Parameter isWhole: All of it is new or gone, so that no word stands out.
    private func cell(_ field: FieldChange, _ side: TextRun.Kind, _ name: String, isWhole: Bool = false) -> String {
        let whole = side == .removed ? field.before : field.after
        guard let whole else { return "<td class=\"none\" data-side=\"\(name)\"><span>–</span></td>" }
        let filled = FactHTML(values: side == .removed ? facts.before : facts.after)
        var text = "<td class=\"\(side.rawValue)\(field.isCode ? " code" : "")\" data-side=\"\(name)\"><div>"
        if field.runs.isEmpty {
            let shown = filled.text(whole.cut(ContentHTML.most))
            text += field.kind == .moved || isWhole ? shown : mark(shown, side)
        } else {
            for run in ShownRuns(field.runs, context: ContentHTML.context, most: ContentHTML.most).runs {
                guard run.kind == .same || run.kind == side else { continue }
                text += run.kind == .same ? filled.text(run.text) : mark(filled.text(run.text), side)
            }
        }
        return text + "</div></td>"
    }

    private func mark(_ text: String, _ side: TextRun.Kind) -> String {
        side == .removed ? "<del>\(text)</del>" : "<ins>\(text)</ins>"
    }

    private func reach(_ change: ContentChange, _ words: ContentChangeText) -> String {
        guard let reach = words.reach else { return "" }
        guard !change.reach.isEmpty else { return "<p class=\"dim\">\(reach.capitalised).</p>\n" }
        var text = "<h3>\(reach.capitalised)</h3>\n"
        text += "<table class=\"sides\"><thead><tr><th scope=\"col\">Where</th><th scope=\"col\">Before</th>"
        text += "<th scope=\"col\">Now</th></tr></thead>\n<tbody>\n"
        for place in change.reach.prefix(ContentHTML.mostPlaces) {
            let field = FieldChange(
                place.title ?? place.id, pointer: "", weight: .seen, kind: .changed,
                before: place.before ?? "", after: place.after ?? "")
            text += "<tr><th scope=\"row\">\(HTMLText.of((place.title ?? place.id).cut(300)))"
            text += "<small>\(HTMLText.of(place.kind)) <code>\(HTMLText.of(place.id))</code></small></th>"
            let isTold = place.after != nil && field.before != field.after
            text +=
                isTold
                ? cell(field, .removed, "Before") + cell(field, .added, "Now")
                : "<td colspan=\"2\">\(HTMLText.of(place.after?.cut(ContentHTML.most) ?? "Names the fact."))</td>"
            text += "</tr>\n"
        }
        text += "</tbody></table>\n"
        let rest = change.reach.count + change.moreReach - ContentHTML.mostPlaces
        return text + (rest > 0 ? "<p class=\"more\">and \(rest) more</p>\n" : "")
    }
}
