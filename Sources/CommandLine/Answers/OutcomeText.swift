import Decisions
import Presentation
import SearchIndex

/// Writes the end of a run for people.
struct OutcomeText {
    let run: RunText
    let desks: DeskText

    private var text: ItemText { run.text }

    init(_ run: RunText) {
        self.run = run
        desks = DeskText(text: run.text)
    }

    func outcome(_ ending: RunEnding) throws(IndexError) -> String {
        var lines = text.paragraph("→ \(ending.text)", .bold, hanging: 2) + run.advice(ending.texts)
        if let article = ending.arrival.outcome.article { lines += try run.beside(article, ending.texts.section) }
        if !ending.required.isEmpty { lines += text.paragraph("Needed:", .dim, indent: 2) }
        for requirement in ending.required {
            lines += text.paragraph("- " + words(requirement), indent: 4, hanging: 2)
        }
        if !ending.open.isEmpty { lines += text.paragraph("Needed for some:", .dim, indent: 2) }
        for (requirement, condition) in ending.open {
            lines += text.paragraph(
                "- \(words(requirement)), if \(run.words.text(condition))", indent: 4, hanging: 2)
        }
        guard let handoff = ending.handoff else { return lines }
        lines +=
            ending.desks.isEmpty
            ? text.labelled("Hand over to", handoff.to, indent: 2)
            : desks.lines(ending.desks, "Hand over to", indent: 2)
        if !ending.handedOver.isEmpty {
            lines += text.labelled("with", ending.handedOver.map(\.label).joined(separator: ", "), indent: 4)
        }
        return lines
    }

    private func words(_ requirement: RunEnding.Requirement) -> String {
        let more = [requirement.team, requirement.due].compactMap(\.self)
        return requirement.label + (more.isEmpty ? "" : " (\(more.joined(separator: "; ")))")
    }
}
