/// The content hashes of a knowledge base's items. Each file is read once, however many of its items are asked for.
package struct ItemHashes {
    private let base: KnowledgeBase
    private let reader: ContentReader
    /// By path, and by where the id begins.
    private var hashes: [String: [Int: String]] = [:]

    package init(_ base: KnowledgeBase) {
        self.base = base
        reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
    }

    /// - Returns: nil when the item's file cannot be read.
    package mutating func hash(of item: ItemRecord) -> String? {
        let known = hashes[item.path] ?? read(item.path)
        hashes[item.path] = known
        return known[item.id.range.lowerBound]
    }

    private func read(_ path: String) -> [Int: String] {
        guard let source = base.source(path), case .kind(let kind) = FileKind.at(path) else { return [:] }
        let file = reader.read(source, as: kind)
        let starts = file.items.map(\.id.range.lowerBound)
        return Dictionary(zip(starts, ContentHash.hashes(of: file))) { first, _ in first }
    }
}
