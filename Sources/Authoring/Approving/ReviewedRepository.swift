import CommandLine
import Content
import FileSystem
import Git
import Glibc

/// A repository in which changes are approved: a clone, or a bare one that takes pushes.
struct ReviewedRepository: Sendable {
    let repository: Repository
    /// The knowledge base's folder in it; empty: the top.
    let folder: String
    /// Files over this are no content.
    static let largestFile = 64 << 20

    /// - Parameters:
    ///   - root: A folder of the knowledge base, or of a bare repository; nil: here.
    ///   - folder: Of the knowledge base in the repository, where the place does not say it.
    ///   - isHook: Git runs this before it takes what was pushed, which lies in a folder of its own until then.
    init(_ root: String?, folder: String?, isHook: Bool = false) throws {
        let environment = ProcessEnvironment.variables
        let quarantine = [environment["GIT_QUARANTINE_PATH"] ?? environment["GIT_OBJECT_DIRECTORY"]]
            .compactMap { $0.flatMap(FileLookup.resolved) }
        let knowledgeBase = isHook ? nil : root ?? FolderSearch.nearest(holding: "kb.yaml")
        repository = try Repository.open(
            containing: knowledgeBase ?? root ?? ".", trust: RepositoryTrust(user: geteuid(), environment: environment),
            objectFolders: isHook ? quarantine : [])
        self.folder = folder.map { $0.split(separator: "/").joined(separator: "/") } ?? repository.prefix
    }

    /// A path of the knowledge base, from the root of the repository.
    func place(_ path: String) -> String { folder.isEmpty ? path : folder + "/" + path }

    func bytes(_ entry: TreeChange.Entry, _ path: String) throws(GitError) -> [UInt8] {
        switch entry.kind {
        case .file: try repository.fileBytes(entry.id, limit: ReviewedRepository.largestFile, as: path)
        // What a link names is another thing than a file that says the same, and so is a repository within.
        case .link: try Array("link to ".utf8) + repository.fileBytes(entry.id, limit: 1 << 16, as: path)
        case .special: Array("repository at \(entry.id)".utf8)
        }
    }

    /// A file of a commit; nil where there is none.
    func file(_ path: String, of commit: ObjectID) throws(GitError) -> [UInt8]? {
        guard let entry = try repository.entry(at: place(path), of: commit), entry.kind == .file else { return nil }
        return try bytes(entry, path)
    }

    func changes(from base: ObjectID?, to head: ObjectID) throws(GitError) -> [TreeChange] {
        try repository.changes(from: base, to: head, in: folder)
    }
}
