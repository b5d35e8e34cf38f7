/// What the documents of an index give each section of it.
struct FileSections {
    var documentCount = 0
    var alerts: [AlertTable.Entry] = []
    var facets = FacetNumbers()
    var names: [UInt8] = []
    var nameDocuments: [UInt8] = []
    /// `FieldLengths.size` for each document.
    var lengths: [UInt8] = []
    var lines: [UInt8] = []
    var fingerprints = ByteWriter()
    var terms: [UInt8] = []
    var words: [UInt8] = []
    /// In pieces.
    var postings: [[UInt8]] = []
    var positions: [[UInt8]] = []
    var store = StoreSections()

    /// Adds the next document to the sections that have something of fixed size for each.
    mutating func add(_ document: DocumentChunk.Entry) {
        lengths += document.lengths
        fingerprints.write(fixed: document.fingerprint.bits)
        facets.add(document.facets)
        if document.isAlert { alerts.append(.init(document: documentCount, range: document.facets.range)) }
        documentCount += 1
    }

    /// Adds documents by their bytes in those sections, but for the facets.
    mutating func add(_ count: Int, lengths: UnsafeRawBufferPointer, fingerprints: UnsafeRawBufferPointer) {
        self.lengths += lengths
        self.fingerprints.write(raw: fingerprints)
        documentCount += count
    }

    mutating func take(_ inverted: InvertedIndex.Sections) {
        terms = inverted.terms
        postings = inverted.postings
        positions = inverted.positions
    }

    /// The parts of the file, one after the other.
    ///
    /// - Parameter contents: Without its documents.
    func file(_ contents: IndexContents, _ scoring: ImpactScoring) -> [[UInt8]] {
        let aids = SearchAidsWriter(contents)
        func record(_ value: some Coded) -> [UInt8] {
            var writer = ByteWriter()
            value.write(to: &writer)
            return writer.bytes
        }
        let settings = IndexSettings(contents, totalLengths: scoring.totals, fieldHolders: scoring.holders)
        return Header.file(
            [
                (.settings, [record(settings)]), (.alerts, [record(AlertTable(alerts))]),
                (.facets, [facets.table]), (.facts, [NamedRecords.bytes(contents.facts.map { ($0.name, $0) })]),
                (.synonyms, [aids.synonyms]), (.pins, [aids.pins]), (.names, [names]),
                (.nameDocuments, [nameDocuments]), (.documentFacets, [facets.numbers.bytes]),
                (.fieldLengths, [lengths]), (.lines, [lines]), (.fingerprints, [fingerprints.bytes]),
                (.terms, [terms]), (.words, [words]), (.postings, postings), (.positions, positions),
                (.documentBlocks, [store.table.bytes]), (.documents, store.blocks),
            ], documentCount: documentCount)
    }
}

/// Facets numbered by their bytes in the order in which documents have them, and the number of each document's.
struct FacetNumbers {
    private var records = ByteTable()
    /// The section `documentFacets`.
    private(set) var numbers = ByteWriter()

    /// Adds the next document.
    mutating func add(_ facets: Facets) {
        var writer = ByteWriter()
        facets.write(to: &writer)
        add(number: number(of: writer.bytes))
    }

    mutating func number(of record: some Collection<UInt8>) -> Int { records.number(of: record) }

    /// Adds the next document by the number of its facets.
    mutating func add(number: Int) { numbers.write(fixed: UInt32(number)) }

    /// The section `facets`.
    var table: [UInt8] { RecordTable.bytes((0..<records.count).map { Array(records[$0]) }) }
}

/// The packed documents.
struct StoreSections {
    /// The section `documentBlocks`.
    private(set) var table = ByteWriter()
    /// The section `documents`, in pieces.
    private(set) var blocks: [[UInt8]] = []
    private var size = 0

    /// Begins a piece for so many bytes of blocks.
    mutating func reserve(_ count: Int) {
        blocks.append([])
        blocks[blocks.count - 1].reserveCapacity(count)
    }

    /// - Parameter first: The first document of the block.
    mutating func add(_ bytes: some Collection<UInt8>, first: Int, unpackedSize: Int) {
        table.write(fixed: UInt32(first))
        table.write(fixed: UInt32(unpackedSize))
        table.write(fixed: UInt64(size))
        if blocks.isEmpty { blocks.append([]) }
        blocks[blocks.count - 1] += bytes
        size += bytes.count
    }
}

/// Lays out the sections `names` and `nameDocuments`.
struct NamesWriter {
    private var dictionary = KeyDictionaryWriter(stretches: 1)
    private var documents = ByteWriter()

    /// - Parameters:
    ///   - name: After those before, by its bytes.
    ///   - numbers: Of the documents that have it, ascending.
    mutating func add(_ name: some Collection<UInt8>, _ numbers: some Collection<Int>) {
        let start = documents.bytes.count
        for number in numbers { documents.write(number) }
        dictionary.add(name, count: numbers.count, lengths: [documents.bytes.count - start])
    }

    var sections: (names: [UInt8], documents: [UInt8]) { (dictionary.bytes(), documents.bytes) }
}
