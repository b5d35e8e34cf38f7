/// Puts an index together from chunks of documents. The same documents in the same order give the same bytes, however they
/// were cut up and by how many threads they were analysed.
package struct IndexBuilder {
    private var inverted = InvertedIndex()
    private var lines = LineSet()
    private var names = NameSet()
    private var sections = FileSections()

    package init() {}

    package var documentCount: Int { sections.documentCount }

    /// Takes in the next documents.
    package mutating func add(_ chunk: DocumentChunk) {
        inverted.add(chunk, firstDocument: documentCount)
        var first = documentCount
        sections.store.reserve(chunk.blocks.reduce(0) { $0 + $1.bytes.count })
        for block in chunk.blocks {
            sections.store.add(block.bytes, first: first, unpackedSize: block.unpackedSize)
            first += block.documentCount
        }
        for document in chunk.documents {
            lines.add(document.lines)
            names.add(document.names, document: documentCount)
            sections.add(document)
        }
    }

    /// The parts of the file, one after the other.
    ///
    /// - Parameter contents: Without its documents.
    package consuming func file(_ contents: IndexContents) -> [[UInt8]] {
        let scoring = ImpactScoring(sections.lengths)
        let formal = FormalWords.stems(in: contents.languages)
        let weak = FormalWords.weakStems(in: contents.languages)
        var weights = lines.noWeights
        let parts = inverted.stretches(1).map {
            inverted.part($0, scoring, lines, &weights, formal: formal, weak: weak)
        }
        sections.lines = lines.table(weights)
        return file(contents, scoring, inverted.sections(parts), inverted.wordDictionary())
    }

    /// The same, worked on by several jobs at once.
    package consuming func file(_ contents: IndexContents, jobs: Int) async -> [[UInt8]] {
        let scoring = ImpactScoring(sections.lengths)
        let (shared, lines) = (inverted, lines)
        inverted = InvertedIndex()
        let formal = FormalWords.stems(in: contents.languages)
        let weak = FormalWords.weakStems(in: contents.languages)
        let stretches = shared.stretches(jobs * 4)
        let (parts, weights) = await withTaskGroup(of: (Int, InvertedIndex.Part, [UInt32]).self) { group in
            var parts = [InvertedIndex.Part?](repeating: nil, count: stretches.count)
            var weights = lines.noWeights
            var started = 0
            func startNext() {
                guard started < stretches.count else { return }
                let number = started
                started += 1
                group.addTask {
                    var weights = lines.noWeights
                    let part = shared.part(stretches[number], scoring, lines, &weights, formal: formal, weak: weak)
                    return (number, part, weights)
                }
            }
            for _ in 0..<max(1, jobs) { startNext() }
            while let (number, part, partWeights) = await group.next() {
                parts[number] = part
                for line in weights.indices { weights[line] += partWeights[line] }
                startNext()
            }
            return (parts.compactMap(\.self), weights)
        }
        var inverted = consume shared
        inverted.dropOccurrences()
        sections.lines = lines.table(weights)
        return file(contents, scoring, inverted.sections(parts), inverted.wordDictionary())
    }

    private consuming func file(
        _ contents: IndexContents, _ scoring: ImpactScoring, _ inverted: InvertedIndex.Sections, _ words: [UInt8]
    ) -> [[UInt8]] {
        let named = names.sections
        sections.names = named.names
        sections.nameDocuments = named.documents
        sections.take(inverted)
        sections.words = words
        return sections.file(contents, scoring)
    }
}
