import ArgumentParser
import CommandLine

struct BuildCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Compile the index that search, show and list read.",
        discussion: """
            Validates first and refuses a knowledge base with errors. The file is replaced in one step: a reader sees \
            the old index or the new one.

            What a build learns of files is kept in ~/.cache/kb (or XDG_CACHE_HOME/kb, or KB_CACHE; empty for none), so \
            that the next one reads what changed. The index is the same with or without.

            Examples:
              kb build
              kb build -o agents.index --audience agents
              kb build --rev main
            """)

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The index file; .kb/index otherwise.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "Leave out what none of these audiences may read; may be given several times.", valueName: "audience"))
    var audience: [String] = []

    @Option(help: ArgumentHelp("Build this revision instead of the files on disk.", valueName: "rev"))
    var rev: String?

    @Option(help: ArgumentHelp("Validate at this moment.", valueName: "date"))
    var at: String?

    @Flag(help: "Leave faulty items out, and say which.")
    var allowErrors = false

    @Flag(name: .customLong("no-cache"), help: "Read every file, and leave nothing for the next build.")
    var ignoresCache = false

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = ReportFormat.text

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) throws -> any Action {
        BuildAction(
            workspace: try workspace.workspace(), output: output, audiences: audience, revision: rev, at: at,
            allowsErrors: allowErrors, usesCache: !ignoresCache, isJSON: format == .json, color: color.color)
    }
}

enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
