import Decisions
import Presentation
import SearchIndex
import Time

/// Writes whom to reach, and what stands beside a step of a workflow.
struct DeskJSON {
    let item: ItemJSON

    func desk(_ desk: Desk) -> JSONValue {
        .object(
            item.place(desk.document)
                + item.members([
                    (
                        "phones",
                        .list(
                            desk.phones.map { ["for": $0.purpose.map { .string($0) }, "number": .string($0.number)] })
                    ),
                    ("open", desk.isOpen.map { .bool($0) }), ("until", desk.until.map { .string(clock($0)) }),
                ]))
    }

    func escalation(_ escalation: IndexDocument.Conditional, _ desks: [Desk]) -> JSONValue {
        [
            "to": .string(escalation.id), "applies": escalation.condition.map(item.applies),
            "desks": .array(desks.map { desk($0) }),
        ]
    }

    func article(_ document: IndexDocument, _ section: String?) -> JSONValue {
        let reader = item.reader
        let isShown = !reader.isWithheld(document) && reader.verdict(document.applies) != .fails
        return .object(
            item.place(document)
                + item.members([
                    ("version", .string(document.version)), ("section", section.map { .string($0) }),
                    ("answer", isShown ? item.filled(document.answer) : nil),
                    ("applies", document.applies.map(item.condition)),
                ]))
    }

    /// `2026-11-24T18:00`, by the clock of the knowledge base.
    private func clock(_ moment: LocalDateTime) -> String { moment.description.replacing(" ", with: "T") }
}
