import Decisions
import Presentation
import SearchIndex

/// The answer of `kb show` for people.
struct ShowText {
    let text: ItemText

    private var reader: Reader { text.reader }

    func item(_ document: IndexDocument) -> String {
        var lines = text.paragraph(document.title, .bold)
        lines += text.paragraph("\(document.type ?? document.kind) · \(document.path):\(document.line)", .dim)
        lines += text.provenance(document)
        if let replacement = document.replacedBy { lines += text.paragraph("Replaced by \(replacement).", .warning) }
        for alert in reader.alerts(beside: document) { lines += "\n" + text.alert(alert) }
        if reader.isWithheld(document) {
            return lines + "\n"
                + text.paragraph(
                    "Withheld: its review is overdue, and the policy for \(document.risk) content is to hide it until "
                        + "\(document.owner ?? "its owner") has reviewed it.", .warning)
        }
        lines += content(document)
        lines += surroundings(document)
        return lines
    }

    private func content(_ document: IndexDocument) -> String {
        var lines = ""
        if let condition = text.condition(document.applies, "Only if") {
            lines += "\n" + text.paragraph(condition, .note)
        }
        if let answer = document.answer ?? document.alert?.message { lines += "\n" + text.paragraph(answer, .bold) }
        if let say = document.say { lines += "\n" + text.labelled("Say:", "“\(say)”") }
        for ban in document.neverSay {
            let instead = ban.instead.map { " Instead: “\($0)”" } ?? ""
            lines += text.labelled("Never say:", "“\(ban.text)”" + instead)
        }
        for block in reader.blocks(of: document) {
            lines += "\n"
            if !block.audience.isEmpty {
                lines += text.paragraph("Only for \(block.audience.joined(separator: ", ")):", .warning)
            }
            if let condition = block.applies, reader.verdict(condition) == .mayHold,
                let only = text.condition(condition, "Only if")
            {
                lines += text.paragraph(only, .note)
            }
            lines += MarkdownText(width: text.width).wrapped(reader.filled(block.markdown, under: block.applies))
        }
        if !document.details.isEmpty { lines += "\n" + DetailsText(text: text).lines(document.details) }
        return lines
    }

    private func surroundings(_ document: IndexDocument) -> String {
        var lines = ""
        func list(_ label: String, _ values: [String]) {
            if !values.isEmpty { lines += text.labelled(label, values.joined(separator: ", ")) }
        }
        func conditional(_ label: String, _ values: [IndexDocument.Conditional]) {
            list(
                label,
                values.filter { reader.verdict($0.condition) != .fails }.map { value in
                    (value.label ?? value.id) + (text.condition(value.condition, "if").map { " (\($0))" } ?? "")
                })
        }
        conditional("Requires:", document.requires)
        conditional("Escalate to:", document.escalate)
        list("Sources:", document.sources)
        list("Attachments:", reader.attachments(of: document))
        list("Related:", document.related)
        list("Audience:", document.audience)
        return lines.isEmpty ? "" : "\n" + lines
    }
}
