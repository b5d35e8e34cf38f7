/// Puts an index together from chunks of documents. The same documents in the same order give the same bytes, however they
/// were cut up and by how many threads they were analysed.
package struct IndexBuilder {
    /// Where a stem stands in one chunk.
    private struct Part {
        var chunk: Int32
        var stem: Int32
        /// The same stem in a later chunk; -1 for none.
        var next: Int32
    }

    private struct ChunkWords {
        var firstDocument: Int
        var starts: [UInt32]
        var occurrences: [UInt8]
    }

    private var chunks: [ChunkWords] = []
    private var terms = ByteTable(capacity: 1 << 15)
    private var firstPart: [Int32] = []
    private var lastPart: [Int32] = []
    private var parts: [Part] = []
    private var words = ByteTable(capacity: 1 << 15)
    private var wordCounts: [Int] = []
    private var ends: [[UInt32]] = []
    private var names: [String: [Int]] = [:]
    private var facets: [Facets: Int] = [:]
    private var facetRecords: [[UInt8]] = []
    private var documentFacets = ByteWriter()
    private var alerts: [AlertTable.Entry] = []
    private var store: [UInt8] = []
    private var storeTable = ByteWriter()

    package init() {}

    package var documentCount: Int { ends.count }

    /// Takes in the next documents.
    package mutating func add(_ chunk: DocumentChunk) {
        addWords(of: chunk)
        addBlocks(of: chunk)
        for document in chunk.documents {
            let number = ends.count
            ends.append(document.ends)
            for name in Set(document.names) { names[name, default: []].append(number) }
            documentFacets.write(fixed: UInt32(self.number(of: document.facets)))
            if document.isAlert { alerts.append(.init(document: number, range: document.facets.range)) }
        }
    }

    private mutating func addWords(of chunk: DocumentChunk) {
        for stem in 0..<chunk.terms.count {
            let number = terms.number(of: chunk.terms[stem])
            let part = Int32(parts.count)
            parts.append(Part(chunk: Int32(chunks.count), stem: Int32(stem), next: -1))
            if number == firstPart.count {
                firstPart.append(part)
                lastPart.append(part)
            } else {
                parts[Int(lastPart[number])].next = part
                lastPart[number] = part
            }
        }
        for word in 0..<chunk.words.count {
            let number = words.number(of: chunk.words[word])
            if number == wordCounts.count { wordCounts.append(0) }
            wordCounts[number] += Int(chunk.wordCounts[word])
        }
        chunks.append(
            ChunkWords(firstDocument: ends.count, starts: chunk.starts, occurrences: chunk.occurrences))
    }

    private mutating func addBlocks(of chunk: DocumentChunk) {
        var first = ends.count
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
        let documentCount = ends.count
        let lengths = FieldLengths(ends)
        var fieldEnds = ByteWriter()
        for ends in ends {
            for end in ends.dropLast() { fieldEnds.write(fixed: UInt16(end)) }
            fieldEnds.write(byte: LengthByte.byte(atLeast: Int(ends[Field.body.rawValue])))
        }
        let postings = writePostings(lengths)
        let words = writeWords()
        let names = writeNames()
        let aids = SearchAidsWriter(contents)
        func record(_ value: some Coded) -> [UInt8] {
            var writer = ByteWriter()
            value.write(to: &writer)
            return writer.bytes
        }
        return Header.file(
            [
                (.settings, record(IndexSettings(contents, fieldLengths: lengths.totals))),
                (.alerts, record(AlertTable(alerts))),
                (.facets, RecordTable.bytes(facetRecords)),
                (.facts, NamedRecords.bytes(contents.facts.map { ($0.name, $0) })),
                (.synonyms, aids.synonyms), (.pins, aids.pins),
                (.names, names.dictionary), (.nameDocuments, names.documents),
                (.documentFacets, documentFacets.bytes), (.fieldEnds, fieldEnds.bytes),
                (.terms, postings.dictionary), (.words, words), (.postings, postings.list),
                (.positions, postings.positions), (.documentBlocks, storeTable.bytes), (.documents, store),
            ], documentCount: documentCount)
    }

    private func writeWords() -> [UInt8] {
        var dictionary = KeyDictionaryWriter(stretches: 0)
        for number in words.sorted { dictionary.add(words[number], count: wordCounts[number]) }
        return dictionary.bytes()
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

    private func writePostings(_ lengths: FieldLengths) -> (dictionary: [UInt8], list: [UInt8], positions: [UInt8]) {
        var dictionary = KeyDictionaryWriter(stretches: 2)
        var list: [UInt8] = []
        var positions: [UInt8] = []
        var places: [UInt32] = []
        for term in terms.sorted {
            places.removeAll(keepingCapacity: true)
            var postings: [Postings.Posting] = []
            var part = firstPart[term]
            var found: [(document: UInt32, places: Range<Int>)] = []
            while part >= 0 {
                let next = parts[Int(part)]
                read(next, into: &found, &places)
                part = next.next
            }
            postings.reserveCapacity(found.count)
            for (document, range) in found {
                let document = Int(document)
                postings.append(
                    Postings.Posting(
                        document: UInt32(document),
                        impact: Impact.step(lengths.impact(of: places[range], in: document)),
                        positions: places[range], positionWidth: lengths.positionWidth(of: document)))
            }
            let start = (list.count, positions.count)
            Postings.write(postings, to: &list, positions: &positions)
            dictionary.add(
                terms[term], count: found.count, lengths: [list.count - start.0, positions.count - start.1])
        }
        return (dictionary.bytes(), list, positions)
    }

    private func read(
        _ part: Part, into found: inout [(document: UInt32, places: Range<Int>)], _ places: inout [UInt32]
    ) {
        let chunk = chunks[Int(part.chunk)]
        chunk.occurrences.withUnsafeBufferPointer { bytes in
            var offset = Int(chunk.starts[Int(part.stem)])
            let end = Int(chunk.starts[Int(part.stem) + 1])
            // Written by this process: no number is longer than it should be.
            func number() -> UInt32 {
                var result: UInt32 = 0
                var shift: UInt32 = 0
                while true {
                    let byte = bytes[offset]
                    offset += 1
                    result |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { return result }
                    shift += 7
                }
            }
            var document = UInt32(chunk.firstDocument)
            while offset < end {
                document += number()
                let first = places.count
                var position: UInt32 = 0
                for _ in 0..<number() {
                    position += number()
                    places.append(position)
                }
                found.append((document, first..<places.count))
            }
        }
    }
}

/// The lengths of all documents' fields while an index is put together.
private struct FieldLengths {
    let totals: [Int]
    private let ends: [[UInt32]]
    private let averages: [Float]

    init(_ ends: [[UInt32]]) {
        self.ends = ends
        var totals = Array(repeating: 0, count: Field.allCases.count)
        for ends in ends {
            var start: UInt32 = 0
            for (field, end) in ends.enumerated() {
                totals[field] += Int(end - start)
                start = end
            }
        }
        self.totals = totals
        averages = totals.map { Float($0) / Float(max(1, ends.count)) }
    }

    /// The bits that a position takes, by the length as the index will know it.
    func positionWidth(of document: Int) -> Int {
        let length = LengthByte.length(LengthByte.byte(atLeast: Int(ends[document][Field.body.rawValue])))
        return BitPacking.width(of: max(length, 1) - 1)
    }

    /// What a term at some positions says of a document.
    func impact(of places: ArraySlice<UInt32>, in document: Int) -> Float {
        let ends = ends[document]
        var impact: Float = 0
        var index = places.startIndex
        for field in Field.allCases {
            let start = index
            while index < places.endIndex, places[index] < ends[field.rawValue] { index += 1 }
            guard index > start else { continue }
            let length = ends[field.rawValue] - (field == .title ? 0 : ends[field.rawValue - 1])
            let hold = FieldWeight.hold(Float(length), average: averages[field.rawValue])
            impact += FieldWeight.score(field, frequency: Float(index - start), hold: hold)
        }
        return impact
    }
}
