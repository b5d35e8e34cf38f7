import CLibgit2
package import Content
import Glibc

/// Which files two versions have differently, told by the names of their contents; only working files that git has not looked
/// at are read.
package struct ChangedFiles {
    /// In order of their bytes: those that one side has alone, and those that differ.
    package let paths: [String]

    /// - Parameter staged: What git's index knows of working files.
    package init(
        _ before: any ContentSource, _ after: any ContentSource, staged: StagedSource?
    ) throws(ContentSourceError) {
        var changed: [String] = []
        let old = try Dictionary(before.entries().map { ($0.path, $0.kind) }) { first, _ in first }
        let new = try Dictionary(after.entries().map { ($0.path, $0.kind) }) { first, _ in first }
        for (path, kind) in new {
            guard old[path] == kind else {
                changed.append(path)
                continue
            }
            guard kind == .file else { continue }
            let first = try ChangedFiles.blob(path, before, staged)
            if try ChangedFiles.blob(path, after, staged) != first { changed.append(path) }
        }
        changed += old.keys.filter { new[$0] == nil }
        paths = changed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func blob(
        _ path: String, _ content: any ContentSource, _ staged: StagedSource?
    ) throws(ContentSourceError) -> ObjectID? {
        switch content {
        case let tree as TreeSource: return tree.blobID(path)
        case let index as StagedSource: return index.blobID(path)
        case let tree as WorkingTree:
            var status = stat()
            if let staged, lstat(tree.root + "/" + path, &status) == 0, let known = staged.knownBlobID(path, status) {
                return known
            }
            return ObjectID(ofBlob: try tree.read(path))
        default: return ObjectID(ofBlob: try content.read(path))
        }
    }
}

extension ObjectID {
    /// The name that git gives to a file with these bytes.
    package init?(ofBlob bytes: [UInt8]) {
        var id = git_oid()
        let code = bytes.withUnsafeBytes { git_odb_hash(&id, $0.baseAddress, $0.count, GIT_OBJECT_BLOB) }
        guard code == 0 else { return nil }
        self.init(id)
    }
}
