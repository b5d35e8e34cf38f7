package import ArgumentParser

package struct AlertsCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "List the alerts and announcements that are active.",
        discussion: """
            Judged at the moment of asking, not at that of building: what is over is not shown. The most severe come first.

            Examples:
              kb alerts
              kb alerts --at 2026-09-02T08:00 --context location=east
              kb alerts --as-of 2026-03-01T10:00 --channel agents
              kb alerts --format json
            """)

    @Option(
        help: ArgumentHelp("text, json, jsonl or plain (id, title and place, with tabs between).", valueName: "format"))
    var format = AnswerFormat.text

    @OptionGroup(title: "Reading") var reader: ReaderOptions
    @OptionGroup var color: ColorOptions

    package init() {}

    package func action(_ console: Console) throws -> any Action {
        try reader.action(console, isText: format == .text) { reader in
            AlertsAction(reader: reader, format: format, palette: console.palette(color.color))
        }
    }
}
