package import Content
import Diagnostics
import YAML

/// Works out changes to items that keep every reference to them right.
package struct ItemEditor {
    let base: KnowledgeBase
    let reader: ContentReader

    package init(_ base: KnowledgeBase) {
        self.base = base
        reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
    }

    /// The fields of one edition of an item.
    func fields(of item: ItemRecord) throws(EditingError) -> FieldEditor {
        let source = try source(item.path)
        guard case .kind(let kind) = FileKind.at(item.path) else { throw .unreadableFile(item.path) }
        let file = reader.read(source, as: kind)
        let index = file.items.firstIndex { $0.id.range == item.id.range }
        guard let index else { throw .unreadableFile(item.path) }
        return FieldEditor(source, file.itemNodes[index])
    }

    /// A file as it was validated: edits are places in it.
    func source(_ path: String) throws(EditingError) -> SourceFile {
        if let source = base.source(path) { return source }
        try checkReading()
        throw .unreadableFile(path)
    }

    private func checkReading() throws(EditingError) {
        do throws(ContentSourceError) {
            try base.checkReading()
        } catch {
            throw .lostFile(error)
        }
    }

    func editions(of id: String) throws(EditingError) -> [ItemRecord] {
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
        let source = try source(location.path)
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
    func changes(_ edits: [TextEdit], first paths: [String]) throws(EditingError) -> [FileChange] {
        let byPath = Dictionary(grouping: edits) { $0.location.path }
        let ordered = paths + byPath.keys.filter { !paths.contains($0) }.sorted()
        var seen: Set<String> = []
        var changes: [FileChange] = []
        for path in ordered where seen.insert(path).inserted {
            if let edits = byPath[path] { changes.append(FileChange(try source(path), edits: edits)) }
        }
        return changes
    }
}
