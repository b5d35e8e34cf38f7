/// The postings of an index, without those of some documents and with those of others.
///
/// The lists of terms that neither have are taken over as they stand, and so are the blocks of a list to which nothing
/// happens. What is said of a document that stays is never computed again: it depends on its own words, the average lengths
/// and how much a word of a line weighs, and of that the difference is added.
struct UpdatedTerms {
    private let previous: Index
    private let numbering: Renumbering
    private let scoring: ImpactScoring
    /// Stems whose positions are not kept, and those that do not tell what a line is about.
    private let formal: Set<String>
    private let weak: Set<String>
    /// The bits that a position takes in each previous document.
    private var positionWidths: [Int8] = []
    private var dictionary = KeyDictionaryWriter(stretches: 2)
    private var lists = PostingsWriter()
    /// Lists that stand side by side and stay as they are.
    private var unchanged: (postings: Range<Int>, positions: Range<Int>)?
    private var block = PostingBlock()
    private var places: [UInt32] = []

    init(
        of previous: Index, _ numbering: Renumbering, _ scoring: ImpactScoring, _ languages: [String]
    ) throws(IndexError) {
        self.previous = previous
        self.numbering = numbering
        self.scoring = scoring
        formal = FormalWords.stems(in: languages)
        weak = FormalWords.weakStems(in: languages)
        positionWidths.reserveCapacity(previous.documentCount)
        for document in 0..<previous.documentCount {
            positionWidths.append(Int8(try previous.fieldLengths.layout(of: document).positionWidth))
        }
        lists.reserve(
            postings: previous.postings.count + UpdatedTerms.room,
            positions: previous.positions.count + UpdatedTerms.room)
    }

    /// The bytes by which a section may well grow.
    private static let room = 1 << 16

    var sections: InvertedIndex.Sections {
        InvertedIndex.Sections(
            terms: dictionary.bytes(), postings: [lists.postings], positions: [lists.positions])
    }

    /// Goes through all terms once.
    ///
    /// - Parameter records: In whose lines the terms of new documents, and changes in what others weigh, are counted.
    mutating func update(
        _ removed: DocumentChunk, _ added: DocumentChunk, _ records: inout UpdatedRecords
    ) throws(IndexError) {
        var changed = added.terms
        // How many documents fewer hold each.
        var removedCounts = [Int](repeating: 0, count: changed.count)
        var found = OccurrenceList()
        for stem in 0..<removed.terms.count {
            found.removeAll()
            removed.occurrences.append(stem, from: 0, to: &found)
            let number = changed.number(of: removed.terms[stem])
            if number == removedCounts.count { removedCounts.append(0) }
            removedCounts[number] = found.documents.count
        }
        var merged = try MergedKeys(previous.terms, changed)
        while let step = try merged.next() {
            found.removeAll()
            switch step {
            case .previous:
                let entry = try merged.cursor.entry()
                if numbering.isInPlace {
                    try keep(merged.cursor.key, entry)
                } else {
                    try write(merged.cursor.key, entry, found, fewer: 0, &records)
                }
            case .both(let number):
                if number < added.terms.count { append(number, of: added, to: &found) }
                let entry = try merged.cursor.entry()
                try write(merged.cursor.key, entry, found, fewer: removedCounts[number], &records)
            case .other(let number):
                // The previous index does not know a stem of its documents.
                guard removedCounts[number] == 0 else { throw .damaged }
                append(number, of: added, to: &found)
                try write(Array(changed[number]), nil, found, fewer: 0, &records)
            }
        }
        try takeUnchanged()
    }

    private func append(_ stem: Int, of added: DocumentChunk, to list: inout OccurrenceList) {
        added.occurrences.append(stem, from: 0, to: &list)
        for index in list.documents.indices {
            list.documents[index].number = UInt32(numbering.newNumbers[Int(list.documents[index].number)])
        }
    }

    /// Takes over a list as it stands.
    private mutating func keep(_ key: [UInt8], _ entry: KeyDictionary.Entry) throws(IndexError) {
        guard entry.stretches[0].upperBound <= previous.postings.count,
            entry.stretches[1].upperBound <= previous.positions.count
        else { throw .damaged }
        dictionary.add(key, count: entry.count, lengths: entry.stretches.map(\.count))
        // Stretches follow one another.
        if let start = unchanged {
            unchanged = (
                start.postings.lowerBound..<entry.stretches[0].upperBound,
                start.positions.lowerBound..<entry.stretches[1].upperBound
            )
        } else {
            unchanged = (entry.stretches[0], entry.stretches[1])
        }
    }

    private mutating func takeUnchanged() throws(IndexError) {
        guard let stretches = unchanged else { return }
        lists.addLists(
            try previous.postings.bytes(stretches.postings),
            positions: try previous.positions.bytes(stretches.positions))
        unchanged = nil
    }

