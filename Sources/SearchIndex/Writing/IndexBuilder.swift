/// Puts an index together from chunks of documents. The same documents in the same order give the same bytes, however they
/// were cut up and by how many threads they were analysed.
package struct IndexBuilder {
    private var inverted = InvertedIndex()
    /// `FieldLengths.size` for each document.
    private var lengths: [UInt8] = []
    private var lines = LineSet()
    private var names: [String: [Int]] = [:]
    private var facets: [Facets: Int] = [:]
    private var facetRecords: [[UInt8]] = []
    private var documentFacets = ByteWriter()
    private var fingerprints = ByteWriter()
    private var alerts: [AlertTable.Entry] = []
    private var store: [UInt8] = []
    private var storeTable = ByteWriter()

    package init() {}

    package var documentCount: Int { lengths.count / FieldLengths.size }

    /// Takes in the next documents.
    package mutating func add(_ chunk: DocumentChunk) {
        inverted.add(chunk, firstDocument: documentCount)
        addBlocks(of: chunk)
        for document in chunk.documents {
            let number = documentCount
            lengths += document.lengths
            lines.add(document.lines)
            fingerprints.write(fixed: document.fingerprint.bits)
            for name in Set(document.names) { names[name, default: []].append(number) }
            documentFacets.write(fixed: UInt32(self.number(of: document.facets)))
            if document.isAlert { alerts.append(.init(document: number, range: document.facets.range)) }
        }
    }

    private mutating func addBlocks(of chunk: DocumentChunk) {
        var first = documentCount
        for block in chunk.blocks {
            storeTable.write(fixed: UInt32(first))
            storeTable.write(fixed: UInt32(block.unpackedSize))
            storeTable.write(fixed: UInt64(store.count))
            store += block.bytes
            first += block.documentCount
        }
    }

    private mutating func number(of facets: Facets) -> Int {
        if let number = self.facets[facets] { return number }
        var writer = ByteWriter()
        facets.write(to: &writer)
        facetRecords.append(writer.bytes)
        self.facets[facets] = facetRecords.count - 1
        return facetRecords.count - 1
    }

    /// The parts of the file, one after the other.
    ///
    /// - Parameter contents: Without its documents.
    package consuming func file(_ contents: IndexContents) -> [[UInt8]] {
        let scoring = ImpactScoring(lengths)
        let formal = FormalWords.stems(in: contents.languages)
        let weak = FormalWords.weakStems(in: contents.languages)
        let parts = inverted.stretches(1).map { inverted.part($0, scoring, lines, formal: formal, weak: weak) }
        return file(contents, scoring, inverted.sections(parts, lines), inverted.wordDictionary())
    }

    /// The same, worked on by several jobs at once.
    package consuming func file(_ contents: IndexContents, jobs: Int) async -> [[UInt8]] {
        let scoring = ImpactScoring(lengths)
        let (shared, lines) = (inverted, lines)
        inverted = InvertedIndex()
        let formal = FormalWords.stems(in: contents.languages)
        let weak = FormalWords.weakStems(in: contents.languages)
        let stretches = shared.stretches(jobs * 4)
        let parts = await withTaskGroup(of: (Int, InvertedIndex.Part).self) { group in
            var parts = [InvertedIndex.Part?](repeating: nil, count: stretches.count)
            var started = 0
            func startNext() {
                guard started < stretches.count else { return }
                let number = started
                started += 1
                group.addTask {
                    (number, shared.part(stretches[number], scoring, lines, formal: formal, weak: weak))
                }
            }
            for _ in 0..<max(1, jobs) { startNext() }
            while let (number, part) = await group.next() {
                parts[number] = part
                startNext()
            }
            return parts.compactMap(\.self)
        }
        var inverted = consume shared
        inverted.dropOccurrences()
        return file(contents, scoring, inverted.sections(parts, lines), inverted.wordDictionary())
    }

    private func file(
        _ contents: IndexContents, _ scoring: ImpactScoring, _ inverted: InvertedIndex.Sections,
        _ words: [UInt8]
    ) -> [[UInt8]] {
        let names = writeNames()
        let aids = SearchAidsWriter(contents)
        func record(_ value: some Coded) -> [UInt8] {
            var writer = ByteWriter()
            value.write(to: &writer)
            return writer.bytes
        }
        return Header.file(
            [
                (
                    .settings,
                    record(IndexSettings(contents, totalLengths: scoring.totals, fieldHolders: scoring.holders))
                ),
                (.alerts, record(AlertTable(alerts))),
                (.facets, RecordTable.bytes(facetRecords)),
                (.facts, NamedRecords.bytes(contents.facts.map { ($0.name, $0) })),
                (.synonyms, aids.synonyms), (.pins, aids.pins),
                (.names, names.dictionary), (.nameDocuments, names.documents),
                (.documentFacets, documentFacets.bytes), (.fieldLengths, lengths),
                (.lines, inverted.lines), (.fingerprints, fingerprints.bytes), (.terms, inverted.terms),
                (.words, words), (.postings, inverted.postings),
                (.positions, inverted.positions), (.documentBlocks, storeTable.bytes), (.documents, store),
            ], documentCount: documentCount)
    }

    private func writeNames() -> (dictionary: [UInt8], documents: [UInt8]) {
        var dictionary = KeyDictionaryWriter(stretches: 1)
        var documents = ByteWriter()
        for (name, numbers) in names.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let start = documents.bytes.count
            for number in numbers { documents.write(number) }
            dictionary.add(Array(name.utf8), count: numbers.count, lengths: [documents.bytes.count - start])
        }
        return (dictionary.bytes(), documents.bytes)
    }
}
