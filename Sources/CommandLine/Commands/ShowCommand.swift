package import ArgumentParser

package struct ShowCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one item with its alerts, owner and review state.",
        discussion: """
            Facts are filled in and section blocks chosen for the caller and the moment. An old id shows the item that \
            has it as an alias.

            Examples:
              kb show mri-preparation
              kb show mri-preparation --at 2027-01-02 --context location=main
              kb show mri-preparation --format json
            """)

    @Argument(
        help: ArgumentHelp("The id of an item, or one of its aliases.", valueName: "id"),
        completion: .custom(IndexCompletion.ids))
    var id: String

    @Option(help: ArgumentHelp("Only the edition in this language.", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("text, json or jsonl.", valueName: "format"))
    var format = AnswerFormat.text

    @OptionGroup(title: "Reading") var reader: ReaderOptions
    @OptionGroup var color: ColorOptions

    package init() {}

    package func action(_ console: Console) throws -> any Action {
        try reader.action(console) { reader in
            ShowAction(
                name: id, reader: reader, language: language, format: format, palette: console.palette(color.color))
        }
    }
}
