import ArgumentParser
import CommandLine
import Content
import Rendering
import Time

extension GoldenFormat: ExpressibleByArgument {}

struct TestCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Ask the golden questions, play the workflow scenarios, and say what is not as expected.",
        discussion: """
            Golden questions stand under 'questions' in tests/. Each is asked of the index that its audience would read, \
            for its caller and at its moment. Scenarios stand under 'scenarios': each sends its caller through a workflow, \
            in the edition that is in force at its moment. A PATH chooses the tests of some files; any other word the \
            questions that hold it or expect the item with this id, and the scenarios of the workflow with this id.

            With --base, the same tests are played on two builds: what is shown is each question whose rank, results \
            or answer changed and each scenario whose caller is asked or told something else, and only what the change \
            made fail decides the status.

            --coverage says how much of each workflow the scenarios try out: for each answer, entry and continuation, \
            each of the outcomes that some caller who goes that way comes to. --suggest writes the scenarios that are \
            missing, for review.

            --future says what will break by itself: every question and scenario that names no moment, every proof, what \
            the answers to each topic require, and the keys of quizzes, held against each moment within a year (--within) \
            at which an alert, an edition, a fact or a pin begins or ends, or content is withheld because its review is \
            overdue. It names the first moment at which each breaks, and what changes then.

            Ends with 1 when a test fails, 2 when the knowledge base has errors.

            Examples:
              kb test
              kb test tests/imaging.yaml
              kb test mri-preparation
              kb test --at 2027-01-02
              kb test --base origin/main --format markdown
              kb test --format junit > report.xml
              kb test --coverage
              kb test --future --within 90d
              kb test --suggest schedule-mri -o tests/schedule-mri.yaml
            """)

    @Argument(
        help: ArgumentHelp(
            "Test files, words of questions, ids that are expected, or workflows.", valueName: "path-or-word"),
        completion: .file(extensions: ["yaml"]))
    var selection: [String] = []

    @Option(help: ArgumentHelp("Test this revision instead of the files on disk.", valueName: "rev"))
    var rev: String?

    @Option(
        help: ArgumentHelp("Show what changed since the merge base with this revision.", valueName: "rev"))
    var base: String?

    @Option(
        help: ArgumentHelp("The moment of the tests that name none.", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp("\(GoldenFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = GoldenFormat.text

    @Flag(help: "Say how much of each workflow the scenarios try out.")
    var coverage = false

    @Flag(help: "Say what will break by itself, and when first.")
    var future = false

    @Option(
        help: ArgumentHelp("With --future: how far to look ahead; 366d otherwise.", valueName: "period"),
        transform: TimeArgument.period)
    var within: Period?

    @Option(help: ArgumentHelp("With --future: how many moments to look at; 200 otherwise.", valueName: "number"))
    var maxMoments: Int?

    @Flag(help: "Write the scenarios that are missing, for review; nothing is tested.")
    var suggest = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("With --suggest: the file to write, instead of standard output.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var output: String?

    @Flag(help: "End with 0 whatever fails.")
    var exitZero = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        if !future && (within != nil || maxMoments != nil) {
            throw ValidationError("--within and --max-moments go with --future")
        }
        if future && (base != nil || rev != nil || coverage || suggest) {
            throw ValidationError("--future looks at the files on disk, and goes with no other way of testing")
        }
        if future && FutureFormat(rawValue: format.rawValue) == nil {
            let formats = FutureFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--future is written as \(formats)")
        }
        guard maxMoments.map({ (1...100_000).contains($0) }) ?? true else {
            throw ValidationError("--max-moments is a number from 1 to 100000")
        }
        if output != nil && !suggest { throw ValidationError("-o is for --suggest; formats go to standard output") }
        if suggest && (base != nil || coverage || format != .text) {
            throw ValidationError("--suggest writes YAML and goes with a revision, a date and workflows alone")
        }
    }

    func action(_ console: Console) throws -> any Action {
        let workspace = try workspace.workspace()
        guard !suggest else {
            return SuggestAction(
                workspace: workspace, workflows: selection, revision: rev, at: at, output: output, color: color.color)
        }
        if future, let format = FutureFormat(rawValue: format.rawValue) {
            return FutureAction(
                workspace: workspace, selection: selection, at: at, within: within ?? Period(hours: 366 * 24),
                mostMoments: maxMoments ?? 200, format: format, exitsZero: exitZero, color: color.color)
        }
        return TestAction(
            workspace: workspace, selection: selection, revision: rev, base: base, at: at, format: format,
            measuresCoverage: coverage, exitsZero: exitZero, color: color.color)
    }
}
