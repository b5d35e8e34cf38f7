import ArgumentParser
import CommandLine

struct PublishCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Release a commit to the readers of a channel.",
        discussion: """
            Holds what changed since the channel's last release against the policy of that release, as 'kb gate' does; \
            builds an index for each audience of the channel; and records the release as a signed tag, \
            releases/CHANNEL/NUMBER, with the commit, the time, the hashes of the indexes and the approvals. 'git tag -v' \
            verifies it. Beside each index, in a file that ends in .release, stands which release it is of.

            Channels are declared in kb.yaml; where none is, each audience is one. Who publishes needs a role of people.yaml \
            that may publish what changed. What policy lets go out first (ratify_within) goes out with --expedite, under \
            the role that ratifies it.

            Of a commit that is released already, the indexes are written again.

            Examples:
              kb publish agents
              kb publish agents --key ~/.ssh/id_ed25519 --output /srv/kb
              kb publish agents --rev v1.3 --dry-run
              kb publish agents --expedite
            """)

    @Argument(
        help: ArgumentHelp("The channel.", valueName: "channel"), completion: .custom(ChannelCompletion.names))
    var channel: String

    @Option(help: ArgumentHelp("The commit; the channel's branch otherwise, or HEAD.", valueName: "rev"))
    var rev: String?

    @Flag(help: "Let go out first what may be approved afterwards.")
    var expedite = false

    @Flag(help: "The branch was rewritten on purpose since the last release.")
    var rewritten = false

    @Flag(name: .customLong("dry-run"), help: "Do all that publishing does, but sign and write nothing.")
    var isDry = false

    @OptionGroup var making: ReleaseOptions

    func action(_ console: Console) throws -> any Action {
        let workspace = try making.workspace.historyWorkspace()
        return PublishAction(
            workspace: workspace, place: try ReviewedRepository(workspace.root, folder: nil), channelName: channel,
            revision: rev, key: making.key, folder: making.output, isExpedited: expedite, acceptsRewriting: rewritten,
            isDry: isDry, at: making.at, isJSON: making.format == .json)
    }
}

struct RollbackCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Give the readers of a channel an earlier release again, at once.",
        discussion: """
            Builds the indexes of the earlier release anew and records them as a new release, with the approvals of the \
            earlier one. Who does so needs a role that may rollback, as people.yaml of the current release says. What has \
            expired, been retired or been withdrawn since is said.

            Examples:
              kb rollback agents
              kb rollback agents 17
              kb rollback agents agents/17 --output /srv/kb
            """)

    @Argument(
        help: ArgumentHelp("The channel.", valueName: "channel"), completion: .custom(ChannelCompletion.names))
    var channel: String

    @Argument(help: ArgumentHelp("The release; otherwise the one before the current one.", valueName: "release"))
    var release: String?

    @OptionGroup var making: ReleaseOptions

    func action(_ console: Console) throws -> any Action {
        let workspace = try making.workspace.historyWorkspace()
        return RollbackAction(
            workspace: workspace, place: try ReviewedRepository(workspace.root, folder: nil), channelName: channel,
            name: release, key: making.key, folder: making.output, at: making.at, isJSON: making.format == .json)
    }
}

/// How a release is signed and where its indexes go.
struct ReleaseOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder for the indexes, AUDIENCE.index each; .kb/channels/CHANNEL otherwise.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp(
            "A private key of OpenSSH, or the '.pub' file of one that ssh-agent holds.", valueName: "file"),
        completion: .file())
    var key: String?

    @Option(help: ArgumentHelp("When it is released; now otherwise.", visibility: .hidden))
    var at: String?

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = ReportFormat.text

    @OptionGroup var workspace: WorkspaceOptions
}
