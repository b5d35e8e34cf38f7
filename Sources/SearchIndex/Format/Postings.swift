/// The documents that hold a term, in ascending order.
///
/// In the section `postings`, blocks of up to 128 documents. First, for each block, 13 bytes: its last document (4), the
/// offset of its bytes after this table (4), of its bytes in the term's positions (4) and its greatest impact (1).
/// Then the blocks, each: the widths of the three lists that follow (a byte each), and bit-packed
/// - the differences of the documents, less 1; the first from the last of the block before,
/// - the impacts (`Impact`),
/// - the numbers of occurrences, less 1.
///
/// In the section `positions`, block by block, where the term stands in each document: numbers as wide as the document's
/// length needs (`FieldLengths`), ascending, so that any document's can be found without reading those before. A block begins
/// at a whole byte. Words that say nothing of a subject (`FormalWords`) have no positions, and count as standing in each once.
enum Postings {
    static let blockSize = 128
    static let skipSize = 13

    struct Posting {
        var document: UInt32
        var impact: UInt32
        var positions: ArraySlice<UInt32>
        /// The bits that a position takes; there may be none.
        var positionWidth: Int
    }

    /// - Parameters:
    ///   - postings: In ascending order of documents, not empty.
    ///   - list: The section `postings`, to which the term's part is appended; likewise for `positions`.
    static func write(_ postings: [Posting], to list: inout [UInt8], positions: inout [UInt8]) {
        let positionsStart = positions.count
        var skips = ByteWriter()
        var blocks = BitWriter()
        var previous: UInt32?
        for start in stride(from: 0, to: postings.count, by: blockSize) {
            let block = postings[start..<min(start + blockSize, postings.count)]
            let last = block.last!.document
            skips.write(fixed: last)
            skips.write(fixed: UInt32(blocks.bytes.count))
            skips.write(fixed: UInt32(positions.count - positionsStart))
            skips.write(byte: UInt8(block.map(\.impact).max()!))
            var differences: [UInt32] = []
            for posting in block {
                differences.append(previous.map { posting.document - $0 - 1 } ?? posting.document)
                previous = posting.document
            }
            let impacts = block.map(\.impact)
            let frequencies = block.map { UInt32(max(1, $0.positions.count) - 1) }
            let lists = [differences, impacts, frequencies]
            let widths = lists.map { BitPacking.width(of: $0.max()!) }
            for width in widths { blocks.write(byte: UInt8(width)) }
            for (list, width) in zip(lists, widths) { blocks.write(list, width: width) }
            var bits = BitWriter()
            for posting in block {
                for position in posting.positions { bits.write(position, width: posting.positionWidth) }
            }
            bits.align()
            positions += bits.bytes
        }
        list += skips.bytes
        list += blocks.bytes
    }
}
