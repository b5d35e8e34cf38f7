/// Records of any length by number: their count (4 bytes), where each begins after this table and where the last ends
/// (4 bytes each), then the records.
struct RecordTable {
    private let section: Section
    let count: Int

    init(_ section: Section) throws(IndexError) {
        self.section = section
        count = section.count == 0 ? 0 : Int(try section.number(at: 0, as: UInt32.self))
        guard count == 0 || 8 + count * 4 <= section.count else { throw .damaged }
    }

    /// - Parameter number: Within `0..<count`.
    func bytes(_ number: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        guard (0..<count).contains(number) else { throw .damaged }
        let table = 8 + count * 4
        let start = Int(try section.number(at: 4 + number * 4, as: UInt32.self))
        let end = Int(try section.number(at: 8 + number * 4, as: UInt32.self))
        guard start <= end else { throw .damaged }
        return try section.bytes(table + start..<table + end)
    }

    func read<Value>(
        _ number: Int, _ read: (inout ByteReader) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        var reader = ByteReader(try bytes(number))
        return try read(&reader)
    }

    static func bytes(_ records: [[UInt8]]) -> [UInt8] {
        var writer = RecordTableWriter()
        for record in records {
            writer.records.write(raw: record)
            writer.endRecord()
        }
        return writer.bytes
    }
}

/// Lays out records one after the other.
struct RecordTableWriter {
    /// What is appended belongs to the record at hand.
    var records = ByteWriter()
    private var ends: [UInt32] = []

    mutating func endRecord() { ends.append(UInt32(records.bytes.count)) }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.reserve(8 + ends.count * 4 + records.bytes.count)
        writer.write(fixed: UInt32(ends.count))
        writer.write(fixed: UInt32(0))
        for end in ends { writer.write(fixed: end) }
        writer.write(raw: records.bytes)
        return writer.bytes
    }
}
