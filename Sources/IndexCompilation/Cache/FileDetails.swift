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

    init(_ bytes: ArraySlice<UInt8>, at path: String) throws(IndexError) {
        self = try ByteReader.read(bytes) { (reader) throws(IndexError) in try FileDetails(&reader, at: path) }
    }

    /// Whether the two are the same to every other file and every other document.
    func isLike(_ other: FileDetails) -> Bool {
        let outlines =
            switch (outline, other.outline) {
            case (nil, nil): true
            case (let one?, let two?): one.isLike(two)
            default: false
            }
        return outlines
            && ItemRecordWriter(record, hasPlaces: false).writer.bytes
                == ItemRecordWriter(other.record, hasPlaces: false).writer.bytes
    }

    private init(_ bytes: inout ByteReader, at path: String) throws(IndexError) {
        var reader = ItemRecordReader(bytes)
        record = try reader.record(at: path)
        outline = try reader.reader.truth() ? try DocumentOutline(from: &reader.reader) : nil
        guard reader.reader.isAtEnd else { throw .damaged }
    }
}
