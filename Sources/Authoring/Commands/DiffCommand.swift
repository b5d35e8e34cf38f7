import ArgumentParser
import CommandLine
import Content
import Rendering

extension DifferenceFormat: ExpressibleByArgument {}

struct DiffCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two versions, and for which callers.",
        discussion: """
            Compares two revisions, or a revision and the files on disk; with no revision, HEAD and the files on disk. \
            --staged compares HEAD, or a revision, with what is staged; --since the branch as it was at a date with the \
            files on disk, or with its tip where the branch is named.

            Items are followed by id, whatever their files are called, edition by edition. Prose is compared by block and \
            word, fields by name, lists by member, tables by cell. Of a fact that changed, all that tells it is listed. Of \
            each workflow that changed, or that calls one, tells a fact or tests a field that changed: the callers who are \
            asked other questions or told something else, in the fewest groups, each with an example; or that no caller is \
            affected. What readers see comes first; files in which only the layout differs are counted.

            The format html is one page for the browser, with both versions side by side. Ends with 0; with --exit-code, 1 \
            when something changed.

            Examples:
              kb diff
              kb diff mri-preparation
              kb diff origin/main
              kb diff v1.2..v1.3 schedule-mri
              kb diff --staged
              kb diff --since 2026-03-01 --format html > changes.html
              kb diff origin/main --format markdown > comment.md
              kb diff --exit-code
            """)

    @Argument(
        help: ArgumentHelp(
            "A revision, or two with '..' between them; then ids, names of facts or files.", valueName: "rev-or-id"),
        completion: .custom(ItemCompletion.ids))
    var arguments: [String] = []

    @Flag(name: [.customLong("staged"), .customLong("cached")], help: "Compare with what is staged.")
    var isStaged = false

    @Option(help: ArgumentHelp("Compare with the branch as it was at this moment.", valueName: "date"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "\(DifferenceFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = DifferenceFormat.text

    @Flag(help: "End with 1 when something changed.")
    var exitCode = false

    @Flag(help: "Show one file as git asks for it; 'kb init --git' sets it up.")
    var driver = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        if driver && ![1, 7, 9].contains(arguments.count) {
            throw ValidationError("--driver takes what git gives to diff.<driver>.command: 7 arguments.")
        }
    }

    func action(_ console: Console) throws -> any Action {
        if driver { return DiffDriverAction(arguments: arguments, color: color.color) }
        return DiffAction(
            workspace: try workspace.historyWorkspace(), arguments: arguments, isStaged: isStaged, since: since,
            format: format, hasExitCode: exitCode, color: color.color)
    }
}
