import CLibgit2
import Glibc

/// Finds files in the trees of many commits, of which most share most folders: each folder is read once.
struct PathLookup {
    private struct Key: Hashable {
        let tree: ObjectID
        let name: String
    }

    private enum Entry {
        case folder(ObjectID)
        case file(ObjectID)
        case nothing
    }

    private let repository: Repository
    private var known: [Key: Entry] = [:]
    private static let mostKnown = 50_000

    init(_ repository: Repository) {
        self.repository = repository
    }

    /// The regular file at a path of slashes in a tree; nil where there is none.
    mutating func file(_ path: String, in tree: ObjectID) throws(GitError) -> ObjectID? {
        var tree = tree
        var rest = path[...]
        while true {
            let name = rest.prefix { $0 != "/" }
            let entry = try entry(String(name), in: tree)
            if name.endIndex == rest.endIndex {
                guard case .file(let id) = entry else { return nil }
                return id
            }
            guard case .folder(let id) = entry else { return nil }
            tree = id
            rest = rest[rest.index(after: name.endIndex)...]
        }
    }

    private mutating func entry(_ name: String, in tree: ObjectID) throws(GitError) -> Entry {
        let key = Key(tree: tree, name: name)
        if let entry = known[key] { return entry }
        let entry = try repository.withBytes(of: tree, as: "a folder of the history") { bytes in
            PathLookup.find(name, bytes)
        }
        if known.count >= PathLookup.mostKnown { known.removeAll(keepingCapacity: true) }
        known[key] = entry
        return entry
    }

    /// A tree is a list of `MODE NAME\0` and 20 bytes.
    private static func find(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Entry {
        var name = name
        return name.withUTF8 { name in
            var position = 0
            while position < bytes.count {
                guard let space = index(of: 0x20, bytes, from: position),
                    let end = index(of: 0, bytes, from: space + 1), end + 21 <= bytes.count
                else { return .nothing }
                if end - space - 1 == name.count,
                    bytes[(space + 1)..<end].elementsEqual(name)
                {
                    var id = git_oid()
                    withUnsafeMutableBytes(of: &id) {
                        $0.copyMemory(from: .init(rebasing: bytes[(end + 1)..<(end + 21)]))
                    }
                    let mode = bytes[position..<space]
                    if mode.elementsEqual("40000".utf8) { return .folder(ObjectID(id)) }
                    return mode.starts(with: "100".utf8) ? .file(ObjectID(id)) : .nothing
                }
                position = end + 21
            }
            return .nothing
        }
    }

    private static func index(of byte: Int32, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < bytes.count, let found = memchr(bytes.baseAddress! + start, byte, bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - bytes.baseAddress!
    }
}
