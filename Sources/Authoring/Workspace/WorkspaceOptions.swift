import ArgumentParser
import CommandLine

/// Which knowledge base a command works on.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The knowledge base. Otherwise the nearest folder upwards with a kb.yaml.", valueName: "folder"),
        completion: .directory)
    var root: String?

    func workspace() throws -> Workspace { try Workspace(root) }

    /// The same, or a bare repository, of which only revisions can be read.
    func historyWorkspace() throws -> Workspace {
        try Workspace(ofHistory: root)
    }
}
