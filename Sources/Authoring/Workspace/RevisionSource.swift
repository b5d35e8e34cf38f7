import CommandLine
import Content
import Diagnostics
import Git
import Glibc
import Time

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

    /// The time zone that kb.yaml of a commit names, without a look at anything else; UTC where it does not say it.
    func zone(at commit: ObjectID) throws -> TimeZoneRules {
        let path = repository.prefix.isEmpty ? "kb.yaml" : repository.prefix + "/kb.yaml"
        guard let entry = try repository.entry(at: path, of: commit), entry.kind == .file else { return .utc }
        let bytes = try repository.fileBytes(entry.id, limit: 1 << 20, as: path)
        let file = ContentReader(timeZone: TimeZoneDatabase.rules).read(
            SourceFile(path: "kb.yaml", bytes: bytes), as: .knowledgeBase)
        return file.configuration?.zone ?? .utc
    }

    func commitID(of revision: String) throws -> String { try repository.resolve(revision).description }
}
