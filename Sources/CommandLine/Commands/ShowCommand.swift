package import ArgumentParser

package struct ShowCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one item with its alerts, owner and review state.",
        discussion: """
            Facts are filled in and section blocks chosen for the caller and the moment. An old id shows the item that \
            has it as an alias. ID@REV shows what a revision says: a branch, a tag, a commit, or a day or moment on the \
            current branch. --as-of shows what readers had then.

            Examples:
              kb show mri-preparation
              kb show mri-preparation --at 2027-01-02 --context location=main
              kb show mri-preparation --format json
              kb show mri-preparation@v1.3
              kb show mri-preparation@2026-03-01
              kb show mri-preparation --as-of 2026-03-01T10:00 --channel agents
            """)

    @Argument(
        help: ArgumentHelp("The id of an item, or one of its aliases; @REV after it.", valueName: "id"),
        completion: .custom(IndexCompletion.ids))
    var id: String

    @Option(help: ArgumentHelp("Only the edition in this language.", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("text, json or jsonl.", valueName: "format"))
    var format = AnswerFormat.text

    @OptionGroup(title: "Reading") var reader: ReaderOptions
    @OptionGroup var color: ColorOptions

    package init() {}

    package func validate() throws {
        guard id.contains("@") else { return }
        let other = reader.asOf.map { _ in "--as-of" } ?? reader.index.map { _ in "--index" }
        guard let other else { return }
        throw ValidationError("give either ID@REV or \(other): both say what is read.")
    }

    package func action(_ console: Console) throws -> any Action {
        // No id has this sign.
        let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let revision = parts.count == 2 ? parts[1] : nil
        return try reader.action(console, at: revision, isText: format == .text) { reader in
            ShowAction(
                name: parts[0], reader: reader, language: language, format: format,
                palette: console.palette(color.color))
        }
    }
}
