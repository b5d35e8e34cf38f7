import Decisions
import Governance
import Presentation
import SearchIndex
import Time

/// Writes items for people, in lines of a given width.
struct ItemText {
    let reader: Reader
    let width: Int
    let palette: Palette

    /// A paragraph with a margin.
    func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        return TextWrap.lines(of: text, width: max(20, width - indent), hanging: hanging)
            .map { margin + $0.painted(palette) + "\n" }.joined()
    }

    func paragraph(_ text: String, _ style: Palette.Style? = nil, indent: Int = 0, hanging: Int = 0) -> String {
        paragraph(StyledText(shown(text), style), indent: indent, hanging: hanging)
    }

    /// With facts filled in and without line breaks: a paragraph is broken where its lines end.
    func shown(_ text: String) -> String { reader.filled(text).unbroken }

    func labelled(_ label: String, _ text: String, indent: Int = 0) -> String {
        paragraph(StyledText(label + " ", .dim) + StyledText(shown(text)), indent: indent, hanging: 2)
    }

    func alert(_ document: IndexDocument, indent: Int = 0) -> String {
        guard let alert = document.alert else { return "" }
        let style: Palette.Style =
            alert.severity == "critical" ? .error : alert.severity == "warning" ? .warning : .note
        let end = alert.until.map { " (until \(reader.index.zone.local($0)))" } ?? ""
        var text = paragraph(
            StyledText("\(alert.severity.uppercased()): ", style) + StyledText(reader.filled(document.title), style)
                + StyledText(end, .dim), indent: indent, hanging: 2)
        if reader.verdict(document.applies) == .mayHold, let condition = condition(document.applies, "Only if") {
            text += paragraph(condition, .note, indent: indent + 2)
        }
        text += paragraph(alert.message, indent: indent + 2)
        if let say = document.say { text += labelled("Say:", "“\(say)”", indent: indent + 2) }
        return text
    }

    /// Who answers for an item, how fresh it is, and how to quote it.
    func provenance(_ document: IndexDocument, anchor: String = "", indent: Int = 0) -> String {
        var parts: [StyledText] = []
        if let owner = document.owner { parts.append(StyledText(owner, .dim)) }
        parts.append(state(document))
        let quote = "\(document.id)@\(document.version.prefix(12))" + (anchor.isEmpty ? "" : "#\(anchor)")
        parts.append(StyledText(quote, .dim))
        let separator = StyledText(" · ", .dim)
        return paragraph(parts.dropFirst().reduce(parts[0]) { $0 + separator + $1 }, indent: indent)
    }

    /// Why an item's audience or caller may not fit, where that is open.
    func condition(_ condition: Condition?, _ label: String) -> String? {
        condition.map { label + " " + ConditionText(reader.index.context).text($0) }
    }

    private func state(_ document: IndexDocument) -> StyledText {
        switch reader.state(document) {
        case .retired: return StyledText("retired", .warning)
        case .future: return StyledText("not in force yet", .warning)
        case .expired: return StyledText("no longer in force", .warning)
        case .review(let state):
            guard document.alert == nil else { return StyledText("active", .dim) }
            let review = document.review
            let dates = (review?.last.map { "reviewed \($0)" } ?? "") + (review?.due.map { ", due \($0)" } ?? "")
            switch state {
            case .current: return StyledText(dates, .dim)
            case .due: return StyledText(dates + " (due soon)", .note)
            case .overdue: return StyledText(dates + " (overdue)", .warning)
            case .neverReviewed: return StyledText("never reviewed", .warning)
            }
        }
    }
}

extension String {
    /// On one line.
    var unbroken: String { replacing("\r\n", with: " ").replacing("\n", with: " ") }
}
