import ArgumentParser
import CommandLine
import Rendering

extension GateFormat: ExpressibleByArgument {}

struct GateCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Say what a change still needs before it may go out.",
        discussion: """
            What a protected branch runs. Holds what HEAD changes against the rules of approval, roles, people and schemas \
            of the base, so that no change lets itself pass. Unsigned approvals count for nothing, nor do those of other \
            content, of another action or policy, of an author, or by a key that is revoked. Then holds the changed files \
            against every rule about a file; with --whole, all files against every rule.

            Ends with 0 when the change may go out, 1 when something is missing. What may follow later (ratify_within) is \
            owed and stops nothing.

            As git's pre-receive hook it reads what was pushed from standard input and refuses what may not go out; \
            'kb init --hook pre-receive' sets it up. docs/governance.md says what a forge must be told.

            Examples:
              kb gate
              kb gate origin/main..HEAD
              kb gate origin/main --format markdown > comment.md
              kb gate --pre-receive --branch main
            """)

    @Argument(
        help: ArgumentHelp(
            "The base, or the base and the head with '..' between. Otherwise the main branch of 'origin', or 'main'.",
            valueName: "base..head"))
    var range: String?

    @Option(
        help: ArgumentHelp("\(GateFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = GateFormat.text

    @Flag(name: .customLong("whole"), help: "Hold all files against every rule, and not the changed ones alone.")
    var isWhole = false

    @Option(help: ArgumentHelp("A baseline in the base: findings that it knows do not count.", valueName: "path"))
    var baseline: String?

    @Option(help: ArgumentHelp("The moment at which keys, people and dates are judged.", valueName: "moment"))
    var at: String?

    @Flag(name: .customLong("pre-receive"), help: "Judge a push, as git's hook of this name.")
    var isHook = false

    @Option(
        help: ArgumentHelp(
            "With --pre-receive: a protected branch; may be repeated. Otherwise the one of HEAD.", valueName: "name"))
    var branch: [String] = []

    @Option(help: ArgumentHelp("The knowledge base's folder in the repository.", valueName: "path"))
    var folder: String?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        guard !isHook || range == nil else {
            throw ValidationError("a push says itself what it changes; leave out the range.")
        }
        guard isHook || branch.isEmpty else { throw ValidationError("--branch is for --pre-receive.") }
    }

    func action(_ console: Console) throws -> any Action {
        let place = try ReviewedRepository(workspace.root, folder: folder, isHook: isHook)
        if isHook {
            return PushAction(
                place: place, branches: branch, at: at, isWhole: isWhole, baseline: baseline, format: format,
                color: color.color)
        }
        return GateAction(
            place: place, range: try GateRange(range, in: place.repository), at: at, isWhole: isWhole,
            baseline: baseline,
            format: format, color: color.color)
    }
}
