import ArgumentParser
import CommandLine
import Rendering

extension AuditFormat: ExpressibleByArgument {}

struct AuditCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Export who changed, approved and purged what, and when.",
        discussion: """
            Goes through the branch's own commits (first parents), and judges each by the rules, the people and the moment \
            that held for it: what changed, who made it by the keys that signed, who approved it with which key or on \
            which forge, and how that stands. Content that was purged is accepted where a signed tombstone stands for it \
            ('kb purge').

            Times are those that commits say. Ends with 1 when a change went out without the approvals that it needed.

            Examples:
              kb audit --from 2026-01-01 --to 2026-04-01 --format csv > first-quarter.csv
              kb audit --from 2026-11-01
              kb audit --rev origin/main --format json
            """)

    @Option(help: ArgumentHelp("The first moment.", valueName: "moment"))
    var from: String?

    @Option(help: ArgumentHelp("The moment that ends the range.", valueName: "moment"))
    var to: String?

    @Option(help: ArgumentHelp("The branch or commit whose history is exported.", valueName: "rev"))
    var rev = "HEAD"

    @Option(
        help: ArgumentHelp("\(AuditFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = AuditFormat.text

    @Option(help: ArgumentHelp("The moment at which owed approvals are late; now otherwise.", valueName: "moment"))
    var at: String?

    @Option(help: ArgumentHelp("The knowledge base's folder in the repository.", valueName: "path"))
    var folder: String?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func action(_ console: Console) throws -> any Action {
        AuditAction(
            place: try ReviewedRepository(workspace.root, folder: folder), revision: rev, from: from, to: to, at: at,
            format: format, color: color.color)
    }
}
