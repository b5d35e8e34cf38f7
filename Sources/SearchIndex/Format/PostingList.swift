/// One term's documents, read block by block. What stands in the bytes is checked once for each block.
struct PostingList {
    /// How many documents hold the term.
    let count: Int
    let blockCount: Int
    private let skips: UnsafeRawBufferPointer
    private let blocks: Range<Int>
    private let positions: Range<Int>
    private let section: Section
    private let positionsSection: Section
    private let documentCount: Int

    init(
        _ entry: KeyDictionary.Entry, in section: Section, positions positionsSection: Section, documentCount: Int
    ) throws(IndexError) {
        count = entry.count
        blockCount = (count + Postings.blockSize - 1) / Postings.blockSize
        guard count <= documentCount, count > 0 else { throw .damaged }
        let table = blockCount * Postings.skipSize
        let list = entry.stretches[0]
        guard table <= list.count else { throw .damaged }
        skips = try section.bytes(list.lowerBound..<list.lowerBound + table)
        blocks = list.lowerBound + table..<list.upperBound
        positions = entry.stretches[1]
        self.section = section
        self.positionsSection = positionsSection
        self.documentCount = documentCount
    }

    /// Whether it is known where in documents the term stands.
    var hasPositions: Bool { !positions.isEmpty }

    /// - Parameter block: Within `0..<blockCount`; so for all below.
    @inline(__always)
    func lastDocument(ofBlock block: Int) -> UInt32 { skip(block, 0) }

    @inline(__always)
    func greatestImpact(ofBlock block: Int) -> Int {
        Int(min(skips[block * Postings.skipSize + 12], UInt8(Impact.steps - 1)))
    }

    func size(ofBlock block: Int) -> Int { min(Postings.blockSize, count - block * Postings.blockSize) }

    @inline(__always)
    private func skip(_ block: Int, _ field: Int) -> UInt32 {
        UInt32(
            littleEndian: skips.loadUnaligned(
                fromByteOffset: block * Postings.skipSize + field * 4, as: UInt32.self))
    }

    /// The first block, from one on, whose last document is not before this one.
    func block(holding document: UInt32, from start: Int) -> Int {
        // Near ones first: searches go forward.
        var step = 1
        var low = start
        while low + step < blockCount, lastDocument(ofBlock: low + step) < document {
            low += step
            step *= 2
        }
        var high = min(low + step, blockCount)
        while low < high {
            let middle = (low + high) / 2
            if lastDocument(ofBlock: middle) < document { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Reads the documents and impacts of a block.
    ///
    /// - Throws: `IndexError.damaged` unless documents ascend within the index and impacts are steps.
    func read(
        _ block: Int, documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt32>
    ) throws(IndexError) {
        let size = size(ofBlock: block)
        let lists = try lists(ofBlock: block)
        BitPacking.unpack(lists.documents, count: size, width: lists.widths.0, into: documents)
        BitPacking.unpack(lists.impacts, count: size, width: lists.widths.1, into: impacts)
        // Sums cannot wrap: each difference is below 2^32, and there are at most 128.
        var next: UInt64 = block == 0 ? 0 : UInt64(lastDocument(ofBlock: block - 1)) + 1
        for index in 0..<size {
            let document = next + UInt64(documents[index])
            documents[index] = UInt32(truncatingIfNeeded: document)
            next = document + 1
        }
        guard next <= documentCount, next == UInt64(lastDocument(ofBlock: block)) + 1 else { throw .damaged }
    }

    /// Reads how often the term stands in each document of a block.
    func readFrequencies(_ block: Int, into frequencies: UnsafeMutablePointer<UInt32>) throws(IndexError) {
        let size = size(ofBlock: block)
        let lists = try lists(ofBlock: block)
        BitPacking.unpack(lists.frequencies, count: size, width: lists.widths.2, into: frequencies)
        for index in 0..<size { frequencies[index] &+= 1 }
    }

    /// The bytes of a block's positions.
    func positionBytes(ofBlock block: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        let start = Int(skip(block, 2))
        let end = block + 1 < blockCount ? Int(skip(block + 1, 2)) : positions.count
        guard start <= end, end <= positions.count else { throw .damaged }
        return try positionsSection.bytes(positions.lowerBound + start..<positions.lowerBound + end)
    }

    private struct Lists {
        var documents, impacts, frequencies: UnsafeRawBufferPointer
        var widths: (Int, Int, Int)
    }

    /// The bytes of a block's documents, impacts and numbers of occurrences.
    func bytes(ofBlock block: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        let start = Int(skip(block, 1))
        let end = block + 1 < blockCount ? Int(skip(block + 1, 1)) : blocks.count
        guard start <= end, end <= blocks.count, end - start >= 3 else { throw .damaged }
        return try section.bytes(blocks.lowerBound + start..<blocks.lowerBound + end)
    }

    private func lists(ofBlock block: Int) throws(IndexError) -> Lists {
        let bytes = try bytes(ofBlock: block)
        let widths = (Int(bytes[0]), Int(bytes[1]), Int(bytes[2]))
        guard widths.0 <= 32, widths.1 <= Impact.width, widths.2 <= 32 else { throw .damaged }
        let size = size(ofBlock: block)
        let first = 3 + BitPacking.size(size, width: widths.0)
        let second = first + BitPacking.size(size, width: widths.1)
        guard second + BitPacking.size(size, width: widths.2) == bytes.count else { throw .damaged }
        return Lists(
            documents: UnsafeRawBufferPointer(rebasing: bytes[3..<first]),
            impacts: UnsafeRawBufferPointer(rebasing: bytes[first..<second]),
            frequencies: UnsafeRawBufferPointer(rebasing: bytes[second...]), widths: widths)
    }
}
