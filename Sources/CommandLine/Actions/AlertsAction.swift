import Presentation
import SearchIndex

/// Lists what is active at a moment.
struct AlertsAction: Action {
    let reader: Reader
    let format: AnswerFormat
    let palette: Palette

    func run(_ console: Console) throws -> ExitStatus {
        let alerts = reader.activeAlerts()
        switch format {
        case .json:
            console.write([
                "version": 1, "alerts": .array(alerts.map(member)),
                "at": .string(ItemJSON(reader: reader).moment(reader.now)),
            ])
        case .jsonl: for alert in alerts { console.output.write(member(alert).serialized + "\n") }
        case .plain:
            for alert in alerts {
                let title = VisibleText.of(reader.filled(alert.title))
                console.output.write("\(alert.id)\t\(title)\t\(VisibleText.of(alert.path)):\(alert.line)\n")
            }
        case .text:
            let text = ItemText(reader: reader, width: console.surroundings.columns, palette: palette)
            for (number, alert) in alerts.enumerated() {
                console.output.write((number == 0 ? "" : "\n") + text.alert(alert))
                console.output.write(text.paragraph(targets(alert), .dim, indent: 2))
                console.output.write(text.paragraph("\(alert.path):\(alert.line)", .dim, indent: 2))
            }
            if alerts.isEmpty { console.note("No alert is active.") }
        }
        return .clean
    }

    /// Whom or what it stands beside.
    private func targets(_ document: IndexDocument) -> String {
        guard let alert = document.alert else { return "" }
        if alert.isAnnouncement { return "to everyone of \(document.audience.joined(separator: ", "))" }
        if alert.targetsAll { return "beside everything" }
        let names = alert.articles + alert.workflows + alert.categories.map { "all of \($0)" }
        return names.isEmpty ? "beside nothing" : "beside \(names.joined(separator: ", "))"
    }

    private func member(_ document: IndexDocument) -> JSONValue {
        let json = ItemJSON(reader: reader)
        let alert = document.alert ?? IndexDocument.Alert()
        return .object(
            json.place(document)
                + json.members([
                    ("type", .string(alert.isAnnouncement ? "announcement" : "alert")),
                    ("severity", .string(alert.severity)), ("message", .string(reader.filled(alert.message))),
                    ("say", json.filled(document.say)), ("owner", document.owner.map { .string($0) }),
                    ("version", .string(document.version)),
                    ("from", alert.from.map { .string(json.moment($0)) }),
                    ("until", alert.until.map { .string(json.moment($0)) }),
                    ("applies", document.applies.map(json.applies)), ("all", alert.targetsAll ? true : nil),
                    ("articles", json.texts(alert.articles)), ("workflows", json.texts(alert.workflows)),
                    ("categories", json.texts(alert.categories)),
                ]))
    }
}
