import Content
import SearchIndex

/// What the memory keeps of an article that is sound by itself.
struct FileDetails {
    let record: ItemRecord
    /// Nil where the readers of the index may not see the article.
    let outline: DocumentOutline?

    static func bytes(_ record: ItemRecord, _ outline: DocumentOutline?) -> [UInt8] {
        var writer = ItemRecordWriter(record, hasPlaces: true).writer
        writer.write(outline != nil)
        outline?.write(to: &writer)
        return writer.bytes
    }

    init(_ bytes: UnsafeRawBufferPointer, at path: String) throws(IndexError) {
        var reader = ItemRecordReader(ByteReader(bytes))
        record = try reader.record(at: path)
        outline = try reader.reader.truth() ? try DocumentOutline(from: &reader.reader) : nil
        guard reader.reader.isAtEnd else { throw .damaged }
    }
}
