import Decisions
package import Diagnostics
package import Time

/// All that a knowledge base holds, put together from its files.
package struct KnowledgeBase: Sendable {
    package let configuration: Configuration
    package let people: People
    package let templates: [String: Template]
    package let items: [Item]
    package let categories: [Category]
    package let facts: [Fact]
    package let synonyms: [SynonymSet]
    package let pins: [Pin]
    package let tests: [TestFile]
    /// Every file of the source, of whatever kind, in order of path.
    package let entries: [ContentEntry]
    package let paths: Set<String>
    /// Everything that content names, with the file that names it, and the item where one does.
    package let allReferences: [(path: String, item: String?, reference: Reference)]
    private let editionsByID: [String: [Int]]
    private let idsByAlias: [String: String]
    private let factsByName: [String: Int]
    private let sourcesByPath: [String: SourceFile]

    /// - Parameters:
    ///   - files: In order of their paths.
    ///   - entries: Every file of the source, so that a reference to an asset can be checked.
    package init(configuration: Configuration, people: People, files: [ContentFile], entries: [ContentEntry]) {
        self.configuration = configuration
        self.people = people
        self.entries = entries
        paths = Set(entries.map(\.path))
        templates = Dictionary(files.compactMap(\.template).map { ($0.type.value, $0) }) { first, _ in first }
        items = files.flatMap(\.items)
        categories = files.flatMap(\.categories)
        facts = files.flatMap(\.facts)
        synonyms = files.flatMap(\.synonyms)
        pins = files.flatMap(\.pins)
        tests = files.compactMap(\.tests)
        allReferences =
            items.flatMap { item in item.references.map { (item.path, item.id.value, $0) } }
            + files.flatMap { file in file.references.map { (file.path, nil, $0) } }
        editionsByID = Dictionary(grouping: items.indices) { [items] in items[$0].id.value }
        idsByAlias = Dictionary(
            items.flatMap { item in item.aliases.map { ($0.value, item.id.value) } }
        ) { first, _ in first }
        factsByName = Dictionary(facts.enumerated().map { ($1.name.value, $0) }) { first, _ in first }
        sourcesByPath = Dictionary(files.map { ($0.path, $0.source) }) { first, _ in first }
    }

    /// The files that share an id, in order of their paths.
    package func editions(of id: String) -> [Item] { (editionsByID[id] ?? []).map { items[$0] } }

    package var ids: [String] { editionsByID.keys.sorted() }

    /// The id that a name stands for: itself, or the one it is an alias of.
    package func resolve(_ name: String) -> String? { editionsByID[name] != nil ? name : idsByAlias[name] }

    package func fact(_ name: String) -> Fact? { factsByName[name].map { facts[$0] } }

    package func source(_ path: String) -> SourceFile? { sourcesByPath[path] }

    /// When an edition is in force; nil where one of its times does not exist.
    package func effectiveRange(_ item: Item) -> InstantRange? {
        configuration.effectiveRange(item)
    }

    package func range(from: Moment?, until: Moment?) -> InstantRange? {
        configuration.range(from: from, until: until)
    }

    /// Whether someone who reads as one of these audiences may read what is for those.
    package func mayRead(_ readers: [String], _ audience: [String]) -> Bool {
        readers.allSatisfy { reader in audience.contains { configuration.includes(reader, $0) } }
    }
}
