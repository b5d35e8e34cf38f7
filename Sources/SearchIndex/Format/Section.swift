/// One section of an index, of which every page is checked when it is first touched.
final class Section {
    let count: Int
    private let memory: IndexMemory
    private let contents: UnsafeRawBufferPointer
    /// Of each page of the contents, 8 bytes each.
    private let hashes: UnsafeRawBufferPointer
    private let hashOfHashes: UInt64
    /// Which pages were checked; the last one tells it of the page hashes themselves.
    private let isChecked: UnsafeMutableBufferPointer<Bool>
    private var pageCount: Int { isChecked.count - 1 }

    /// - Parameter offset: Of the contents, which with their page hashes lie within the memory.
    init(_ memory: IndexMemory, offset: Int, count: Int, hashOfHashes: UInt64) {
        self.memory = memory
        self.count = count
        self.hashOfHashes = hashOfHashes
        let end = offset + count
        contents = UnsafeRawBufferPointer(rebasing: memory.bytes[offset..<end])
        hashes = UnsafeRawBufferPointer(rebasing: memory.bytes[end..<end + Layout.hashesSize(count)])
        // Flags beside the object, as every read looks at them.
        isChecked = .allocate(capacity: hashes.count / Layout.hashSize + 1)
        isChecked.initialize(repeating: false)
    }

    deinit {
        isChecked.deallocate()
    }

    /// A section that a file does not have.
    convenience init(emptyIn memory: IndexMemory) {
        self.init(memory, offset: 0, count: 0, hashOfHashes: Hash.of([]))
    }

    /// Bytes that are as they were written. They live as long as the index does.
    func bytes(_ range: Range<Int>) throws(IndexError) -> UnsafeRawBufferPointer {
        guard range.lowerBound >= 0, range.upperBound <= count else { throw .damaged }
        if range.isEmpty { return UnsafeRawBufferPointer(start: nil, count: 0) }
        if !isChecked[pageCount] { try checkHashes() }
        for page in range.lowerBound / Layout.pageSize...(range.upperBound - 1) / Layout.pageSize
        where !isChecked[page] {
            try check(page)
        }
        return UnsafeRawBufferPointer(rebasing: contents[range])
    }

    var all: UnsafeRawBufferPointer {
        get throws(IndexError) { try bytes(0..<count) }
    }

    /// A number of fixed size at an offset.
    func number<Number: FixedWidthInteger>(at offset: Int, as: Number.Type) throws(IndexError) -> Number {
        guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { throw .damaged }
        let bytes = try bytes(offset..<offset + MemoryLayout<Number>.size)
        return Number(littleEndian: bytes.loadUnaligned(as: Number.self))
    }

    private func checkHashes() throws(IndexError) {
        guard Hash.of(hashes) == hashOfHashes else { throw .damaged }
        isChecked[pageCount] = true
    }

    private func check(_ page: Int) throws(IndexError) {
        let start = page * Layout.pageSize
        let bytes = UnsafeRawBufferPointer(rebasing: contents[start..<min(start + Layout.pageSize, count)])
        let hash = UInt64(littleEndian: hashes.loadUnaligned(fromByteOffset: page * Layout.hashSize, as: UInt64.self))
        guard Hash.of(bytes) == hash else { throw .damaged }
        isChecked[page] = true
    }
}
