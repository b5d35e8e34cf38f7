import ArgumentParser
import CommandLine
import Content
import Rendering

extension GoldenFormat: ExpressibleByArgument {}

struct TestCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Ask the golden questions, and say which answers are not as expected.",
        discussion: """
            Golden questions stand under 'questions' in tests/. Each is asked of the index that its audience would read, \
            for its caller and at its moment. A PATH chooses those of some files; any other word those whose question \
            holds it or that expect the item with this id.

            With --base, the same questions are asked of two builds: what is shown is each question whose rank, results \
            or answer changed, and only what the change made fail decides the status.

            Ends with 1 when a question fails, 2 when the knowledge base has errors.

            Examples:
              kb test
              kb test tests/imaging.yaml
              kb test mri-preparation
              kb test --at 2027-01-02
              kb test --base origin/main --format markdown
              kb test --format junit > report.xml
            """)

    @Argument(
        help: ArgumentHelp("Test files, words of questions, or ids that are expected.", valueName: "path-or-word"),
        completion: .file(extensions: ["yaml"]))
    var selection: [String] = []

    @Option(help: ArgumentHelp("Ask this revision instead of the files on disk.", valueName: "rev"))
    var rev: String?

    @Option(
        help: ArgumentHelp("Show what changed since the merge base with this revision.", valueName: "rev"))
    var base: String?

    @Option(
        help: ArgumentHelp("The moment at which questions are asked that name none.", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp("\(GoldenFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = GoldenFormat.text

    @Flag(help: "End with 0 whatever fails.")
    var exitZero = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) throws -> any Action {
        TestAction(
            workspace: try workspace.workspace(), selection: selection, revision: rev, base: base, at: at,
            format: format, exitsZero: exitZero, color: color.color)
    }
}
