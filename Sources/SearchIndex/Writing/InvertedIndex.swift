/// The words of all documents while an index is put together: by stem, the chunks that have it, and what they say of it.
struct InvertedIndex: Sendable {
    /// Where a stem stands in one chunk.
    private struct Piece {
        var chunk: Int32
        var stem: Int32
        /// The same stem in a later chunk; -1 for none.
        var next: Int32
    }

    private struct Chunk {
        var firstDocument: Int
        var occurrences: StemOccurrences
    }

    private var chunks: [Chunk] = []
    private var terms = ByteTable(capacity: 1 << 15)
    private var firstPiece: [Int32] = []
    private var lastPiece: [Int32] = []
    private var pieces: [Piece] = []
    /// How many bytes the occurrences of each stem take, and of all.
    private var occurrenceBytes: [Int] = []
    private var totalBytes = 0
    private var words = ByteTable(capacity: 1 << 15)
    private var wordCounts: [Int] = []

    mutating func add(_ chunk: DocumentChunk, firstDocument: Int) {
        for stem in 0..<chunk.terms.count {
            let number = terms.number(of: chunk.terms[stem])
            let piece = Int32(pieces.count)
            pieces.append(Piece(chunk: Int32(chunks.count), stem: Int32(stem), next: -1))
            let bytes = chunk.occurrences.size(of: stem)
            totalBytes += bytes
            if number == firstPiece.count {
                firstPiece.append(piece)
                lastPiece.append(piece)
                occurrenceBytes.append(bytes)
            } else {
                pieces[Int(lastPiece[number])].next = piece
                lastPiece[number] = piece
                occurrenceBytes[number] += bytes
            }
        }
        for word in 0..<chunk.words.count {
            let number = words.number(of: chunk.words[word])
            if number == wordCounts.count { wordCounts.append(0) }
            wordCounts[number] += Int(chunk.wordCounts[word])
        }
        chunks.append(Chunk(firstDocument: firstDocument, occurrences: chunk.occurrences))
    }

    /// The dictionary of words as they are written.
    func wordDictionary() -> [UInt8] {
        var dictionary = KeyDictionaryWriter(stretches: 0)
        for number in words.sorted { dictionary.add(words[number], count: wordCounts[number]) }
        return dictionary.bytes()
    }

    /// What some of the terms say, in order.
    struct Part: Sendable {
        /// The number of each term, of its documents, and of the bytes of its postings and positions.
        fileprivate var terms: [(term: Int, count: Int, postings: Int, positions: Int)] = []
        fileprivate var lists = PostingsWriter()
    }

    /// Terms in order of their bytes, cut into about so many stretches with as much to do each.
    func stretches(_ count: Int) -> [ArraySlice<Int>] {
        let sorted = terms.sorted
        var stretches: [ArraySlice<Int>] = []
        var start = 0
        var work = 0
        for (index, term) in sorted.enumerated() {
            work += occurrenceBytes[term]
            if work * count >= totalBytes || index == sorted.count - 1 {
                stretches.append(sorted[start...index])
                start = index + 1
                work = 0
            }
        }
        return stretches
    }

    /// - Parameters:
    ///   - stretch: From `stretches(_:)`.
    ///   - lines: Of each document.
    ///   - weights: Of each line, to which those of these terms are added.
    ///   - formal: Stems whose positions are not kept.
    ///   - weak: Stems that do not tell what a line is about.
    func part(
        _ stretch: ArraySlice<Int>, _ scoring: ImpactScoring, _ lines: LineSet, _ weights: inout [UInt32],
        formal: Set<String>, weak: Set<String>
    ) -> Part {
        var part = Part()
        var found = OccurrenceList()
        for term in stretch {
            found.removeAll()
            var next = firstPiece[term]
            while next >= 0 {
                let piece = pieces[Int(next)]
                let chunk = chunks[Int(piece.chunk)]
                chunk.occurrences.append(Int(piece.stem), from: chunk.firstDocument, to: &found)
                next = piece.next
            }
            let name = String(decoding: terms[term], as: UTF8.self)
            let isFormal = formal.contains(name)
            let units =
                weak.contains(name)
                ? 0 : LineWeight.units(of: QueryPlan.rarity(found.documents.count, of: scoring.documentCount))
            for (document, range) in found.documents {
                let places = found.places[range]
                let layout = scoring.layout(of: Int(document))
                if units > 0 {
                    lines.add(units, to: &weights, document: Int(document), at: places, layout)
                }
                part.lists.add(
                    document, impact: scoring.impact(places, layout), at: isFormal ? [] : places,
                    width: layout.positionWidth)
            }
            let sizes = part.lists.endList()
            part.terms.append((term, found.documents.count, sizes.postings, sizes.positions))
        }
        return part
    }

    /// Once all parts are made, what they were made of is not needed.
    mutating func dropOccurrences() {
        chunks = []
        pieces = []
    }

    struct Sections {
        var terms: [UInt8] = []
        /// In pieces.
        var postings: [[UInt8]] = []
        var positions: [[UInt8]] = []
    }

    /// - Parameter parts: Of all stretches, in order.
    func sections(_ parts: [Part]) -> Sections {
        var dictionary = KeyDictionaryWriter(stretches: 2)
        var sections = Sections()
        for part in parts {
            for (term, count, postings, positions) in part.terms {
                dictionary.add(terms[term], count: count, lengths: [postings, positions])
            }
            sections.postings.append(part.lists.postings)
            sections.positions.append(part.lists.positions)
        }
        sections.terms = dictionary.bytes()
        return sections
    }
}
