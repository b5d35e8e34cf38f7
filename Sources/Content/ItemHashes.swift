/// The content hashes of a knowledge base's items. Each file is read once, however many of its items are asked for.
package struct ItemHashes {
    private let base: KnowledgeBase
    private let reader: ContentReader
    private let hashes: (ContentFile) -> [String]
    /// By path, and by where the id begins.
    private var known: [String: [Int: String]] = [:]

    package init(_ base: KnowledgeBase) { self.init(base) { ContentHash.hashes(of: $0) } }

    /// - Parameter hashes: Of the items of a file, in their order.
    init(_ base: KnowledgeBase, _ hashes: @escaping (ContentFile) -> [String]) {
        self.hashes = hashes
        self.base = base
        reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
    }

    /// - Returns: nil when the item's file cannot be read.
    package mutating func hash(of item: ItemRecord) -> String? {
        let file = known[item.path] ?? read(item.path)
        known[item.path] = file
        return file[item.id.range.lowerBound]
    }

    private func read(_ path: String) -> [Int: String] {
        guard let source = base.source(path), case .kind(let kind) = FileKind.at(path) else { return [:] }
        let file = reader.read(source, as: kind)
        let starts = file.items.map(\.id.range.lowerBound)
        return Dictionary(zip(starts, hashes(file))) { first, _ in first }
    }
}
