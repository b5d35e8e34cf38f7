import CLibgit2
import Synchronization

/// A repository, opened to read commits.
///
/// libgit2 gets the git folder and an empty configuration: nothing that the repository's own configuration says can
/// name a program, a file elsewhere or another working tree. Its format and owner are checked here before.
package final class Repository: Sendable {
    /// libgit2 does not promise that one repository may be used from several threads at a time, so that one has it.
    let handle: Mutex<Handle>
    let location: RepositoryLocation
    package let isPartialClone: Bool
    package let isShallow: Bool

    /// - Parameters:
    ///   - folder: A folder of the working tree, or a bare repository.
    ///   - objectFolders: Where more objects lie, as in the quarantine that git's pre-receive hook looks into.
    package static func open(
        containing folder: String, trust: RepositoryTrust, objectFolders: [String] = []
    ) throws(GitError) -> Repository {
        try Repository(RepositoryLocation(containing: folder), trust, objectFolders)
    }

    private init(
        _ location: RepositoryLocation, _ trust: RepositoryTrust, _ objectFolders: [String]
    ) throws(GitError) {
        try trust.check(location)
        for name in ["/packed-refs", "/objects/info/alternates", "/shallow"] {
            try RepositoryFile.isFile(location.commonFolder + name)
        }
        isPartialClone = try RepositoryFormat(location).isPartialClone
        isShallow = try RepositoryFile.text(location.commonFolder + "/shallow").map { !$0.isEmpty } ?? false
        handle = Mutex(try Handle(location, objectFolders))
        self.location = location
    }

    /// The working tree's folder; nil for a bare repository.
    package var workingTree: String? { location.workingTree }

    /// The folder that the repository was opened from, relative to the working tree: the knowledge base's.
    package var prefix: String { location.prefix }

    /// Where git looks for hooks, unless its configuration says otherwise.
    package var hooksFolder: String { location.commonFolder + "/hooks" }

    /// The full name of the branch that HEAD stands for, such as `refs/heads/main`; nil where HEAD is detached.
    package var headBranch: String? {
        get throws(GitError) {
            let prefix = "ref: "
            guard let text = try RepositoryFile.text(location.gitFolder + "/HEAD"), text.hasPrefix(prefix) else {
                return nil
            }
            return String(text.dropFirst(prefix.count).prefix { $0 != "\n" && $0 != "\r\n" })
        }
    }

    /// Runs libgit2 on the repository, alone.
    func withHandle<Value: Sendable>(
        _ body: (borrowing Handle) throws(GitError) -> Value
    ) throws(GitError) -> Value {
        // The lock's own method rethrows what the body throws, but only as a Result does the type survive.
        let result = handle.withLock { handle -> Result<Value, GitError> in
            do throws(GitError) { return .success(try body(handle)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Says why an object is not here.
    func missing(_ what: String) -> GitError {
        .missingObject(what, isPartialClone ? .partialClone : isShallow ? .shallow : .damage)
    }
}

/// The repository and its object database in libgit2, freed with their owner.
struct Handle: ~Copyable {
    let repository: OpaquePointer
    let objects: OpaquePointer

    init(_ location: RepositoryLocation, _ objectFolders: [String]) throws(GitError) {
        try GitLibrary.start()
        var opened: OpaquePointer?
        try git("open the repository '\(location.name)'") { git_repository_open_bare(&opened, location.gitFolder) }
        let repository = opened!
        do throws(GitError) {
            objects = try Handle.objects(repository, location, objectFolders)
        } catch {
            git_repository_free(repository)
            throw error
        }
        self.repository = repository
    }

    deinit {
        git_odb_free(objects)
        git_repository_free(repository)
    }

    private static func objects(
        _ repository: OpaquePointer, _ location: RepositoryLocation, _ objectFolders: [String]
    ) throws(GitError) -> OpaquePointer {
        let action = "open the objects of the repository '\(location.name)'"
        var configuration: OpaquePointer?
        try git(action) { git_config_new(&configuration) }
        defer { git_config_free(configuration) }
        try git(action) { git_repository_set_config(repository, configuration) }
        var objects: OpaquePointer?
        try git(action) { git_repository_odb(&objects, repository) }
        do throws(GitError) {
            for folder in objectFolders { try git(action) { git_odb_add_disk_alternate(objects, folder) } }
        } catch {
            git_odb_free(objects)
            throw error
        }
        return objects!
    }
}
