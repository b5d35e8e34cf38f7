import ArgumentParser
import CommandLine
import Content
import Rendering

extension DifferenceFormat: ExpressibleByArgument {}

struct DiffCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say for which callers the guidance changes between two versions.",
        discussion: """
            Compares two revisions, or a revision and the files on disk; with no revision, HEAD and the files on disk. Of \
            each workflow that changed, or that calls one, tells a fact or tests a field of kb.yaml that changed: the \
            callers who are asked other questions or told something else, in the fewest groups, each with an example; or \
            that no caller is affected although the file changed. Where a workflow is too large for that, callers are \
            shown by example.

            Ends with 0; with --exit-code, 1 when something changed.

            Examples:
              kb diff
              kb diff schedule-mri
              kb diff origin/main
              kb diff v1.2..v1.3 schedule-mri
              kb diff origin/main --format markdown > comment.md
              kb diff --exit-code
            """)

    @Argument(
        help: ArgumentHelp("A revision, or two with '..' between them; then ids of workflows.", valueName: "rev-or-id"))
    var arguments: [String] = []

    @Option(
        help: ArgumentHelp(
            "\(DifferenceFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = DifferenceFormat.text

    @Flag(help: "End with 1 when something changed.")
    var exitCode = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) throws -> any Action {
        DiffAction(
            workspace: try workspace.workspace(), arguments: arguments, format: format, hasExitCode: exitCode,
            color: color.color)
    }
}
