import Decisions
import Time

/// Records in order of their names, of which only those are read that are asked for. Each begins with its name.
struct NamedRecords {
    private let records: RecordTable

    init(_ section: Section) throws(IndexError) { records = try RecordTable(section) }

    /// Every value, in order of the names.
    func all<Value: Coded>(_: Value.Type) throws(IndexError) -> [Value] {
        var values: [Value] = []
        for number in 0..<records.count {
            values.append(
                try records.read(number) { (reader) throws(IndexError) in
                    _ = try String(from: &reader)
                    return try Value(from: &reader)
                })
        }
        return values
    }

    /// - Returns: nil where nothing has the name.
    func find<Value: Coded>(_ name: String, _: Value.Type) throws(IndexError) -> Value? {
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            let (found, value) = try records.read(middle) { (reader) throws(IndexError) in
                let found = try String(from: &reader)
                return (found, found == name ? try Value(from: &reader) : nil)
            }
            if let value { return value }
            if found.utf8.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// - Parameter values: No two of one name.
    static func bytes(_ values: [(name: String, value: some Coded)]) -> [UInt8] {
        RecordTable.bytes(
            values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { name, value in
                var writer = ByteWriter()
                name.write(to: &writer)
                value.write(to: &writer)
                return writer.bytes
            })
    }
}

extension IndexContents.Fact: Coded {
    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        values.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(name: try String(from: &reader), values: try [Value](from: &reader))
    }
}

extension IndexContents.Fact.Value: Coded {
    func write(to writer: inout ByteWriter) {
        text.write(to: &writer)
        range.write(to: &writer)
        applies.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            text: try String(from: &reader),
            range: try InstantRange(from: &reader),
            applies: try Optional<Condition>(from: &reader))
    }
}
