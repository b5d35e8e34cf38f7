package import Time
import YAML

/// What the hash under `review.verified` says of an item as it is.
package enum ReviewBinding: Hashable, Sendable {
    case holds
    /// What a reader sees was changed since the review.
    case changed
    /// What a reader sees is as it was on this day; the day alone was changed since.
    case redated(from: CivilDate)
}

/// The hashes that reviews are bound to: of what a reader sees of an item, with what it shows of others, and of the day.
///
/// What a reader sees is the content of the item, the unit and the values of each fact that is told, what steps show of
/// articles, each workflow that is called, and images and attachments. Directory entries and the sources of translated
/// articles have reviews and checks of their own.
package struct ReviewHashes {
    private let base: KnowledgeBase
    private let uses: ContentUses
    private let reader: ContentReader
    private var contents: ItemHashes
    /// By path, and there by name.
    private var facts: [String: [String: String]] = [:]
    private var known: [ContentUse: String] = [:]
    /// How far back the day is looked for that a hash was made on.
    private static let longestAge = 3660

    package init(_ base: KnowledgeBase) {
        self.base = base
        uses = ContentUses(base)
        reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
        contents = ItemHashes(base) { ContentHash.seenHashes(of: $0) }
    }

    /// The hash that says: on this day, this was found right.
    ///
    /// - Returns: 64 hexadecimal digits; nil when the item's file cannot be read.
    package mutating func hash(of item: ItemRecord, on day: CivilDate) -> String? {
        seen(item).map { ReviewHashes.hash(of: $0, on: day) }
    }

    /// - Parameters:
    ///   - verified: The hash that the item notes.
    ///   - last: The day that it notes.
    /// - Returns: Nil when the item's file cannot be read.
    package mutating func binding(of item: ItemRecord, _ verified: String, on last: CivilDate) -> ReviewBinding? {
        guard let seen = seen(item) else { return nil }
        if ReviewHashes.hash(of: seen, on: last) == verified { return .holds }
        for days in 1...ReviewHashes.longestAge {
            for other in [last.adding(days: -days), last.adding(days: days)] where other != last {
                if ReviewHashes.hash(of: seen, on: other) == verified { return .redated(from: other) }
            }
        }
        return .changed
    }

    private static func hash(of seen: String, on day: CivilDate) -> String {
        ContentHash.hash(of: Array("kb review 1\n\(day)\n\(seen)".utf8))
    }

    /// A hash of what a reader sees, on whatever day.
    private mutating func seen(_ item: ItemRecord) -> String? {
        guard let own = contents.hash(of: item) else { return nil }
        var lines = [own]
        for use in uses.allUses(of: item).sorted(by: { $0.name < $1.name }) where isSeen(use, in: item) {
            lines.append("\(use.name) \(hash(of: use, in: item))")
        }
        return ContentHash.hash(of: Array(lines.joined(separator: "\n").utf8))
    }

    private func isSeen(_ use: ContentUse, in item: ItemRecord) -> Bool {
        switch use {
        case .fact, .article, .workflow, .file: true
        case .source: item.kind == .workflow
        case .desk: false
        }
    }

    private mutating func hash(of use: ContentUse, in item: ItemRecord) -> String {
        // The same for every item, but for workflows: a translation is seen with those of its language.
        if let hash = known[use] { return hash }
        let hash: String
        switch use {
        case .fact(let name): hash = fact(name)
        case .article(let id, let section): hash = article(id, section)
        case .file(let path): hash = base.asset(path).map { ContentHash.hash(of: $0) } ?? "-"
        case .workflow(let id), .source(let id): return workflow(id, language: item.language?.value)
        case .desk: return "-"
        }
        known[use] = hash
        return hash
    }

    private mutating func fact(_ name: String) -> String {
        guard let path = base.fact(name)?.path else { return "-" }
        if let hash = facts[path]?[name] { return hash }
        var hashes: [String: String] = [:]
        let root = base.source(path).flatMap { reader.read($0, as: .facts).root }
        for entry in root?["facts"]?.mapping?.entries ?? [] {
            hashes[entry.key.text] = ContentHash.hash(ofFact: entry.value)
        }
        facts[path] = hashes
        return hashes[name] ?? "-"
    }

    private func article(_ id: String, _ section: String?) -> String {
        let hashes = base.editions(of: id).compactMap { edition in
            base.source(edition.path).map { source in
                ContentHash.hash(of: ArticlePart(reader.read(source, as: .article), section: section))
            }
        }
        return hashes.isEmpty ? "-" : hashes.sorted().joined(separator: "+")
    }

    private mutating func workflow(_ id: String, language: String?) -> String {
        var hashes: [String] = []
        for edition in base.editions(of: id) where edition.translation == nil || edition.language?.value == language {
            if let hash = contents.hash(of: edition) { hashes.append(hash) }
        }
        return hashes.isEmpty ? "-" : hashes.sorted().joined(separator: "+")
    }
}
