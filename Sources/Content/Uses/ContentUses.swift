/// What each item of a knowledge base shows that stands elsewhere, and what shows it.
///
/// Made in one pass over what the items name; of files, only the articles that steps of workflows show are read again.
package struct ContentUses: Sendable {
    private let base: KnowledgeBase
    /// The numbers of the items that show something directly, in their order.
    private let users: [ContentUse: [Int]]
    /// The parts that are shown of each article, by its id.
    private let shownParts: [String: [ContentUse]]
    /// The facts that a part of an article tells.
    private let factsOfParts: [ContentUse: [String]]
    private let partsByFact: [String: [ContentUse]]
    /// The facts in whose values a fact stands.
    private let factsByFact: [String: [String]]
    private let factsOfFacts: [String: [String]]

    package init(_ base: KnowledgeBase) {
        self.base = base
        var users: [ContentUse: [Int]] = [:]
        for (number, item) in base.items.enumerated() {
            for use in ContentUses.direct(item, base) { users[use, default: []].append(number) }
        }
        self.users = users
        var shownParts: [String: [ContentUse]] = [:]
        for use in users.keys { if case .article(let id, _) = use { shownParts[id, default: []].append(use) } }
        self.shownParts = shownParts
        factsOfParts = ContentUses.facts(of: shownParts, base)
        partsByFact = ContentUses.reversed(factsOfParts)
        var factsOfFacts: [String: [String]] = [:]
        for fact in base.facts {
            let names = fact.values.flatMap { value in
                FactPlaceholder.all(in: Array(value.text.value.utf8)).map(\.name)
            }
            if !names.isEmpty { factsOfFacts[fact.name.value] = names }
        }
        self.factsOfFacts = factsOfFacts
        factsByFact = ContentUses.reversed(factsOfFacts)
    }

    /// What an item shows itself, each once, in the order of its file.
    package func uses(of item: ItemRecord) -> [ContentUse] { ContentUses.direct(item, base) }

    /// What an item shows, with all that is shown through that: the facts of a section, what a called workflow calls.
    package func allUses(of item: ItemRecord) -> Set<ContentUse> {
        var found: Set<ContentUse> = []
        var open = uses(of: item)
        while let use = open.popLast() {
            guard found.insert(use).inserted else { continue }
            open += next(use, for: item.kind)
        }
        return found
    }

    /// The items that tell a fact, themselves or through what they show, in order of their files.
    package func items(telling fact: String) -> [ItemRecord] { items(reachedFrom: [.fact(fact)]) }

    /// The items that show something of an item with this id, themselves or through others; not itself.
    package func items(showing id: String) -> [ItemRecord] {
        items(reachedFrom: [.workflow(id), .source(id), .desk(id)] + (shownParts[id] ?? [])).filter { item in
            item.id.value != id
        }
    }

    /// The items that show an image or have an attachment.
    package func items(withFile path: String) -> [ItemRecord] { items(reachedFrom: [.file(path)]) }

    /// The items that show one of these, themselves or through others, in order of their files.
    package func items(reachedFrom uses: [ContentUse]) -> [ItemRecord] {
        var known = Set(uses)
        var open = uses
        var numbers: Set<Int> = []
        func reach(_ use: ContentUse) { if known.insert(use).inserted { open.append(use) } }
        while let use = open.popLast() {
            if case .fact(let name) = use {
                partsByFact[name]?.forEach(reach)
                factsByFact[name]?.forEach { reach(.fact($0)) }
            }
            for number in users[use] ?? [] where numbers.insert(number).inserted {
                let item = base.items[number]
                switch item.kind {
                // Whoever calls a workflow tells what it tells, and so does its translation.
                case .workflow: [.workflow(item.id.value), .source(item.id.value)].forEach(reach)
                case .directory: reach(.desk(item.id.value))
                case .article, .alert, .quiz, .hub: break
                }
            }
        }
        return numbers.sorted().map { base.items[$0] }
    }

    /// - Parameter kind: Of the item that shows it.
    private func next(_ use: ContentUse, for kind: Item.Kind) -> [ContentUse] {
        switch use {
        case .fact(let name): (factsOfFacts[name] ?? []).map { .fact($0) }
        case .article: (factsOfParts[use] ?? []).map { .fact($0) }
        case .workflow(let id), .desk(let id): base.editions(of: id).flatMap(uses)
        case .source(let id) where kind == .workflow: base.editions(of: id).flatMap(uses)
        case .source, .file: []
        }
    }

    private static func direct(_ item: ItemRecord, _ base: KnowledgeBase) -> [ContentUse] {
        var seen: Set<ContentUse> = []
        return item.references.compactMap { ContentUse($0, by: item.kind, in: base) }.filter {
            seen.insert($0).inserted
        }
    }

    private static func facts(
        of shownParts: [String: [ContentUse]], _ base: KnowledgeBase
    ) -> [ContentUse: [String]] {
        var facts: [ContentUse: [String]] = [:]
        let reader = ContentReader(configuration: base.configuration, timeZone: { _ in nil })
        for (id, parts) in shownParts {
            for edition in base.editions(of: id) where edition.kind == .article {
                guard edition.references.contains(where: \.isFact), let source = base.source(edition.path) else {
                    continue
                }
                let file = reader.read(source, as: .article)
                for case .article(_, let section) in parts {
                    let names = ArticlePart(file, section: section).facts
                    if !names.isEmpty { facts[.article(id, section: section), default: []] += names }
                }
            }
        }
        return facts
    }

    private static func reversed<Key>(_ names: [Key: [String]]) -> [String: [Key]] {
        var reversed: [String: [Key]] = [:]
        for (key, values) in names { for value in values { reversed[value, default: []].append(key) } }
        return reversed
    }
}

extension Reference {
    fileprivate var isFact: Bool { if case .fact = target { true } else { false } }
}
