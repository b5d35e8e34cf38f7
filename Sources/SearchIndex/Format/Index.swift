package import Decisions
package import Time

/// An open index. Opening reads its header and settings; everything else is read when it is asked for.
package struct Index {
    package let documentCount: Int
    /// Equal seals mean equal files.
    package let seal: UInt64
    private let memory: IndexMemory
    /// The audiences that each audience reads, itself among them.
    package let audiences: [String: Set<String>]
    let settings: IndexSettings
    let terms: KeyDictionary
    let words: KeyDictionary
    let fieldLengths: FieldLengths
    let facetTable: FacetTable
    let lines: LineTable
    let fingerprints: Section
    let synonyms: NamedRecords
    let pins: NamedRecords
    let names: KeyDictionary
    let nameDocuments: Section
    let postings: Section
    let positions: Section
    let store: DocumentStore
    let facts: NamedRecords
    let alertTable: AlertTable

    /// Whether a file that begins like this is an index, of whatever version.
    package static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Layout.magic) }

    package init(_ memory: IndexMemory) throws(IndexError) {
        let header = try Header(memory)
        func section(_ kind: Layout.Section) -> Section { header.sections[kind] ?? Section(emptyIn: memory) }
        self.memory = memory
        documentCount = header.documentCount
        seal = header.seal
        settings = try Index.read(section(.settings))
        audiences = [String: Set<String>](settings.audiences.map { ($0.name, Set($0.values)) }) { first, _ in first }
        terms = try KeyDictionary(section(.terms), stretches: 2)
        words = try KeyDictionary(section(.words), stretches: 0)
        names = try KeyDictionary(section(.names), stretches: 1)
        nameDocuments = section(.nameDocuments)
        postings = section(.postings)
        positions = section(.positions)
        fieldLengths = try FieldLengths(section(.fieldLengths), documentCount: documentCount)
        facetTable = try FacetTable(
            section(.facets), numbers: section(.documentFacets), documentCount: documentCount)
        fingerprints = section(.fingerprints)
        guard fingerprints.count == documentCount * 8 else { throw .damaged }
        lines = try LineTable(section(.lines), documentCount: documentCount)
        store = try DocumentStore(
            section(.documents), table: section(.documentBlocks), documentCount: documentCount)
        facts = try NamedRecords(section(.facts))
        alertTable = try Index.read(section(.alerts))
        synonyms = try NamedRecords(section(.synonyms))
        pins = try NamedRecords(section(.pins))
    }

    /// The seal of a file.
    ///
    /// - Parameter parts: As they are made to be written.
    package static func seal(of parts: [[UInt8]]) -> UInt64 { Header.seal(of: parts) }

    package init(_ bytes: [UInt8]) throws(IndexError) { try self.init(IndexMemory(bytes)) }

    /// - Throws: What makes all doubtful that was read.
    package func check() throws(IndexError) { try memory.check() }

    package var name: String { settings.name }
    package var zone: TimeZoneRules { settings.zone }
    package var languages: [String] { settings.languages }
    package var warnDays: Int { settings.warnDays }
    /// The age in hours from which it is to warn that it is old.
    package var maxAge: Int? { settings.maxAge }
    package var context: [ContextField] { settings.context }

    package func document(_ number: Int) throws(IndexError) -> IndexDocument {
        guard (0..<documentCount).contains(number) else { throw .damaged }
        return try store.read(number) { (reader) throws(IndexError) in try IndexDocument(from: &reader) }
    }

    /// Every edition of an id, or of the item that has it as an alias.
    package func documents(named name: String) throws(IndexError) -> [IndexDocument] {
        var documents: [IndexDocument] = []
        for number in try numbers(named: name) { documents.append(try document(number)) }
        // An id comes before an alias of the same name.
        let own = documents.filter { $0.id == name }
        return own.isEmpty ? documents : own
    }

    /// The numbers of the documents that have a name.
    func numbers(named name: String) throws(IndexError) -> [Int] {
        guard let entry = try names.find(name) else { return [] }
        return try numbers(of: entry)
    }

    func numbers(of entry: KeyDictionary.Entry) throws(IndexError) -> [Int] {
        var reader = ByteReader(try nameDocuments.bytes(entry.stretches[0]))
        var numbers: [Int] = []
        while !reader.isAtEnd {
            let number = try reader.integer()
            // Each document once.
            guard number < documentCount, number > numbers.last ?? -1 else { throw .damaged }
            numbers.append(number)
        }
        return numbers
    }

    func fingerprint(of document: Int) throws(IndexError) -> Fingerprint {
        Fingerprint(bits: try fingerprints.number(at: document * 8, as: UInt64.self))
    }

    var facetCount: Int { facetTable.count }

    func facetNumber(of document: Int) throws(IndexError) -> Int { try facetTable.number(of: document) }

    func facets(_ number: Int) throws(IndexError) -> Facets { try facetTable.facets(number) }

    func facets(of document: Int) throws(IndexError) -> Facets { try facets(try facetNumber(of: document)) }

    /// The ids and aliases that some document has for which this holds, in order of their bytes.
    func names(where holds: (_ document: Int) throws(IndexError) -> Bool) throws(IndexError) -> [String] {
        var cursor = try names.cursor()
        var found: [String] = []
        while try cursor.next() {
            for document in try numbers(of: try cursor.entry()) {
                guard try holds(document) else { continue }
                found.append(String(decoding: cursor.key, as: UTF8.self))
                break
            }
        }
        return found
    }

    /// The alerts and announcements whose time has come and is not over.
    package func alerts(at now: Instant) throws(IndexError) -> [IndexDocument] {
        var alerts: [IndexDocument] = []
        for entry in alertTable.entries where entry.range.contains(now) { alerts.append(try document(entry.document)) }
        return alerts
    }

    func fact(_ name: String) throws(IndexError) -> IndexContents.Fact? {
        try facts.find(name, IndexContents.Fact.self)
    }

    /// The documents that hold a stem; nil where none does.
    func postings(of term: String) throws(IndexError) -> PostingList? {
        guard let entry = try terms.find(term) else { return nil }
        return try PostingList(entry, in: postings, positions: positions, documentCount: documentCount)
    }

    /// What the lengths of each field are held against.
    var averageLengths: [Float] {
        FieldWeight.averages(settings.totalLengths, holders: settings.fieldHolders, of: documentCount)
    }

    private static func read<Value: Coded>(_ section: Section) throws(IndexError) -> Value {
        var reader = ByteReader(try section.all)
        let value = try Value(from: &reader)
        guard reader.isAtEnd else { throw .damaged }
        return value
    }
}
