import Content
import Diagnostics

/// Reads content by its place in a repository, of which the knowledge base may be a folder.
struct ContentFiles {
    /// Of the knowledge base, from the root of the repository, without a closing slash.
    let prefix: String
    private let reader = ContentReader(timeZone: { _ in nil })

    init(prefix: String) {
        self.prefix = prefix
    }

    /// From the root of the repository.
    func place(of path: String) -> String { prefix.isEmpty ? path : prefix + "/" + path }

    /// Relative to the knowledge base. A file that lay elsewhere when the knowledge base did has its whole path.
    func path(of place: String) -> String {
        guard !prefix.isEmpty else { return place }
        return place.hasPrefix(prefix + "/") ? String(place.dropFirst(prefix.utf8.count + 1)) : place
    }

    /// - Returns: Nil where content does not lie.
    func read(_ bytes: [UInt8], at place: String) -> ContentFile? {
        let path = path(of: place)
        guard let kind = kind(of: path) else { return nil }
        return reader.read(.init(path: path, bytes: bytes), as: kind)
    }

    /// Whether a file holds the item or the fact of a name.
    func holds(_ name: String, _ bytes: [UInt8], at place: String) -> Bool {
        // Most files need no parser to tell.
        guard ContentFiles.mentions(name, bytes), let file = read(bytes, at: place) else { return false }
        return file.items.contains { $0.id.value == name } || file.facts.contains { $0.name.value == name }
    }

    /// The id or fact's name in a file that is the first of some names, with the item's aliases there; nil where it has none.
    func names(_ names: [String], _ bytes: [UInt8], at place: String) -> [String]? {
        guard names.contains(where: { ContentFiles.mentions($0, bytes) }), let file = read(bytes, at: place) else {
            return nil
        }
        for name in names {
            if let item = file.items.first(where: { $0.id.value == name }) {
                return [name] + item.aliases.map(\.value).filter { $0 != name }
            }
            if file.facts.contains(where: { $0.name.value == name }) { return [name] }
        }
        return nil
    }

    static func mentions(_ name: String, _ bytes: [UInt8]) -> Bool {
        !name.isEmpty && bytes.firstOffset(of: Array(name.utf8)) != nil
    }

    /// The kind of a file, by its path or by the end of it: the knowledge base may have been moved.
    private func kind(of path: String) -> FileKind? {
        var rest = path[...]
        while true {
            if case .kind(let kind) = FileKind.at(String(rest)), kind.hasSchema { return kind }
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            rest = rest[rest.index(after: slash)...]
        }
    }
}
