package import Content
import Diagnostics
import YAML

/// Works out changes to items that keep every reference to them right.
package struct ItemEditor {
    let base: KnowledgeBase
    private let reader: ContentReader

    package init(_ base: KnowledgeBase) {
        self.base = base
        reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
    }

    /// The fields of one edition of an item.
    func fields(of item: Item) throws(EditingError) -> FieldEditor {
        guard let source = base.source(item.path), case .kind(let kind) = FileKind.at(item.path),
            let root = reader.read(source, as: kind).root
        else { throw .unreadableFile(item.path) }
        let node =
            item.kind == .hub ? root["hubs"]?.sequence?.first { $0["id"]?.range == item.id.range } : root
        guard let node else { throw .unreadableFile(item.path) }
        return FieldEditor(source, node)
    }

    func editions(of id: String) throws(EditingError) -> [Item] {
        let editions = base.editions(of: id)
        guard !editions.isEmpty else {
            throw .unknownItem(id, suggestion: Suggestion.question(for: id, among: base.ids))
        }
        return editions
    }

    /// Every place that names an item, a directory entry or a workflow by an id.
    func references(to id: String) -> [(path: String, reference: Reference)] {
        base.allReferences.filter { _, _, reference in
            switch reference.target {
            case .item(let name, _), .directoryEntry(let name), .workflow(let name): name == id
            case .fact, .requirement, .owner, .audience, .category, .asset: false
            }
        }.map { (path: $0.path, reference: $0.reference) }
    }

    /// Puts another name in the place of one: plain, in quotes, or in a link `kb:name#anchor`.
    func replacing(_ name: String, by other: String, at location: Location) throws(EditingError) -> TextEdit {
        guard let source = base.source(location.path) else { throw .unreadableFile(location.path) }
        var start = location.range.lowerBound
        let text = source.bytes[location.range]
        if text.starts(with: "kb:".utf8) { start += 3 }
        if text.first == UInt8(ascii: "\"") || text.first == UInt8(ascii: "'") { start += 1 }
        guard source.bytes[start..<location.range.upperBound].starts(with: name.utf8) else {
            throw .unreadablePlace(location, name: name)
        }
        return TextEdit(
            Location(path: location.path, range: start..<start + name.utf8.count), replacement: other)
    }

    /// One change a file, those of some paths first.
    func changes(_ edits: [TextEdit], first paths: [String]) -> [FileChange] {
        let byPath = Dictionary(grouping: edits) { $0.location.path }
        let ordered = paths + byPath.keys.filter { !paths.contains($0) }.sorted()
        var seen: Set<String> = []
        return ordered.compactMap { path in
            guard seen.insert(path).inserted, let edits = byPath[path], let source = base.source(path) else {
                return nil
            }
            return FileChange(source, edits: edits)
        }
    }
}
