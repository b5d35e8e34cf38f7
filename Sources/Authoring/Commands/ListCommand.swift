import ArgumentParser
import CommandLine
import IndexCompilation
import SearchIndex

/// `kb list` of files, or of an index where one is named.
struct ListCommand: KBCommand {
    static let configuration = IndexListCommand.configuration

    @OptionGroup var list: ListOptions
    @Option(
        help: ArgumentHelp("List what this index holds instead of the files on disk.", valueName: "file"),
        completion: .file())
    var index: String?
    @Option(help: ArgumentHelp("Judge states at this moment.", valueName: "date")) var at: String?
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) throws -> any Action {
        ListFilesAction(
            workspace: try workspace.workspace(), query: try ItemQuery(list.query), at: at, format: list.format,
            terminator: list.endsWithNUL ? "\0" : "\n", palette: console.palette(color.color))
    }
}
