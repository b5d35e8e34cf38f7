import Content
import Diagnostics

/// Keeps translations fresh over changes that alter no word a reader sees.
///
/// A translation names the hash of the source it was made from. When a rename changes a reference in that source, the
/// translation is as good as before, and so its hash follows; one that was stale stays stale. A translation is written
/// before its source: what was interrupted between them comes to the same when it is run again, while a source that is
/// written already would have left the old hash to match nothing.
struct TranslationHashes {
    private let base: KnowledgeBase

    init(_ base: KnowledgeBase) {
        self.base = base
    }

    func following(_ changes: [FileChange]) -> [FileChange] {
        var changes = changes
        let changed = Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
        var hashes = ItemHashes(base)
        for item in base.items {
            guard let translation = item.translation, let hash = translation.hash else { continue }
            let sources = base.editions(of: base.resolve(translation.source.value) ?? "").filter {
                $0.translation == nil
            }
            guard let source = sources.first(where: { hashes.hash(of: $0) == hash.value }),
                let change = changed[source.path],
                let new = self.hash(of: source, after: change)
            else { continue }
            replace(hash.value, by: new, in: item.path, &changes)
            move(item.path, before: source.path, &changes)
        }
        return changes
    }

    private func hash(of item: ItemRecord, after change: FileChange) -> String? {
        let hashes = ContentHash.hashes(of: SourceFile(path: change.path, bytes: change.new))
        guard item.kind == .hub else { return hashes.first }
        // Edits move an item of a file, but none past another.
        let index = base.items.filter { $0.path == item.path }.firstIndex { $0.id.range == item.id.range }
        return index.flatMap { hashes.indices.contains($0) ? hashes[$0] : nil }
    }

    private func move(_ path: String, before other: String, _ changes: inout [FileChange]) {
        guard let from = changes.firstIndex(where: { $0.path == path }),
            let to = changes.firstIndex(where: { $0.path == other }), from > to
        else { return }
        changes.insert(changes.remove(at: from), at: to)
    }

    private func replace(_ old: String, by new: String, in path: String, _ changes: inout [FileChange]) {
        guard let file = base.source(path) else { return }
        let index = changes.firstIndex { $0.path == path }
        let bytes = index.map { changes[$0].new } ?? file.bytes
        let pattern = Array(old.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: pattern) }) else { return }
        let edited = Array(bytes[..<start]) + Array(new.utf8) + Array(bytes[(start + pattern.count)...])
        let change = FileChange(path: path, old: file.bytes, new: edited)
        if let index { changes[index] = change } else { changes.append(change) }
    }
}
