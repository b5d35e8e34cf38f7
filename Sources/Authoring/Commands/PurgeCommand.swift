import ArgumentParser
import CommandLine

struct PurgeCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Sign that content was taken out of the history.",
        discussion: """
            For patient data and secrets that were committed. Writes a signed tombstone below approvals/ that names the \
            versions by hash and says why, without their text; whoever signs needs a role that may 'purge'. It also prints \
            the names that git gives them, one a line. kb does not rewrite history: docs/governance.md says how that is \
            done, and what becomes of signatures. Approvals of purged content go on counting for what stands in its place.

            Examples:
              kb purge articles/parking.md --rev 3f9c2d1 --reason "a caller's name"
              kb purge articles/parking.md --rev 3f9c2d1 --replacement clean.md --reason "a name"
            """)

    @Argument(help: ArgumentHelp("The file, from the top of the knowledge base.", valueName: "path"))
    var path: String

    @Option(help: ArgumentHelp("A commit that holds what is purged; may be repeated.", valueName: "rev"))
    var rev: [String] = []

    @Option(help: ArgumentHelp("Why, without the data itself.", valueName: "text"))
    var reason: String

    @Option(
        help: ArgumentHelp("A file with what stands in its place; nothing does otherwise.", valueName: "file"),
        completion: .file())
    var replacement: String?

    @Option(
        help: ArgumentHelp(
            "A private key of OpenSSH, or the '.pub' file of one that ssh-agent holds.", valueName: "file"),
        completion: .file())
    var key: String?

    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        guard !rev.isEmpty else { throw ValidationError("name with --rev the commits that hold what is purged.") }
    }

    func action(_ console: Console) throws -> any Action {
        let workspace = try workspace.workspace()
        return PurgeAction(
            workspace: workspace, place: try ReviewedRepository(workspace.root, folder: nil), path: path,
            revisions: rev,
            replacement: replacement, reason: reason, key: key)
    }
}
