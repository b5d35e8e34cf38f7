/// The sorted terms of an index, and where the postings of each stand.
struct TermDictionary {
    struct Entry {
        var documentCount: Int
        var postings: Range<Int>
    }

    private let bytes: any IndexBytes
    private let terms: Range<Int>
    private let offsets: Range<Int>
    private let count: Int

    init(_ bytes: any IndexBytes, terms: Range<Int>, offsets: Range<Int>) throws(IndexError) {
        guard offsets.count >= 4, offsets.count.isMultiple(of: 4) else { throw .damaged }
        self.bytes = bytes
        self.terms = terms
        self.offsets = offsets
        count = offsets.count / 4 - 1
    }

    /// Names of items stand among the words, apart from them: no word begins with `#`.
    static func key(ofName name: String) -> String { "#" + name }

    /// By binary search: one short read for each step.
    func find(_ term: String) throws(IndexError) -> Entry? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            var reader = ByteReader(try entry(middle))
            let found = try reader.text()
            if found == term {
                let documentCount = try reader.integer()
                let start = try reader.integer()
                let length = try reader.integer()
                let (end, overflow) = start.addingReportingOverflow(length)
                guard !overflow else { throw .damaged }
                return Entry(documentCount: documentCount, postings: start..<end)
            }
            if found.utf8.lexicographicallyPrecedes(term.utf8) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private func entry(_ index: Int) throws(IndexError) -> [UInt8] {
        let place = offsets.lowerBound + index * 4
        var reader = ByteReader(try bytes.read(place..<place + 8))
        let start = Int(try reader.fixed(UInt32.self))
        let end = Int(try reader.fixed(UInt32.self))
        guard start < end, end <= terms.count else { throw .damaged }
        return try bytes.read(terms.lowerBound + start..<terms.lowerBound + end)
    }
}
