import Glibc

/// Where a repository lies, found from a folder in it.
///
/// `.git` is looked for in the folder and in each above it. Only where none has one is a bare repository considered:
/// content that a pull request lays out like a bare repository, inside a working tree, stays content.
struct RepositoryLocation {
    /// Where HEAD is; for a linked worktree, a folder of its own.
    let gitFolder: String
    /// Where the objects, the branches and the configuration are; the same as `gitFolder` but for a linked worktree.
    let commonFolder: String
    /// Nil for a bare repository.
    let workingTree: String?
    /// The folder it was found from, relative to the working tree, without a closing slash.
    let prefix: String
    /// The file `.git` that names the git folder, where it is not a folder itself.
    let link: String?

    init(containing folder: String) throws(GitError) {
        guard let start = RepositoryFile.realPath(folder), RepositoryFile.isFolder(start) else {
            throw .cannotRead("cannot read '\(folder)': there is no such folder")
        }
        var parts = start.split(separator: "/").map(String.init)
        let all = parts
        while true {
            let current = "/" + parts.joined(separator: "/")
            if let (found, link) = try RepositoryLocation.gitFolder(of: current) {
                try self.init(found, workingTree: current, prefix: all[parts.count...].joined(separator: "/"), link)
                return
            }
            if parts.isEmpty { break }
            parts.removeLast()
        }
        parts = all
        while true {
            let current = "/" + parts.joined(separator: "/")
            if RepositoryLocation.isGitFolder(current) {
                try self.init(current, workingTree: nil, prefix: "", nil)
                return
            }
            if parts.isEmpty { throw .noRepository(folder: folder) }
            parts.removeLast()
        }
    }

    private init(_ gitFolder: String, workingTree: String?, prefix: String, _ link: String?) throws(GitError) {
        self.gitFolder = gitFolder
        commonFolder = RepositoryLocation.commonFolder(of: gitFolder, try RepositoryFile.text(gitFolder + "/commondir"))
        self.workingTree = workingTree
        self.prefix = prefix
        self.link = link
    }

    /// What a person calls the repository.
    var name: String { workingTree ?? gitFolder }

    private static func gitFolder(of folder: String) throws(GitError) -> (folder: String, link: String?)? {
        let path = (folder == "/" ? "" : folder) + "/.git"
        switch RepositoryFile.mode(path) {
        case S_IFDIR:
            guard isGitFolder(path), let real = RepositoryFile.realPath(path) else { return nil }
            return (real, nil)
        case S_IFREG:
            guard let text = try RepositoryFile.text(path), text.hasPrefix("gitdir: ") else {
                throw .damagedRepository(folder: folder, reason: "its file .git does not name a folder")
            }
            let named = String(text.dropFirst("gitdir: ".count).prefix { $0 != "\n" && $0 != "\r\n" })
            let target = named.hasPrefix("/") ? named : folder + "/" + named
            guard let real = RepositoryFile.realPath(target), isGitFolder(real) else {
                throw .damagedRepository(
                    folder: folder, reason: "its file .git names '\(named)', which is not a git folder")
            }
            return (real, path)
        default:
            return nil
        }
    }

    private static func commonFolder(of folder: String, _ link: String?) -> String {
        guard let named = link?.prefix(while: { $0 != "\n" && $0 != "\r\n" }), !named.isEmpty else { return folder }
        return RepositoryFile.realPath(named.hasPrefix("/") ? String(named) : folder + "/" + named) ?? folder
    }

    private static func isGitFolder(_ folder: String) -> Bool {
        var status = stat()
        guard lstat(folder + "/HEAD", &status) == 0 else { return false }
        if RepositoryFile.mode(folder + "/commondir") != nil { return true }
        return RepositoryFile.isFolder(folder + "/objects") && RepositoryFile.isFolder(folder + "/refs")
    }
}
