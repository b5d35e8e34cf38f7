import CommandLine
import Content
import Git
import Glibc

/// Content at revisions of the repository that a knowledge base lies in.
struct RevisionSource {
    let repository: Repository

    init(_ workspace: Workspace) throws {
        repository = try Repository.open(
            containing: workspace.root,
            trust: RepositoryTrust(user: geteuid(), environment: ProcessEnvironment.variables))
    }

    /// The content of a revision, without a checkout.
    func content(at revision: String) throws -> any ContentSource {
        try TreeSource(repository, commit: try repository.resolve(revision), folder: repository.prefix)
    }

    /// Whether there is such a revision.
    func has(_ revision: String) -> Bool {
        do throws(GitError) {
            _ = try repository.resolve(revision)
            return true
        } catch {
            return false
        }
    }

    /// The content from which a change began: the merge base of its target and its head.
    func mergeBase(of base: String, and head: String) throws -> any ContentSource {
        let commit = try repository.mergeBase(of: try repository.resolve(base), and: try repository.resolve(head))
        return try TreeSource(repository, commit: commit, folder: repository.prefix)
    }

    func commitID(of revision: String) throws -> String { try repository.resolve(revision).description }
}
