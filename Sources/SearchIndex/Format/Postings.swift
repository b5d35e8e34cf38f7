/// One document that holds a term.
struct Posting: Hashable {
    var document: Int
    /// How often the term stands in each `Field`.
    var frequencies: [Int]
}

/// Builds and reads a term's list of documents.
enum Postings {
    static func write(_ postings: [Posting], to writer: inout ByteWriter) {
        var previous = 0
        for posting in postings {
            writer.write(posting.document - previous)
            previous = posting.document
            var fields: UInt8 = 0
            for field in Field.allCases where posting.frequencies[field.rawValue] > 0 { fields |= 1 << field.rawValue }
            writer.write(byte: fields)
            for frequency in posting.frequencies where frequency > 0 { writer.write(frequency) }
        }
    }

    static func read(_ bytes: [UInt8], documentCount: Int) throws(IndexError) -> [Posting] {
        var reader = ByteReader(bytes)
        var postings: [Posting] = []
        var previous = 0
        while !reader.isAtEnd {
            let difference = try reader.integer()
            let (document, overflow) = previous.addingReportingOverflow(difference)
            guard !overflow, document < documentCount, postings.isEmpty || difference > 0 else { throw .damaged }
            previous = document
            let fields = try reader.byte()
            var posting = Posting(document: document, frequencies: Array(repeating: 0, count: Field.allCases.count))
            for field in Field.allCases where fields & (1 << field.rawValue) != 0 {
                posting.frequencies[field.rawValue] = try reader.integer()
            }
            postings.append(posting)
        }
        return postings
    }
}
