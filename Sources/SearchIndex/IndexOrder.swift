import Time

/// The order of documents in an index: by id, so that a file's folder does not matter and items on one matter, which are
/// named alike, lie together; then editions by language and time.
package struct IndexOrder: Hashable, Comparable, Sendable {
    private let id: String
    private let language: String
    private let from: Int64
    private let path: String
    private let line: Int

    package init(_ document: IndexDocument) {
        id = document.id
        language = document.language
        from = document.effective.from?.seconds ?? .min
        path = document.path
        line = document.line
    }

    package func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(language)
        writer.write(signed: from)
        writer.write(path)
        writer.write(line)
    }

    package init(from reader: inout ByteReader) throws(IndexError) {
        id = try reader.text()
        language = try reader.text()
        from = try reader.signed()
        path = try reader.text()
        line = try reader.integer()
    }

    package static func < (left: IndexOrder, right: IndexOrder) -> Bool {
        if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
        if left.language != right.language { return left.language.utf8.lexicographicallyPrecedes(right.language.utf8) }
        if left.from != right.from { return left.from < right.from }
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        return left.line < right.line
    }
}