    /// Writes the list of one term.
    ///
    /// - Parameters:
    ///   - entry: nil where no previous document holds the term.
    ///   - found: New documents that hold it, by their numbers in the new index.
    ///   - fewer: How many previous documents hold it and are gone.
    private mutating func write(
        _ key: [UInt8], _ entry: KeyDictionary.Entry?, _ found: OccurrenceList, fewer: Int,
        _ records: inout UpdatedRecords
    ) throws(IndexError) {
        try takeUnchanged()
        let previousCount = entry?.count ?? 0
        guard fewer <= previousCount, previousCount <= previous.documentCount else { throw .damaged }
        let count = previousCount - fewer + found.documents.count
        let name = String(decoding: key, as: UTF8.self)
        var term = Term(found: found, isFormal: formal.contains(name))
        if !weak.contains(name) {
            term.units = LineWeight.units(of: QueryPlan.rarity(count, of: scoring.documentCount))
            let previous = LineWeight.units(of: QueryPlan.rarity(previousCount, of: previous.documentCount))
            term.change = term.units &- previous
        }
        if let entry {
            let list = try PostingList(
                entry, in: previous.postings, positions: previous.positions, documentCount: previous.documentCount)
            for block in 0..<list.blockCount where !(try keepBlock(block, of: list, term)) {
                try writeBlock(block, of: list, &term, &records)
            }
        }
        writeNew(&term, before: .max, &records)
        guard lists.count == count else { throw .damaged }
        let sizes = lists.endList()
        if count > 0 { dictionary.add(key, count: count, lengths: [sizes.postings, sizes.positions]) }
    }

    /// A term whose list is written.
    private struct Term {
        /// New documents that hold it, by their numbers in the new index.
        let found: OccurrenceList
        let isFormal: Bool
        /// What it adds to a line, and how much more that is than before, as the sum of two's complements.
        var units: UInt32 = 0
        var change: UInt32 = 0
        /// How many of the new documents were written.
        var written = 0

        init(found: OccurrenceList, isFormal: Bool) {
            self.found = found
            self.isFormal = isFormal
        }

        /// The next new document.
        var next: UInt32? { written < found.documents.count ? found.documents[written].number : nil }
    }

    /// Writes the new documents before a number.
    private mutating func writeNew(_ term: inout Term, before end: UInt32, _ records: inout UpdatedRecords) {
        while let document = term.next, document < end {
            let places = term.found.places[term.found.documents[term.written].places]
            let layout = scoring.layout(of: Int(document))
            if term.units > 0 { records.add(term.units, document: Int(document), at: places, layout) }
            lists.add(
                document, impact: scoring.impact(places, layout), at: term.isFormal ? [] : places,
                width: layout.positionWidth)
            term.written += 1
        }
    }

    /// Takes over a block as it stands, where its documents stay side by side and follow on the same one.
    private mutating func keepBlock(
        _ number: Int, of list: PostingList, _ term: Term
    ) throws(IndexError) -> Bool {
        let first = number == 0 ? 0 : Int(list.lastDocument(ofBlock: number - 1)) + 1
        let last = Int(list.lastDocument(ofBlock: number))
        guard first <= last, last < previous.documentCount else { throw .damaged }
        let size = list.size(ofBlock: number)
        guard term.change == 0, lists.isBetweenBlocks, let shift = numbering.shift(of: first...last),
            lists.last.map({ Int($0) + 1 }) ?? 0 == (number == 0 ? 0 : first + shift), number > 0 || shift == 0,
            term.next.map({ $0 > last + shift }) ?? true,
            size == Postings.blockSize || term.next == nil
        else { return false }
        lists.addBlock(
            try list.bytes(ofBlock: number), positions: try list.positionBytes(ofBlock: number),
            last: UInt32(last + shift), greatestImpact: UInt8(list.greatestImpact(ofBlock: number)), count: size)
        return true
    }

    /// Writes the documents of a block that are kept, and the new ones before each.
    private mutating func writeBlock(
        _ number: Int, of list: PostingList, _ term: inout Term, _ records: inout UpdatedRecords
    ) throws(IndexError) {
        try block.readAll(number, of: list)
        let bytes = try list.positionBytes(ofBlock: number)
        var bit = 0
        for index in 0..<block.size {
            let document = Int(block.documents[index])
            let frequency = block.frequencies[index]
            let width = list.hasPositions ? Int(positionWidths[document]) : 0
            let bits = Int(frequency) * width
            guard bit + bits <= bytes.count * 8 else { throw .damaged }
            let kept = numbering.numbers[document]
            if kept >= 0 {
                writeNew(&term, before: UInt32(kept), &records)
                lists.add(
                    UInt32(kept), impact: block.impacts[index], frequency: frequency, bits: bytes, from: bit,
                    count: bits)
                if term.change != 0 {
                    places.removeAll(keepingCapacity: true)
                    // Where a position takes no bits, there is but one word.
                    for place in 0..<(width > 0 ? Int(frequency) : 1) {
                        places.append(BitPacking.number(in: bytes, atBit: bit + place * width, width: width))
                    }
                    records.add(
                        term.change, document: Int(kept), at: places[...], scoring.layout(of: Int(kept)))
                }
            }
            bit += bits
        }
    }
}
