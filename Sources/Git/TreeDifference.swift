import CLibgit2
package import Content
import Glibc

/// A file that one of two trees has alone, or that they have differently.
package struct TreeChange: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let id: ObjectID
        package let kind: ContentEntry.Kind
    }

    package let path: String
    package let before: Entry?
    package let after: Entry?
}

extension Repository {
    /// The files of a folder that two commits have differently, in order of their paths' bytes.
    ///
    /// Folders that are the same on both sides are not looked into.
    /// - Parameters:
    ///   - base: Nil: everything is new.
    ///   - folder: Relative to the root; where a commit does not have it, it has no files.
    package func changes(
        from base: ObjectID?, to head: ObjectID, in folder: String, limits: TreeLimits = TreeLimits()
    ) throws(GitError) -> [TreeChange] {
        var difference = TreeDifference(self, limits)
        let before = try base.map { id throws(GitError) in try existingTree(at: folder, of: id) } ?? nil
        try difference.compare(before, try existingTree(at: folder, of: head), at: "", depth: 1)
        return difference.changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func existingTree(at folder: String, of commit: ObjectID) throws(GitError) -> ObjectID? {
        do throws(GitError) {
            return try tree(at: folder, of: commit)
        } catch .noFolder {
            return nil
        }
    }
}

/// Walks two trees side by side.
private struct TreeDifference {
    private(set) var changes: [TreeChange] = []
    private let repository: Repository
    private let limits: TreeLimits
    /// Files and folders: folders that name one another and hold nothing would else be walked for ever.
    private var entries = 0
    private var pathBytes = 0

    init(_ repository: Repository, _ limits: TreeLimits) {
        self.repository = repository
        self.limits = limits
    }

    mutating func compare(_ before: ObjectID?, _ after: ObjectID?, at folder: String, depth: Int) throws(GitError) {
        if before == after { return }
        guard depth <= limits.depth else {
            throw .tooLarge(what: "the depth of folders in a change", limit: "\(limits.depth)")
        }
        for (old, new) in try pairs(before, after, at: folder) {
            guard let name = (new ?? old)?.name else { continue }
            let path = folder.isEmpty ? name : folder + "/" + name
            entries += 1
            pathBytes += path.utf8.count
            guard entries <= limits.entries, pathBytes <= limits.pathBytes else {
                throw .tooLarge(what: "the change", limit: "\(limits.entries) files")
            }
            guard (old?.isSafe ?? true) && (new?.isSafe ?? true) else {
                throw .damagedRepository(
                    folder: repository.location.name, reason: "it has the path '\(path)', which git would not check out"
                )
            }
            var (oldEntry, newEntry): (TreeChange.Entry?, TreeChange.Entry?)
            var (oldTree, newTree): (ObjectID?, ObjectID?)
            switch old?.kind {
            case .folder: oldTree = old?.id
            case .entry(let kind): oldEntry = old.map { TreeChange.Entry(id: $0.id, kind: kind) }
            case nil: break
            }
            switch new?.kind {
            case .folder: newTree = new?.id
            case .entry(let kind): newEntry = new.map { TreeChange.Entry(id: $0.id, kind: kind) }
            case nil: break
            }
            if oldTree != newTree { try compare(oldTree, newTree, at: path, depth: depth + 1) }
            guard oldEntry != nil || newEntry != nil else { continue }
            changes.append(TreeChange(path: path, before: oldEntry, after: newEntry))
        }
    }

    /// The names of two trees that differ. A file and a folder of one name are two.
    private func pairs(
        _ before: ObjectID?, _ after: ObjectID?, at folder: String
    ) throws(GitError) -> [(TreeRecord?, TreeRecord?)] {
        let what = "the folder '\(folder)'"
        for tree in [before, after].compactMap(\.self) {
            guard try repository.header(tree, as: what).type == GIT_OBJECT_TREE else {
                throw .damagedRepository(folder: repository.location.name, reason: "\(what) is not a tree")
            }
        }
        return try repository.withHandle { handle throws(GitError) in
            let old = try OpenTree(before, handle, what)
            let new = try OpenTree(after, handle, what)
            var pairs: [(TreeRecord?, TreeRecord?)] = []
            var (left, right) = (0, 0)
            while left < old.count || right < new.count {
                let order = left == old.count ? 1 : right == new.count ? -1 : OpenTree.order(old[left], new[right])
                if order < 0 {
                    pairs.append((TreeRecord(old[left]), nil))
                } else if order > 0 {
                    pairs.append((nil, TreeRecord(new[right])))
                } else if !OpenTree.isSame(old[left], new[right]) {
                    pairs.append((TreeRecord(old[left]), TreeRecord(new[right])))
                }
                left += order <= 0 ? 1 : 0
                right += order >= 0 ? 1 : 0
            }
            return pairs
        }
    }
}

/// A tree's entries as libgit2 holds them: most are passed over without being copied.
private struct OpenTree: ~Copyable {
    private let tree: OpaquePointer?
    let count: Int

    init(_ id: ObjectID?, _ handle: borrowing Handle, _ what: String) throws(GitError) {
        var tree: OpaquePointer?
        if var raw = id?.raw {
            let repository = handle.repository
            try git("read \(what)") { git_tree_lookup(&tree, repository, &raw) }
        }
        self.tree = tree
        count = tree == nil ? 0 : git_tree_entrycount(tree)
    }

    deinit {
        git_tree_free(tree)
    }

    subscript(_ index: Int) -> OpaquePointer { git_tree_entry_byindex(tree, index) }

    /// By name, a folder's with a slash after it: the order in which git keeps them.
    static func order(_ left: OpaquePointer, _ right: OpaquePointer) -> Int {
        let (leftName, rightName) = (git_tree_entry_name(left)!, git_tree_entry_name(right)!)
        var index = 0
        while leftName[index] != 0, leftName[index] == rightName[index] { index += 1 }
        func byte(_ name: UnsafePointer<CChar>, _ entry: OpaquePointer) -> Int {
            let byte = UInt8(bitPattern: name[index])
            return byte == 0 && git_tree_entry_filemode_raw(entry) == GIT_FILEMODE_TREE ? 0x2F : Int(byte)
        }
        return byte(leftName, left) - byte(rightName, right)
    }

    static func isSame(_ left: OpaquePointer, _ right: OpaquePointer) -> Bool {
        git_oid_equal(git_tree_entry_id(left), git_tree_entry_id(right)) == 1
            && git_tree_entry_filemode_raw(left) == git_tree_entry_filemode_raw(right)
    }
}
