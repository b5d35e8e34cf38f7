/// Whole documents by number, packed block by block.
///
/// The section `documentBlocks` has 16 bytes for each block: its first document (4), the size of its bytes unpacked (4) and
/// where it begins in the section `documents` (8). Unpacked, a block is the length of each of its documents (LEB128) and then
/// the documents, one after the other.
final class DocumentStore {
    /// A block ends with the document that brings it to so many bytes.
    static let blockSize = 1 << 16
    static let entrySize = 16
    private let section: Section
    private let table: Section
    private let documentCount: Int
    private let blockCount: Int
    private let decompressor = Decompressor()
    /// Blocks unpacked before, the latest last.
    private var unpacked: [(block: Int, contents: Block)] = []
    private static let mostUnpacked = 8
    /// Bytes beyond which none but the latest is kept.
    private static let mostUnpackedBytes = 1 << 23

    private struct Block {
        var bytes: [UInt8]
        var documents: [Range<Int>]
    }

    init(_ section: Section, table: Section, documentCount: Int) throws(IndexError) {
        guard table.count.isMultiple(of: DocumentStore.entrySize) else { throw .damaged }
        blockCount = table.count / DocumentStore.entrySize
        guard documentCount == 0 || blockCount > 0 else { throw .damaged }
        self.section = section
        self.table = table
        self.documentCount = documentCount
    }

    /// The bytes of all blocks as they stand.
    var packedSize: Int { section.count }

    /// Reads a document.
    ///
    /// - Parameter number: Within the index.
    func read<Value>(
        _ number: Int, _ read: (inout ByteReader) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        let (contents, range) = try place(of: number)
        var result: Swift.Result<Value, IndexError> = .failure(.damaged)
        contents.bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[range]))
            do throws(IndexError) { result = .success(try read(&reader)) } catch { result = .failure(error) }
        }
        return try result.get()
    }

    /// A document's bytes.
    func record(_ number: Int) throws(IndexError) -> ArraySlice<UInt8> {
        let (contents, range) = try place(of: number)
        return contents.bytes[range]
    }

    private func place(of number: Int) throws(IndexError) -> (Block, Range<Int>) {
        let packed = try packedBlock(of: number)
        let contents = try unpack(packed)
        guard contents.documents.indices.contains(number - packed.documents.lowerBound) else { throw .damaged }
        return (contents, contents.documents[number - packed.documents.lowerBound])
    }

    struct PackedBlock {
        fileprivate var number: Int
        /// Not empty.
        var documents: Range<Int>
        var unpackedSize: Int
        var bytes: UnsafeRawBufferPointer
    }

    /// The block that holds a document, as it stands.
    func packedBlock(of document: Int) throws(IndexError) -> PackedBlock {
        let (block, first) = try block(of: document)
        let entry = block * DocumentStore.entrySize
        let hasNext = block + 1 < blockCount
        let end = hasNext ? try firstDocument(ofBlock: block + 1) : documentCount
        let from = try table.number(at: entry + 8, as: UInt64.self)
        let until = hasNext ? try table.number(at: entry + 24, as: UInt64.self) : UInt64(section.count)
        guard first < end, from <= until, until <= section.count else { throw .damaged }
        return PackedBlock(
            number: block, documents: first..<end,
            unpackedSize: Int(try table.number(at: entry + 4, as: UInt32.self)),
            bytes: try section.bytes(Int(from)..<Int(until)))
    }

    private func firstDocument(ofBlock block: Int) throws(IndexError) -> Int {
        Int(try table.number(at: block * DocumentStore.entrySize, as: UInt32.self))
    }

    private func block(of number: Int) throws(IndexError) -> (block: Int, first: Int) {
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            if try firstDocument(ofBlock: middle) <= number { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { throw .damaged }
        return (low - 1, try firstDocument(ofBlock: low - 1))
    }

    private func unpack(_ block: PackedBlock) throws(IndexError) -> Block {
        if let known = unpacked.first(where: { $0.block == block.number }) { return known.contents }
        let bytes = try decompressor.decompress(block.bytes, size: block.unpackedSize)
        let contents = Block(bytes: bytes, documents: try DocumentStore.ranges(block.documents.count, in: bytes))
        unpacked.append((block.number, contents))
        while unpacked.count > 1,
            unpacked.count > DocumentStore.mostUnpacked
                || unpacked.reduce(0, { $0 + $1.contents.bytes.count }) > DocumentStore.mostUnpackedBytes
        {
            unpacked.removeFirst()
        }
        return contents
    }

    private static func ranges(_ count: Int, in bytes: [UInt8]) throws(IndexError) -> [Range<Int>] {
        var result: Swift.Result<[Range<Int>], IndexError> = .failure(.damaged)
        bytes.withUnsafeBytes { buffer in
            do throws(IndexError) { result = .success(try ranges(count, in: buffer)) } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    private static func ranges(_ count: Int, in bytes: UnsafeRawBufferPointer) throws(IndexError) -> [Range<Int>] {
        // Every length is a byte at least.
        guard count <= bytes.count else { throw .damaged }
        var reader = ByteReader(bytes)
        var lengths: [Int] = []
        for _ in 0..<count { lengths.append(try reader.count()) }
        var start = reader.offset
        var ranges: [Range<Int>] = []
        for length in lengths {
            guard length <= bytes.count - start else { throw .damaged }
            ranges.append(start..<start + length)
            start += length
        }
        guard start == bytes.count else { throw .damaged }
        return ranges
    }
}

/// Packs documents into blocks.
struct DocumentStoreWriter {
    private(set) var blocks: [PackedBlock] = []
    private var lengths = ByteWriter()
    private var documents: [UInt8] = []
    private var count = 0

    struct PackedBlock: Sendable {
        var documentCount: Int
        var unpackedSize: Int
        var bytes: [UInt8]
    }

    /// Whether the next document begins a block.
    var isBetweenBlocks: Bool { count == 0 }

    mutating func add(_ document: some Collection<UInt8>) {
        lengths.write(document.count)
        documents += document
        count += 1
        if documents.count >= DocumentStore.blockSize { finish() }
    }

    /// The blocks that are done and were not taken yet.
    mutating func takeBlocks() -> [PackedBlock] {
        defer { blocks = [] }
        return blocks
    }

    /// Ends the last block.
    mutating func finish() {
        guard count > 0 else { return }
        let bytes = lengths.bytes + documents
        blocks.append(
            PackedBlock(documentCount: count, unpackedSize: bytes.count, bytes: Compression.compress(bytes)))
        lengths = ByteWriter()
        documents = []
        count = 0
    }
}
