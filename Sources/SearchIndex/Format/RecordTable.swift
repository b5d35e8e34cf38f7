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
    func read<Value>(
        _ number: Int, _ read: (inout ByteReader) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        guard (0..<count).contains(number) else { throw .damaged }
        let table = 8 + count * 4
        let start = Int(try section.number(at: 4 + number * 4, as: UInt32.self))
        let end = Int(try section.number(at: 8 + number * 4, as: UInt32.self))
        guard start <= end else { throw .damaged }
        var reader = ByteReader(try section.bytes(table + start..<table + end))
        return try read(&reader)
    }

    static func bytes(_ records: [[UInt8]]) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(fixed: UInt32(records.count))
        var offset = 0
        for record in records {
            writer.write(fixed: UInt32(offset))
            offset += record.count
        }
        writer.write(fixed: UInt32(offset))
        for record in records { writer.write(raw: record) }
        return writer.bytes
    }
}
