import Time

/// When each alert is active, so that only those that are need be read.
struct AlertTable: Coded {
    struct Entry: Coded, Hashable {
        var document: Int
        var range: InstantRange

        init(document: Int, range: InstantRange) {
            self.document = document
            self.range = range
        }

        func write(to writer: inout ByteWriter) {
            document.write(to: &writer)
            range.write(to: &writer)
        }

        init(from reader: inout ByteReader) throws(IndexError) {
            document = try Int(from: &reader)
            range = try InstantRange(from: &reader)
        }
    }

    var entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    func write(to writer: inout ByteWriter) { entries.write(to: &writer) }

    init(from reader: inout ByteReader) throws(IndexError) {
        entries = try [Entry](from: &reader)
        // Each document once.
        guard zip(entries, entries.dropFirst()).allSatisfy({ $0.document < $1.document }) else { throw .damaged }
    }
}
