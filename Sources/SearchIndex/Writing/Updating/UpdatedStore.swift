/// Packed documents of which some are others than before. A block that would hold the same documents stays as it is.
struct UpdatedStore {
    private(set) var sections = StoreSections()
    private let previous: DocumentStore
    private let numbering: Renumbering
    private var writer = DocumentStoreWriter()
    /// The first document of the block at hand.
    private var first = 0

    init(
        _ previous: DocumentStore, _ numbering: Renumbering, _ documents: [IndexDocument]
    ) throws(IndexError) {
        self.previous = previous
        self.numbering = numbering
        sections.reserve(previous.packedSize)
        var next = 0
        while next < numbering.documentCount {
            // No block goes beyond its chunk.
            let end = min((next / DocumentChunk.size + 1) * DocumentChunk.size, numbering.documentCount)
            while next < end {
                let source = Int(numbering.sources[next])
                if source >= 0, writer.isBetweenBlocks, let block = try reusableBlock(from: source, to: next, end) {
                    sections.add(block.bytes, first: next, unpackedSize: block.unpackedSize)
                    next += block.documents.count
                    first = next
                    continue
                }
                if source >= 0 {
                    writer.add(try previous.record(source))
                } else {
                    writer.add(documents[-1 - source].record)
                }
                next += 1
                takeBlocks()
            }
            writer.finish()
            takeBlocks()
        }
    }

    private mutating func takeBlocks() {
        for block in writer.takeBlocks() {
            sections.add(block.bytes, first: first, unpackedSize: block.unpackedSize)
            first += block.documentCount
        }
    }

    /// The block that begins with a previous document, if it would be the same again.
    ///
    /// - Parameter end: Of the chunk that the document is now in.
    private func reusableBlock(
        from source: Int, to number: Int, _ end: Int
    ) throws(IndexError) -> DocumentStore.PackedBlock? {
        let block = try previous.packedBlock(of: source)
        let documents = block.documents
        guard documents.lowerBound == source, documents.upperBound <= numbering.numbers.count,
            numbering.shift(of: ClosedRange(documents)) != nil, number + documents.count <= end
        else { return nil }
        // The end of a chunk ended the block before it was full; so it must again.
        let endedEarly =
            documents.upperBound.isMultiple(of: DocumentChunk.size) || documents.upperBound == numbering.numbers.count
        return !endedEarly || number + documents.count == end ? block : nil
    }
}
