import ArgumentParser
import CommandLine
import Rendering

extension LogFormat: ExpressibleByArgument {}

struct LogCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show the versions of an item: who changed what, when and why.",
        discussion: """
            Follows the item by its id over renames of its file, the latest version first: the commit, its time, its author, \
            what kind of change it was (text, workflow, metadata, reviewed, renamed, formatting only …) and why. An item with \
            several files, for languages or times to come, has the versions of all. Names are those that commits give; \
            anybody can write them.

            Merges are left out where one side has the very same file. What is not here, as in a shallow clone, is said and \
            not guessed. What is learnt is kept in ~/.cache/kb, as by 'kb build'.

            Examples:
              kb log mri-preparation
              kb log mri-preparation --limit 5
              kb log mri-preparation --since 2026-01-01 --format json
              kb log mri.prep-hours --rev v1.3
            """)

    @Argument(
        help: ArgumentHelp("The id of an item, one of its aliases, or the name of a fact.", valueName: "id"),
        completion: .custom(ItemCompletion.ids))
    var id: String

    @Option(help: ArgumentHelp("Begin at this revision instead of HEAD.", valueName: "rev"))
    var rev = "HEAD"

    @Option(name: .shortAndLong, help: ArgumentHelp("The most versions.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Only what was committed at this moment or later.", valueName: "date"))
    var since: String?

    @Flag(name: .customLong("no-cache"), help: "Walk through the whole history, and leave nothing for the next call.")
    var ignoresCache = false

    @Option(
        help: ArgumentHelp("\(LogFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = LogFormat.text

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a number of versions from 1 on.") }
    }

    func action(_ console: Console) throws -> any Action {
        LogAction(
            workspace: try workspace.historyWorkspace(), name: id, revision: rev, limit: limit, since: since,
            usesCache: !ignoresCache, format: format, color: color.color)
    }
}
