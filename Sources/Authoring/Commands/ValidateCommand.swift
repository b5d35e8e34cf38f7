import ArgumentParser
import CommandLine
import Content
import Rendering

extension FindingFormat: ExpressibleByArgument {}

struct ValidateCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Hold every rule against the knowledge base.",
        discussion: """
            Reads every file, whatever PATH says, because one file's mistake shows in another; PATH chooses the \
            findings to show. Ends with 1 when there is an error. What only time brought, such as an overdue review, \
            is a warning.

            Examples:
              kb validate
              kb validate articles/scheduling
              kb validate --fix
              kb validate --base origin/main --format github
              kb validate --write-baseline baseline.json
              kb validate --baseline baseline.json
            """)

    @Argument(help: ArgumentHelp("Files and folders whose findings to show.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @Option(help: ArgumentHelp("Validate this revision instead of the files on disk.", valueName: "rev"))
    var rev: String?

    @Option(
        help: ArgumentHelp(
            "Only findings that the change since the merge base with this revision brought decide the status.",
            valueName: "rev"))
    var base: String?

    @Option(help: ArgumentHelp("Judge reviews and dates at this moment.", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp("\(FindingFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = FindingFormat.text

    @Flag(help: "Apply the fixes that findings offer.")
    var fix = false

    @Option(help: ArgumentHelp("Findings in this file decide nothing.", valueName: "file"), completion: .file())
    var baseline: String?

    @Option(help: ArgumentHelp("Write what is found now as a baseline.", valueName: "file"), completion: .file())
    var writeBaseline: String?

    @Flag(help: "End with 0 whatever is found.")
    var exitZero = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        if fix && rev != nil {
            throw ValidationError("--fix changes files on disk, and --rev reads none; leave one out.")
        }
    }

    func action(_ console: Console) throws -> any Action {
        let workspace = try workspace.workspace()
        return ValidateAction(
            workspace: workspace, paths: try paths.map { try workspace.path(ofArgument: $0) }, revision: rev,
            base: base,
            at: at, format: format, fixes: fix, baseline: baseline, newBaseline: writeBaseline, exitsZero: exitZero,
            color: color.color)
    }
}
