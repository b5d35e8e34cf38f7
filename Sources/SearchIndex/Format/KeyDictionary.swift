/// Sorted keys, each with a count and with stretches of other sections: terms with their postings, words, names.
///
/// | bytes | what |
/// |---|---|
/// | 4 | b, the number of blocks |
/// | 4 | the number of keys |
/// | 4 (b + 1) | where each block begins, after this table, and where the last one ends |
/// | … | the blocks |
///
/// A block holds up to 16 keys in order of their bytes. It begins with where the first key's stretches begin, one number for
/// each section; each key is then the number of bytes it shares with the one before (0 for the first), the number of its
/// other bytes, these, its count, and the length of each of its stretches. Stretches follow one another. Numbers are LEB128.
struct KeyDictionary {
    struct Entry {
        /// How many documents hold it.
        var count: Int
        /// One for each section that the dictionary points into.
        var stretches: [Range<Int>]
    }

    static let blockSize = 16
    private let section: Section
    private let stretchCount: Int
    private let blockCount: Int
    let count: Int

    /// - Parameter stretches: How many sections the dictionary points into.
    init(_ section: Section, stretches: Int) throws(IndexError) {
        self.section = section
        stretchCount = stretches
        guard section.count > 0 else {
            blockCount = 0
            count = 0
            return
        }
        blockCount = Int(try section.number(at: 0, as: UInt32.self))
        count = Int(try section.number(at: 4, as: UInt32.self))
        guard blockCount == (count + KeyDictionary.blockSize - 1) / KeyDictionary.blockSize else { throw .damaged }
    }

    /// The section as it stands.
    var bytes: UnsafeRawBufferPointer {
        get throws(IndexError) { try section.all }
    }

    func find(_ key: String) throws(IndexError) -> Entry? {
        let key = Array(key.utf8)
        var cursor = try self.cursor(from: key)
        guard try cursor.next(), cursor.key == key else { return nil }
        return try cursor.entry()
    }

    /// A cursor before the first key that is not less than this one.
    func cursor(from key: [UInt8] = []) throws(IndexError) -> Cursor {
        var low = 0
        var high = blockCount
        // The first block that begins after the key; the key is in the one before, if anywhere.
        while low < high {
            let middle = (low + high) / 2
            if key.lexicographicallyPrecedes(try firstKey(ofBlock: middle)) { high = middle } else { low = middle + 1 }
        }
        var cursor = try Cursor(self, block: max(0, low - 1))
        while try cursor.next() {
            if !cursor.key.lexicographicallyPrecedes(key) {
                cursor.stepBack()
                break
            }
        }
        return cursor
    }

    private func firstKey(ofBlock block: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        var reader = ByteReader(try bytes(ofBlock: block))
        // Where its stretches begin, and that it shares nothing with a key before.
        for _ in 0...stretchCount { _ = try reader.number() }
        return try reader.raw(try reader.integer())
    }

    private func bytes(ofBlock block: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        let table = 8 + (blockCount + 1) * 4
        let start = Int(try section.number(at: 8 + block * 4, as: UInt32.self))
        let end = Int(try section.number(at: 12 + block * 4, as: UInt32.self))
        guard start < end else { throw .damaged }
        return try section.bytes(table + start..<table + end)
    }

    /// Goes through keys in order.
    struct Cursor {
        private let dictionary: KeyDictionary
        private var block: Int
        private var reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
        private var starts: [Int] = []
        private(set) var key: [UInt8] = []
        private var documentCount = 0
        private var lengths: [Int] = []
        private var isAhead = false
        /// How many keys of its block were read.
        private var place = 0

        fileprivate init(_ dictionary: KeyDictionary, block: Int) throws(IndexError) {
            self.dictionary = dictionary
            self.block = block
            if block < dictionary.blockCount { try open() }
        }

        private mutating func open() throws(IndexError) {
            reader = ByteReader(try dictionary.bytes(ofBlock: block))
            place = 0
            starts = []
            lengths = Array(repeating: 0, count: dictionary.stretchCount)
            for _ in 0..<dictionary.stretchCount { starts.append(try reader.integer()) }
        }

        /// Moves to the next key; false after the last.
        mutating func next() throws(IndexError) -> Bool {
            if isAhead {
                isAhead = false
                return true
            }
            if reader.isAtEnd {
                guard block + 1 < dictionary.blockCount else { return false }
                let ends = try self.ends()
                block += 1
                try open()
                guard starts == ends else { throw .damaged }
            } else {
                starts = try ends()
            }
            try readKey()
            documentCount = try reader.integer()
            for index in lengths.indices { lengths[index] = try reader.integer() }
            return true
        }

        /// Keys that ascend end, however often a search leaps ahead, and as few as a block holds take no more time and
        /// memory than its bytes are worth.
        private mutating func readKey() throws(IndexError) {
            let shared = try reader.integer()
            let rest = try reader.raw(try reader.integer())
            guard shared <= key.count, place > 0 || shared == 0, place < KeyDictionary.blockSize else { throw .damaged }
            let isGreater = key.withUnsafeBytes { key in
                UnsafeRawBufferPointer(rebasing: key[shared...]).precedes(rest)
            }
            guard isGreater || key.isEmpty else { throw .damaged }
            key.removeLast(key.count - shared)
            key += rest
            place += 1
        }

        /// The next move stays at this key.
        mutating func stepBack() { isAhead = true }

        /// What stands at the key that the cursor is at.
        func entry() throws(IndexError) -> Entry {
            Entry(count: documentCount, stretches: zip(starts, try ends()).map { $0..<$1 })
        }

        var count: Int { documentCount }

        /// Where the stretches of the key end.
        private func ends() throws(IndexError) -> [Int] {
            var ends: [Int] = []
            for (start, length) in zip(starts, lengths) {
                let (end, overflow) = start.addingReportingOverflow(length)
                guard !overflow else { throw .damaged }
                ends.append(end)
            }
            return ends
        }
    }
}

/// Lays out a dictionary. Keys come in order of their bytes.
struct KeyDictionaryWriter {
    private var blocks = ByteWriter()
    private var blockStarts: [UInt32] = []
    private var count = 0
    private var previous: [UInt8] = []
    private var sums: [Int]

    init(stretches: Int) {
        sums = Array(repeating: 0, count: stretches)
    }

    /// - Parameter lengths: Of the key's stretch in each section; the stretches follow one another.
    mutating func add(_ key: some Collection<UInt8>, count documentCount: Int, lengths: [Int] = []) {
        var shared = 0
        if count.isMultiple(of: KeyDictionary.blockSize) {
            blockStarts.append(UInt32(blocks.bytes.count))
            for sum in sums { blocks.write(sum) }
        } else {
            shared = zip(key, previous).prefix { $0 == $1 }.count
        }
        blocks.write(shared)
        blocks.write(key.count - shared)
        for byte in key.dropFirst(shared) { blocks.write(byte: byte) }
        blocks.write(documentCount)
        for (index, length) in lengths.enumerated() {
            blocks.write(length)
            sums[index] += length
        }
        previous = Array(key)
        count += 1
    }

    func bytes() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(fixed: UInt32(blockStarts.count))
        writer.write(fixed: UInt32(count))
        for start in blockStarts { writer.write(fixed: start) }
        writer.write(fixed: UInt32(blocks.bytes.count))
        writer.write(raw: blocks.bytes)
        return writer.bytes
    }
}
