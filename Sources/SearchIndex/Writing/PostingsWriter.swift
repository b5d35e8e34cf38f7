/// Lays out the sections `postings` and `positions`, list by list; see `Postings`.
struct PostingsWriter {
    private(set) var postings: [UInt8] = []
    private var positionBits = BitWriter()
    /// Of the list at hand.
    private var skips = ByteWriter()
    private var blocks = BitWriter()
    private var start = (postings: 0, positions: 0)
    /// The number of its documents.
    private(set) var count = 0
    /// The last of them.
    private(set) var last: UInt32?
    /// Of the block at hand.
    private var differences: [UInt32] = []
    private var impacts: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var blockStart: (list: UInt32, positions: UInt32) = (0, 0)

    var positions: [UInt8] { positionBits.bytes }

    /// Makes room for so many bytes in all.
    mutating func reserve(postings: Int, positions: Int) {
        self.postings.reserveCapacity(postings)
        positionBits.reserve(positions)
    }

    /// Adds a document to the list at hand.
    ///
    /// - Parameters:
    ///   - document: After those that were added.
    ///   - impact: A step of `Impact`.
    ///   - places: Where the term stands, ascending; none where that is not kept.
    ///   - width: The bits that a position takes.
    @inline(__always)
    mutating func add(_ document: UInt32, impact: UInt32, at places: ArraySlice<UInt32>, width: Int) {
        for place in places { positionBits.write(place, width: width) }
        add(document, impact: impact, frequency: UInt32(max(1, places.count)))
    }

    /// The same with positions that are packed already.
    @inline(__always)
    mutating func add(
        _ document: UInt32, impact: UInt32, frequency: UInt32, bits: UnsafeRawBufferPointer, from start: Int, count: Int
    ) {
        positionBits.write(bitsOf: bits, from: start, count: count)
        add(document, impact: impact, frequency: frequency)
    }

    @inline(__always)
    private mutating func add(_ document: UInt32, impact: UInt32, frequency: UInt32) {
        differences.append(last.map { document - $0 - 1 } ?? document)
        impacts.append(impact)
        frequencies.append(frequency &- 1)
        last = document
        count += 1
        if differences.count == Postings.blockSize { endBlock() }
    }

    private mutating func endBlock() {
        guard let last, !differences.isEmpty else { return }
        writeSkip(last, greatestImpact: UInt8(impacts.max()!))
        let widths = (width(of: differences), width(of: impacts), width(of: frequencies))
        blocks.write(byte: UInt8(widths.0))
        blocks.write(byte: UInt8(widths.1))
        blocks.write(byte: UInt8(widths.2))
        blocks.write(differences, width: widths.0)
        blocks.write(impacts, width: widths.1)
        blocks.write(frequencies, width: widths.2)
        positionBits.align()
        differences.removeAll(keepingCapacity: true)
        impacts.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        beginBlock()
    }

    private func width(of numbers: [UInt32]) -> Int { BitPacking.width(of: numbers.reduce(0, |)) }

    private mutating func beginBlock() {
        blockStart = (UInt32(blocks.bytes.count), UInt32(positionBits.bytes.count - start.positions))
    }

    private mutating func writeSkip(_ last: UInt32, greatestImpact: UInt8) {
        skips.write(fixed: last)
        skips.write(fixed: blockStart.list)
        skips.write(fixed: blockStart.positions)
        skips.write(byte: greatestImpact)
    }

    /// Whether the next document begins a block.
    var isBetweenBlocks: Bool { differences.isEmpty }

    /// Takes over a whole block of another list between blocks.
    ///
    /// - Parameters:
    ///   - bytes: Of the block; its first document is as far from the last one here as it was from the one before it.
    ///   - last: Its last document.
    mutating func addBlock(
        _ bytes: UnsafeRawBufferPointer, positions: UnsafeRawBufferPointer, last: UInt32, greatestImpact: UInt8,
        count: Int
    ) {
        writeSkip(last, greatestImpact: greatestImpact)
        blocks.write(raw: bytes)
        positionBits.write(raw: positions)
        self.last = last
        self.count += count
        beginBlock()
    }

    /// Ends the list at hand.
    ///
    /// - Returns: The bytes that it takes in both sections.
    mutating func endList() -> (postings: Int, positions: Int) {
        endBlock()
        postings += skips.bytes
        postings += blocks.bytes
        let sizes = (postings.count - start.postings, positionBits.bytes.count - start.positions)
        skips.removeAll()
        blocks.removeAll()
        beginList()
        return sizes
    }

    /// Takes over whole lists as they stand.
    mutating func addLists(_ postings: UnsafeRawBufferPointer, positions: UnsafeRawBufferPointer) {
        self.postings.append(contentsOf: postings)
        positionBits.write(raw: positions)
        beginList()
    }

    private mutating func beginList() {
        start = (postings.count, positionBits.bytes.count)
        count = 0
        last = nil
        beginBlock()
    }
}
