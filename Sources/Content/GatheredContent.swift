import Diagnostics

/// What files hold, gathered one by one; a knowledge base is put together from it.
package struct GatheredContent: Sendable {
    private(set) var items: [ItemRecord] = []
    private(set) var categories: [Category] = []
    private(set) var facts: [Fact] = []
    private(set) var synonyms: [SynonymSet] = []
    private(set) var pins: [Pin] = []
    private(set) var templates: [Template] = []
    private(set) var tests: [TestFile] = []
    /// What files name outside their items.
    private(set) var references: [(path: String, reference: Reference)] = []
    private(set) var digests: [(path: String, digest: ContentDigest)] = []
    private(set) var unreadPaths: [String] = []
    private var names = SharedNames()

    package init() {}

    package var fileCount: Int { digests.count }

    /// A file that holds one article and nothing else, as an earlier run kept it.
    package mutating func add(_ record: ItemRecord, _ digest: ContentDigest) {
        items.append(record)
        digests.append((record.path, digest))
    }

    package mutating func add(_ file: ContentFile, _ digest: ContentDigest) {
        for item in file.items { items.append(ItemRecord(item, sharing: &names)) }
        categories += file.categories
        facts += file.facts
        synonyms += file.synonyms
        pins += file.pins
        if let template = file.template { templates.append(template) }
        if let test = file.tests { tests.append(test) }
        for reference in file.references { references.append((file.path, reference)) }
        digests.append((file.path, digest))
        if file.extent != .whole { unreadPaths.append(file.path) }
    }

    /// Takes over what was gathered from files after these.
    package mutating func append(_ other: consuming GatheredContent) {
        items += other.items
        categories += other.categories
        facts += other.facts
        synonyms += other.synonyms
        pins += other.pins
        templates += other.templates
        tests += other.tests
        references += other.references
        digests += other.digests
        unreadPaths += other.unreadPaths
    }
}
