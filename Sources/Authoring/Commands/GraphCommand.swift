import ArgumentParser
import CommandLine
import Drawing

extension PictureFormat: ExpressibleByArgument {}
extension PictureColour: ExpressibleByArgument {}

struct GraphCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a workflow.",
        discussion: """
            Questions, branches, calls and outcomes have shapes of their own. The colours say what was proven: a step \
            for which something does not hold is red, and its tooltip names a caller; or, with --colour tests, which \
            steps scenarios pass; or, with --colour diff, what is new or changed since HEAD or --base, and where callers \
            come who are told something else. An SVG needs nothing else, and no other program is run. A workflow of more than 60 \
            steps is drawn in sections, each of which begins with the step that all of it is reached through; a called \
            workflow is one step.

            Examples:
              kb graph schedule-mri -o schedule-mri.svg
              kb graph schedule-mri --colour tests -o tested.svg
              kb graph schedule-mri --colour diff --base origin/main -o changed.svg
              kb graph what-you-may-tow --from licence-kind -o part.svg
              kb graph schedule-mri --format mermaid
            """)

    @Argument(
        help: ArgumentHelp("The id of a workflow.", valueName: "workflow"),
        completion: .custom(ItemCompletion.workflows))
    var workflow: String

    @Option(
        help: ArgumentHelp(
            "\(PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")); otherwise as the file's name ends, or "
                + "svg.", valueName: "format"))
    var format: PictureFormat?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; standard output otherwise.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: [.customLong("colour"), .customLong("color")],
        help: ArgumentHelp(
            "What the colours say: \(PictureColour.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "what"))
    var colour = PictureColour.proof

    @Option(help: ArgumentHelp("The revision that --colour diff compares with; HEAD otherwise.", valueName: "rev"))
    var base: String?

    @Option(help: ArgumentHelp("Only what this step leads to.", valueName: "step")) var from: String?
    @Option(help: ArgumentHelp("Draw this revision instead of the files on disk.", valueName: "rev")) var rev: String?
    @Option(help: ArgumentHelp("The edition that is in force at this moment.", valueName: "date")) var at: String?
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if base != nil && colour != .diff { throw ValidationError("--base is for --colour diff.") }
    }

    func action(_ console: Console) throws -> any Action {
        GraphAction(
            workspace: try workspace.workspace(), workflow: workflow, revision: rev, at: at, from: from, format: format,
            colour: colour, earlier: base, output: output)
    }
}
