package import Content

/// The content of a commit, read without checking it out: no filter runs, no link is followed, no submodule is entered.
package struct TreeSource: ContentSource {
    package let commit: ObjectID
    private let repository: Repository
    private let files: [String: TreeListing.File]
    private let listed: [ContentEntry]
    private let fileLimit: Int

    /// - Parameters:
    ///   - folder: Relative to the root of the commit; the knowledge base's.
    package init(
        _ repository: Repository, commit: ObjectID, folder: String, limits: TreeLimits = TreeLimits()
    ) throws(GitError) {
        let tree = try repository.tree(at: folder, of: commit)
        let files = try TreeListing(repository, tree, of: commit, limits).files
        self.commit = commit
        self.repository = repository
        self.files = files
        fileLimit = limits.fileBytes
        // Hidden files are the tools', not content, as in a working tree; they can still be read by name.
        listed = files.filter { !TreeSource.isHidden($0.key) }
            .map { ContentEntry(path: $0.key, kind: $0.value.kind) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    package func entries() -> [ContentEntry] { listed }

    package func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        guard let file = files[path], file.kind == .file else {
            let what = files[path] == nil ? "there is no file '\(path)'" : "'\(path)' is not a regular file"
            throw ContentSourceError(path: path, message: "\(what) in the commit \(commit.short)")
        }
        do throws(GitError) {
            return try repository.bytes(file.id, limit: fileLimit, as: "the file '\(path)' of \(commit.short)")
        } catch {
            throw ContentSourceError(path: path, message: error.description)
        }
    }

    /// The name of a file's content, equal for equal content in every commit.
    package func blobID(_ path: String) -> ObjectID? {
        files[path].flatMap { $0.kind == .file ? $0.id : nil }
    }

    package func stamp(_ path: String) -> ContentStamp? { blobID(path).map { ContentStamp($0.words) } }

    /// The paths that one of the two has alone, or that differ, in order of their bytes.
    package func changedPaths(since base: TreeSource) -> [String] {
        let paths = Set(files.keys).union(base.files.keys)
        return paths.filter { files[$0]?.id != base.files[$0]?.id || files[$0]?.kind != base.files[$0]?.kind }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func isHidden(_ path: String) -> Bool {
        path.utf8.first == 0x2E
            || path.utf8.indices.contains { index in
                path.utf8[index] == 0x2F && path.utf8[path.utf8.index(after: index)] == 0x2E
            }
    }
}

extension Repository {
    /// The tree of a folder in a commit.
    func tree(at folder: String, of commit: ObjectID) throws(GitError) -> ObjectID {
        var tree = try self.commit(commit).tree
        for part in folder.split(separator: "/") {
            let records = try TreeRecord.read(tree, in: self, as: "the tree of \(commit.short)")
            guard let next = records.first(where: { $0.name == part && $0.kind == .folder }) else {
                throw .noFolder(folder, commit: commit)
            }
            tree = next.id
        }
        return tree
    }
}
