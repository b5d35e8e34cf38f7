import CLibgit2
import Content
import Glibc

/// Walks a commit's tree and keeps what it lists, in the order of git.
struct TreeListing {
    struct File {
        let id: ObjectID
        let kind: ContentEntry.Kind
    }

    private(set) var files: [String: File] = [:]
    private let repository: Repository
    private let commit: ObjectID
    private let limits: TreeLimits
    private var entries = 0
    private var pathBytes = 0

    init(_ repository: Repository, _ tree: ObjectID, of commit: ObjectID, _ limits: TreeLimits) throws(GitError) {
        self.repository = repository
        self.commit = commit
        self.limits = limits
        try list(tree, at: "", depth: 1)
    }

    private mutating func list(_ tree: ObjectID, at folder: String, depth: Int) throws(GitError) {
        guard depth <= limits.depth else {
            throw .tooLarge(what: "the depth of folders in the commit \(commit.short)", limit: "\(limits.depth)")
        }
        let records = try TreeRecord.read(tree, in: repository, as: "the folder '\(folder)' of \(commit.short)")
        var names: Set<String> = []
        for record in records {
            let path = folder.isEmpty ? record.name : folder + "/" + record.name
            guard record.isSafe, names.insert(record.name).inserted else { throw .unsafePath(path, commit: commit) }
            entries += 1
            pathBytes += path.utf8.count
            guard entries <= limits.entries, pathBytes <= limits.pathBytes else {
                throw .tooLarge(what: "the tree of the commit \(commit.short)", limit: "\(limits.entries) entries")
            }
            switch record.kind {
            case .folder: try list(record.id, at: path, depth: depth + 1)
            case .entry(let kind): files[path] = File(id: record.id, kind: kind)
            }
        }
    }
}

/// One name in a tree object.
struct TreeRecord {
    enum Kind: Equatable {
        case folder
        case entry(ContentEntry.Kind)
    }

    let name: String
    let kind: Kind
    let id: ObjectID
    /// A checkout would make it, and make it where the tree says.
    let isSafe: Bool
    private static let longestName = 255

    /// The names of a tree, after its size was checked.
    static func read(
        _ tree: ObjectID, in repository: Repository, as what: String
    ) throws(GitError) -> [TreeRecord] {
        let header = try repository.header(tree, as: what)
        guard header.type == GIT_OBJECT_TREE else {
            throw .damagedRepository(folder: repository.location.name, reason: "\(what) is not a tree")
        }
        return try repository.withHandle { handle throws(GitError) in
            var raw = tree.raw
            var object: OpaquePointer?
            try git("read \(what)") { git_tree_lookup(&object, handle.repository, &raw) }
            defer { git_tree_free(object) }
            return (0..<git_tree_entrycount(object)).map { TreeRecord(git_tree_entry_byindex(object, $0)) }
        }
    }

    init(_ entry: OpaquePointer) {
        id = ObjectID(git_tree_entry_id(entry).pointee)
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(git_tree_entry_name(entry)!).assumingMemoryBound(to: UInt8.self),
            count: strlen(git_tree_entry_name(entry)))
        name = String(decoding: bytes, as: UTF8.self)
        isSafe = TreeRecord.isSafe(name)
        // A name that is not UTF-8 would be another file's once it is repaired; it is listed and never opened.
        let isReadable = String(validating: bytes, as: UTF8.self) != nil
        kind =
            switch git_tree_entry_filemode_raw(entry).rawValue & 0o170000 {
            case 0o040000: .folder
            case 0o100000: .entry(isReadable ? .file : .special)
            case 0o120000: .entry(.link)
            default: .entry(.special)
            }
    }

    static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longestName && name != "." && name != ".." && !name.utf8.contains(0x2F)
            && !isGitFolder(name)
    }

    /// `.git`, and what is `.git` to the file systems of other machines.
    private static func isGitFolder(_ name: String) -> Bool {
        let visible = String(String.UnicodeScalarView(name.unicodeScalars.filter { !ignored.contains($0.value) }))
        let plain = visible.lowercased()
        return plain == ".git" || plain.hasPrefix("git~1") || plain.hasPrefix(".git:") || plain.hasPrefix(".git\\")
            || (plain.hasPrefix(".git") && plain.dropFirst(4).allSatisfy { $0 == " " || $0 == "." })
    }

    /// Characters that HFS+ leaves out of a name.
    private static let ignored: Set<UInt32> = Set([0xFEFF])
        .union(0x200C...0x200F).union(0x202A...0x202E).union(0x206A...0x206F)
}
