package import Diagnostics
package import Time

/// All that a knowledge base holds, put together from its files.
package struct KnowledgeBase: Sendable {
    package let configuration: Configuration
    package let people: People
    package let templates: [String: Template]
    package let items: [ItemRecord]
    package let categories: [Category]
    package let facts: [Fact]
    package let synonyms: [SynonymSet]
    package let pins: [Pin]
    package let tests: [TestFile]
    /// Every file of the source, of whatever kind, in order of path.
    package let entries: [ContentEntry]
    /// The files that cannot be read, or not all of them, in order of path.
    package let unreadPaths: [String]
    /// What files name outside their items.
    private let fileReferences: [(path: String, reference: Reference)]
    private let itemIndex: ItemIndex
    private let idsByAlias: [String: String]
    private let factsByName: [String: Int]
    private let files: KnownFiles

    /// - Parameters:
    ///   - gathered: Of files in order of their paths.
    ///   - content: Where they were read from. No file's bytes are kept; what needs them reads them again.
    ///   - entries: Every file of the source, so that a reference to an asset can be checked.
    package init(
        configuration: Configuration, people: People, _ gathered: GatheredContent, content: any ContentSource,
        entries: [ContentEntry]
    ) {
        self.configuration = configuration
        self.people = people
        self.entries = entries
        items = gathered.items
        categories = gathered.categories
        facts = gathered.facts
        synonyms = gathered.synonyms
        pins = gathered.pins
        tests = gathered.tests
        unreadPaths = gathered.unreadPaths
        fileReferences = gathered.references
        templates = Dictionary(gathered.templates.map { ($0.type.value, $0) }) { first, _ in first }
        itemIndex = ItemIndex(gathered.items)
        var idsByAlias: [String: String] = [:]
        for item in gathered.items {
            for alias in item.aliases where idsByAlias[alias.value] == nil { idsByAlias[alias.value] = item.id.value }
        }
        self.idsByAlias = idsByAlias
        factsByName = Dictionary(gathered.facts.enumerated().map { ($1.name.value, $0) }) { first, _ in first }
        files = KnownFiles(content, entries: entries, gathered.digests)
    }

    /// Everything that content names, with the file that names it, and the item where one does.
    package var allReferences: NamedReferences { NamedReferences(items, fileReferences) }

    package var hasReferences: Bool { !fileReferences.isEmpty || items.contains { !$0.references.isEmpty } }

    /// The files that share an id, in order of their paths.
    package func editions(of id: String) -> [ItemRecord] { itemIndex.numbers(of: id).map { items[$0] } }

    /// In no order.
    package var ids: some Collection<String> { itemIndex.ids }

    /// The id that a name stands for: itself, or the one it is an alias of.
    package func resolve(_ name: String) -> String? { itemIndex.contains(name) ? name : idsByAlias[name] }

    package func fact(_ name: String) -> Fact? { factsByName[name].map { facts[$0] } }

    /// Whether there is such a file, of whatever kind.
    package func hasFile(_ path: String) -> Bool { files.contains(path) }

    /// A file as it was when the knowledge base was put together, read again.
    ///
    /// - Returns: nil when it cannot be read any more, or is not the same; `checkReading` then throws.
    package func source(_ path: String) -> SourceFile? { files.source(path) }

    /// An image or a document that content refers to, which nothing else looks into; nil where it cannot be read.
    package func asset(_ path: String) -> [UInt8]? { files.asset(path) }

    /// - Throws: Why the first file could not be read again of those that were asked for. An answer is not whole then.
    package func checkReading() throws(ContentSourceError) {
        if let failure = files.firstFailure { throw failure }
    }

    /// When an edition is in force; nil where one of its times does not exist.
    package func effectiveRange(_ item: ItemRecord) -> InstantRange? { configuration.range(of: item.effective) }

    package func range(from: Moment?, until: Moment?) -> InstantRange? {
        configuration.range(from: from, until: until)
    }

    /// Whether someone who reads as one of these audiences may read what is for those.
    package func mayRead(_ readers: [String], _ audience: [String]) -> Bool {
        readers.allSatisfy { reader in audience.contains { configuration.includes(reader, $0) } }
    }
}
