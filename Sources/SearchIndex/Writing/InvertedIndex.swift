/// The words of all documents while an index is put together: by stem, the chunks that have it, and what they say of it.
struct InvertedIndex {
    /// Where a stem stands in one chunk.
    private struct Part {
        var chunk: Int32
        var stem: Int32
        /// The same stem in a later chunk; -1 for none.
        var next: Int32
    }

    private struct Chunk {
        var firstDocument: Int
        var starts: [UInt32]
        var occurrences: [UInt8]
    }

    private var chunks: [Chunk] = []
    private var terms = ByteTable(capacity: 1 << 15)
    private var firstPart: [Int32] = []
    private var lastPart: [Int32] = []
    private var parts: [Part] = []
    private var words = ByteTable(capacity: 1 << 15)
    private var wordCounts: [Int] = []

    mutating func add(_ chunk: DocumentChunk, firstDocument: Int) {
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
        chunks.append(Chunk(firstDocument: firstDocument, starts: chunk.starts, occurrences: chunk.occurrences))
    }

    /// The dictionary of words as they are written.
    func wordDictionary() -> [UInt8] {
        var dictionary = KeyDictionaryWriter(stretches: 0)
        for number in words.sorted { dictionary.add(words[number], count: wordCounts[number]) }
        return dictionary.bytes()
    }

    struct Sections {
        var terms: [UInt8] = []
        var postings: [UInt8] = []
        var positions: [UInt8] = []
        var lines: [UInt8] = []
    }

    /// - Parameters:
    ///   - lengths: Of the fields of each document (`FieldLengths`).
    ///   - lines: Of each document.
    func sections(_ lengths: [UInt8], _ lines: [DocumentLines], languages: [String]) -> Sections {
        let formal = FormalWords.stems(in: languages)
        let weak = FormalWords.weakStems(in: languages)
        let scoring = ImpactScoring(lengths)
        var sections = Sections()
        var dictionary = KeyDictionaryWriter(stretches: 2)
        var lines = lines
        var places: [UInt32] = []
        var found: [(document: UInt32, places: Range<Int>)] = []
        for term in terms.sorted {
            places.removeAll(keepingCapacity: true)
            found.removeAll(keepingCapacity: true)
            var part = firstPart[term]
            while part >= 0 {
                let next = parts[Int(part)]
                read(next, into: &found, &places)
                part = next.next
            }
            let name = String(decoding: terms[term], as: UTF8.self)
            let isFormal = formal.contains(name)
            let isWeak = weak.contains(name)
            let rarity = QueryPlan.rarity(found.count, of: scoring.documentCount)
            var postings: [Postings.Posting] = []
            postings.reserveCapacity(found.count)
            for (document, range) in found {
                let layout = scoring.layout(of: Int(document))
                let impact = FieldWeight.relevance(places[range], layout, averages: scoring.averages)
                if !isWeak { lines[Int(document)].add(rarity, at: places[range], layout) }
                postings.append(
                    Postings.Posting(
                        document: document, impact: Impact.step(impact), positions: isFormal ? [] : places[range],
                        positionWidth: layout.positionWidth))
            }
            let start = (sections.postings.count, sections.positions.count)
            Postings.write(postings, to: &sections.postings, positions: &sections.positions)
            dictionary.add(
                terms[term], count: found.count,
                lengths: [sections.postings.count - start.0, sections.positions.count - start.1])
        }
        sections.terms = dictionary.bytes()
        sections.lines = RecordTable.bytes(lines.map(\.record))
        return sections
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

/// How long the fields of each document are, and those of all on average.
struct ImpactScoring {
    let documentCount: Int
    /// The lengths of each field of all documents together.
    let totals: [Int]
    /// How many documents have each field.
    let holders: [Int]
    let averages: [Float]
    private let lengths: [UInt8]

    init(_ lengths: [UInt8]) {
        self.lengths = lengths
        let documentCount = lengths.count / FieldLengths.size
        var totals = Array(repeating: 0, count: FieldLengths.size)
        var holders = totals
        for (index, length) in lengths.enumerated() where length > 0 {
            totals[index % FieldLengths.size] += Int(LengthByte.length(length))
            holders[index % FieldLengths.size] += 1
        }
        self.documentCount = documentCount
        self.totals = totals
        self.holders = holders
        averages = FieldWeight.averages(totals, holders: holders, of: documentCount)
    }

    func layout(of document: Int) -> FieldLayout {
        lengths.withUnsafeBytes { bytes in
            let start = document * FieldLengths.size
            return FieldLayout(UnsafeRawBufferPointer(rebasing: bytes[start..<start + FieldLengths.size]))
        }
    }
}
