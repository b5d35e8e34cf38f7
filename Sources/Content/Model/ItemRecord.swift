package import Decisions
package import Time

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
    package struct Rarities: Sendable {
        package var effective: Effective?
        package var translation: Translation?
        package var replacedBy: Located<String>?
        package var aliases: [Located<String>] = []
        package var readersByAnchor: [String: [String]] = [:]
        package var demands: Demands?
        package var boundReview: BoundReview?
        /// Of an alert, for whom it is; nil: everyone.
        package var alertApplies: Condition?

        package init() {}

        fileprivate init(_ item: Item) {
            effective = item.effective
            translation = item.translation
            replacedBy = item.replacedBy
            aliases = item.aliases
            readersByAnchor = item.readersByAnchor
            demands = Demands(item)
            boundReview = BoundReview(item)
            alertApplies = item.kind == .alert ? item.applies : nil
        }

        fileprivate var isEmpty: Bool {
            effective == nil && translation == nil && replacedBy == nil && aliases.isEmpty && readersByAnchor.isEmpty
                && demands == nil && boundReview == nil && alertApplies == nil
        }
    }

    /// What an answer on some topics wants to be there first.
    package struct Demands: Sendable {
        package var topics: [String]
        /// Nil: it answers everyone.
        package var applies: Condition?
        /// Of an article; a workflow's outcomes have their own.
        package var requires: [RequirementUse]

        package init(topics: [String], applies: Condition?, requires: [RequirementUse]) {
            self.topics = topics
            self.applies = applies
            self.requires = requires
        }

        /// Nil for what demands nothing, or answers no topic.
        fileprivate init?(_ item: Item) {
            guard !item.topics.isEmpty else { return nil }
            switch item.details {
            case .article(let article) where !article.requires.isEmpty: requires = article.requires
            case .workflow: requires = []
            default: return nil
            }
            topics = item.topics.map(\.value)
            applies = item.applies
        }
    }

    /// The last review, where it is bound to what was reviewed.
    package struct BoundReview: Sendable {
        package var last: Located<CivilDate>
        package var verified: Located<String>

        package init(last: Located<CivilDate>, verified: Located<String>) {
            self.last = last
            self.verified = verified
        }

        fileprivate init?(_ item: Item) {
            guard let last = item.review?.last, let verified = item.review?.verified else { return nil }
            self.init(last: last, verified: verified)
        }
    }

    // Apart from the record: most have none.
    private final class RarityBox: Sendable {
        let rarities: Rarities

        init?(_ rarities: Rarities) {
            guard !rarities.isEmpty else { return nil }
            self.rarities = rarities
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
    private let box: RarityBox?

    package convenience init(of item: Item) {
        var names = SharedNames()
        self.init(item, sharing: &names)
    }

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
        box = RarityBox(Rarities(item))
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

    /// Of an article, as an earlier run kept it.
    package init(
        articleAt path: String, id: Located<String>, audience: [String], language: Located<String>?, isRetired: Bool,
        hasCategory: Bool, anchors: [String], references: [Reference], _ rarities: Rarities
    ) {
        kind = .article
        self.isRetired = isRetired
        self.hasCategory = hasCategory
        self.path = path
        self.id = id
        self.audience = audience
        self.language = language
        self.references = references
        box = RarityBox(rarities)
        details = .article(anchors: anchors)
    }

    package var rarities: Rarities { box?.rarities ?? Rarities() }
    package var effective: Effective? { box?.rarities.effective }
    package var translation: Translation? { box?.rarities.translation }
    package var replacedBy: Located<String>? { box?.rarities.replacedBy }
    package var aliases: [Located<String>] { box?.rarities.aliases ?? [] }
    package var demands: Demands? { box?.rarities.demands }
    package var boundReview: BoundReview? { box?.rarities.boundReview }
    package var alertApplies: Condition? { box?.rarities.alertApplies }

    /// The person or group that owns it.
    package var owner: String? {
        for reference in references {
            if case .owner(let name) = reference.target { return name }
        }
        return nil
    }

    /// Who reads the text under a heading, where that is narrower than the item.
    package func readers(ofAnchor anchor: String) -> [String]? { box?.rarities.readersByAnchor[anchor] }

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
