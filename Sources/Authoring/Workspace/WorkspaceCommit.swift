import CommandLine
import Editing
import Git
import Glibc

/// Writes changes to the files of a knowledge base and commits them, and nothing else.
struct WorkspaceCommit {
    private let workspace: Workspace
    private let changes: [FileChange]
    private let pending: PendingCommit

    /// Checks that the commit can be made, before anything is written.
    ///
    /// - Parameter seconds: The moment of the commit, where the environment names no other.
    init(_ workspace: Workspace, _ changes: [FileChange], seconds: Int64) throws {
        let environment = ProcessEnvironment.variables
        let repository = try Repository.open(
            containing: workspace.root, trust: RepositoryTrust(user: geteuid(), environment: environment))
        let folder = repository.prefix.isEmpty ? "" : repository.prefix + "/"
        self.workspace = workspace
        self.changes = changes
        pending = try PendingCommit(
            changes.map { CommitChange(path: folder + $0.path, old: $0.old, new: $0.new) }, in: repository,
            by: CommitIdentity(of: repository, environment: environment, seconds: seconds))
    }

    func write(message: String, _ console: Console) throws {
        try ChangeWriter(root: workspace.root).write(changes)
        let id = try pending.make(message: message.hasSuffix("\n") ? message : message + "\n")
        console.note("Committed as \(id.short); no hook was run.")
    }
}
