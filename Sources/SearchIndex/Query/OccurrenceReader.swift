/// Reads where one term stands in documents, forward only.
struct OccurrenceReader {
    private let list: PostingList
    private let fieldLengths: FieldLengths
    private var block = 0
    private var readBlock = -1
    private var contents = PostingBlock()
    private var index = 0
    /// Where the positions of the document at `index` begin, in bits.
    private var bit = 0
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

    init(_ list: PostingList, _ fieldLengths: FieldLengths) {
        self.list = list
        self.fieldLengths = fieldLengths
    }

    /// Appends the term's positions in a document, ascending; none where it does not stand there.
    ///
    /// - Parameter document: Not before one that was asked for.
    /// - Returns: The step of the term's impact on the document.
    mutating func read(_ document: UInt32, into positions: inout [UInt32]) throws(IndexError) -> UInt32 {
        guard block < list.blockCount else { return 0 }
        if list.lastDocument(ofBlock: block) < document { block = list.block(holding: document, from: block) }
        guard block < list.blockCount else { return 0 }
        try open()
        while index < contents.size, contents.documents[index] < document {
            if list.hasPositions {
                bit +=
                    Int(contents.frequencies[index])
                    * (try fieldLengths.layout(of: Int(contents.documents[index])).positionWidth)
            }
            index += 1
        }
        guard index < contents.size, contents.documents[index] == document else { return 0 }
        guard list.hasPositions else { return contents.impacts[index] }
        let layout = try fieldLengths.layout(of: Int(document))
        let width = layout.positionWidth
        let count = Int(contents.frequencies[index])
        guard bit + count * width <= bytes.count * 8 else { throw .damaged }
        // Positions that ascend are no more than the document has words, whatever number of them the list claims.
        var next: UInt32 = 0
        for place in 0..<count {
            let position = BitPacking.number(in: bytes, atBit: bit + place * width, width: width)
            guard position >= next, position < layout.end(of: .body) else { throw .damaged }
            positions.append(position)
            next = position + 1
        }
        return contents.impacts[index]
    }

    private mutating func open() throws(IndexError) {
        guard readBlock != block else { return }
        try contents.readAll(block, of: list)
        bytes = try list.positionBytes(ofBlock: block)
        readBlock = block
        index = 0
        bit = 0
    }
}
