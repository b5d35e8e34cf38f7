import Content
import Git

/// The files that a head changes, with what they are held against: the head's settings, and the base's schemas.
struct ProposedSource: ContentSource {
    private let place: ReviewedRepository
    private let files: [String: TreeChange.Entry]
    private let listed: [ContentEntry]

    /// - Parameter isWhole: All files of the head, and not the changed ones alone.
    init(_ place: ReviewedRepository, _ proposal: Proposal, isWhole: Bool) throws {
        self.place = place
        let head = proposal.head
        var files: [String: TreeChange.Entry] = [:]
        func add(_ folder: String, of commit: ObjectID) throws(GitError) {
            let inner = folder.isEmpty ? place.folder : place.place(folder)
            for entry in try place.repository.changes(from: nil, to: commit, in: inner) {
                files[folder.isEmpty ? entry.path : folder + "/" + entry.path] = entry.after
            }
        }
        if isWhole {
            try add("", of: head)
        } else {
            for path in ["kb.yaml", "people.yaml"] {
                files[path] = try place.repository.entry(at: place.place(path), of: head)
            }
            try add("templates", of: head)
            for change in proposal.treeChanges { files[change.path] = change.after }
        }
        let schemas = FileKind.schema.folder ?? ""
        if let base = proposal.base {
            files = files.filter { !$0.key.hasPrefix(schemas + "/") }
            try add(schemas, of: base)
        } else {
            try add(schemas, of: head)
        }
        self.files = files.filter { !ProposedSource.isHidden($0.key) }
        listed = self.files.map { ContentEntry(path: $0.key, kind: $0.value.kind) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    func entries() -> [ContentEntry] { listed }

    func read(_ path: String) throws(ContentSourceError) -> [UInt8] {
        guard let entry = files[path], entry.kind == .file else {
            throw ContentSourceError(path: path, message: "there is no file '\(path)' in what is proposed")
        }
        do throws(GitError) {
            return try place.bytes(entry, path)
        } catch {
            throw ContentSourceError(path: path, message: error.description)
        }
    }

    private static func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0.utf8.first == UInt8(ascii: ".") }
    }
}
