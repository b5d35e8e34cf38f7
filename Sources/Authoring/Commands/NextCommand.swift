import ArgumentParser
import CommandLine
import Rendering
import Time

extension ComingFormat: ExpressibleByArgument {}

struct NextCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "List what changes by itself next: what appears, ends, falls due or gets another value.",
        discussion: """
            In order of time: alerts that begin and end, editions that come into force, are replaced or end, facts that \
            get other values, reviews that become overdue, people and keys that end, pins that end, and days on which a \
            desk is closed. 'kb test --future' says what would break at these moments, and 'kb alerts --at' what is \
            active at one.

            Ends with 0; with --exit-code, ends with 1 when something changes within the time.

            Examples:
              kb next
              kb next --within 7d --kind alert --kind fact
              kb next --until 2027-01-02 --format json
              kb next --within 24h --exit-code
            """)

    @Option(
        help: ArgumentHelp("How far to look ahead; 90d otherwise.", valueName: "period"), transform: TimeArgument.period
    )
    var within: Period?

    @Option(help: ArgumentHelp("Look ahead to this moment, which is not included.", valueName: "date"))
    var until: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Only this kind: \(NextAction.kinds.joined(separator: ", ")). May be repeated.", valueName: "kind"),
        completion: .list(NextAction.kinds))
    var kind: [String] = []

    @Option(
        help: ArgumentHelp("Only what this person or group owns.", valueName: "owner"),
        completion: .custom(ItemCompletion.owners))
    var owner: String?

    @Option(help: ArgumentHelp("Look ahead from this moment.", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp("\(ComingFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = ComingFormat.text

    @Flag(help: "End with 1 when something changes within the time.")
    var exitCode = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        if within != nil && until != nil { throw ValidationError("--within and --until say the same; give one") }
        if let unknown = kind.first(where: { !NextAction.kinds.contains($0) }) {
            throw ValidationError("there is no kind '\(unknown)'; there is \(NextAction.kinds.joined(separator: ", "))")
        }
    }

    func action(_ console: Console) throws -> any Action {
        NextAction(
            workspace: try workspace.workspace(),
            end: until.map { .moment($0) } ?? .within(within ?? Period(hours: 90 * 24)), kinds: Set(kind), owner: owner,
            at: at, format: format, hasExitCode: exitCode, color: color.color)
    }
}
