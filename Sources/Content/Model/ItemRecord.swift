/// What other files can depend on of an item. The knowledge base keeps this of each; the rest is let go with its file.
package final class ItemRecord: Sendable {
    package enum Details: Sendable {
        /// The anchors of its headings, in order.
        case article(anchors: [String])
        indirect case workflow(Workflow)
        indirect case alert(Alert)
        case quiz(Quiz)
        case directory
        case hub
    }

    /// What few items have.
    private final class Rarities: Sendable {
        let effective: Effective?
        let translation: Translation?
        let replacedBy: Located<String>?
        let aliases: [Located<String>]
        let readersByAnchor: [String: [String]]

        init?(_ item: Item) {
            readersByAnchor = item.readersByAnchor
            guard
                item.effective != nil || item.translation != nil || item.replacedBy != nil || !item.aliases.isEmpty
                    || !readersByAnchor.isEmpty
            else { return nil }
            effective = item.effective
            translation = item.translation
            replacedBy = item.replacedBy
            aliases = item.aliases
        }
    }

    package let kind: Item.Kind
    package let isRetired: Bool
    package let hasCategory: Bool
    package let path: String
    package let id: Located<String>
    package let audience: [String]
    package let language: Located<String>?
    package let details: Details
    /// Everything that this item names elsewhere, in the order of the file.
    package let references: [Reference]
    private let rarities: Rarities?

    /// - Parameter names: What equal names are shared by.
    init(_ item: Item, sharing names: inout SharedNames) {
        kind = item.kind
        isRetired = item.isRetired
        hasCategory = item.category != nil
        path = item.path
        id = item.id
        audience = names.shared(item.audience.map(\.value))
        language = item.language
        references = item.references.map { names.shared($0) }
        rarities = Rarities(item)
        details =
            switch item.details {
            case .article(let article): .article(anchors: article.headings.map(\.anchor))
            case .workflow(let workflow): .workflow(workflow)
            case .alert(let alert): .alert(alert)
            case .quiz(let quiz): .quiz(quiz)
            case .directory: .directory
            case .hub: .hub
            }
    }

    package var effective: Effective? { rarities?.effective }
    package var translation: Translation? { rarities?.translation }
    package var replacedBy: Located<String>? { rarities?.replacedBy }
    package var aliases: [Located<String>] { rarities?.aliases ?? [] }

    /// Who reads the text under a heading, where that is narrower than the item.
    package func readers(ofAnchor anchor: String) -> [String]? { rarities?.readersByAnchor[anchor] }

    /// The anchors of an article's headings.
    package var anchors: [String] { if case .article(let anchors) = details { anchors } else { [] } }
}

extension Item {
    fileprivate var readersByAnchor: [String: [String]] {
        guard case .article(let article) = details else { return [:] }
        return article.blocks.reduce(into: [:]) { readers, block in
            guard let audience = block.audience else { return }
            for heading in block.headings { readers[heading.anchor] = audience }
        }
    }
}

/// Names that very many items have in common, each held once.
struct SharedNames {
    private var names: Set<String> = []
    private var lists: [[String]: [String]] = [:]

    mutating func shared(_ name: String) -> String { names.insert(name).memberAfterInsert }

    mutating func shared(_ list: [String]) -> [String] {
        if let known = lists[list] { return known }
        lists[list] = list
        return list
    }

    mutating func shared(_ reference: Reference) -> Reference {
        var reference = reference
        switch reference.target {
        case .owner(let name): reference.target = .owner(shared(name))
        case .audience(let name): reference.target = .audience(shared(name))
        case .category(let name): reference.target = .category(shared(name))
        case .item, .directoryEntry, .workflow, .fact, .requirement, .asset: break
        }
        reference.audience = reference.audience.map { shared($0) }
        return reference
    }
}
