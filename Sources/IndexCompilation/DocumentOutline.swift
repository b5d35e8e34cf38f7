import SearchIndex

/// What a document's place in an index and other documents depend on; few bytes of a long document.
// A class: lists of all documents are sorted and copied.
final class DocumentOutline: Sendable {
    let id: String
    let kind: String
    let path: String
    /// The facts that its texts name.
    let factNames: Set<String>
    let order: IndexOrder
    /// What others can name of it; nil where the index holds everything.
    let parts: NamedParts?
    /// What it names of other documents; empty where the index holds everything.
    let names: Set<ContentName>

    init(_ item: CompiledItem) {
        id = item.document.id
        kind = item.document.kind
        path = item.document.path
        factNames = item.document.factNames
        order = item.order
        parts = item.parts
        names = item.names
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        id = try reader.text()
        kind = try reader.text()
        path = try reader.text()
        factNames = Set(try reader.texts())
        order = try IndexOrder(from: &reader)
        parts = try reader.truth() ? try NamedParts(from: &reader) : nil
        var names: Set<ContentName> = []
        for _ in 0..<(try reader.count()) { names.insert(try ContentName(from: &reader)) }
        self.names = names
    }
}

extension DocumentOutline {
    /// Whether nothing but the document itself depends on which of the two it is.
    func isLike(_ other: DocumentOutline) -> Bool {
        id == other.id && kind == other.kind && path == other.path && factNames == other.factNames
            && order == other.order && parts == other.parts && names == other.names
    }

    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(kind)
        writer.write(path)
        writer.write(factNames.sorted())
        order.write(to: &writer)
        writer.write(parts != nil)
        parts?.write(to: &writer)
        writer.write(names.count)
        for name in names.sorted(by: { $0.sortKey < $1.sortKey }) { name.write(to: &writer) }
    }

}

extension NamedParts {
    func write(to writer: inout ByteWriter) {
        writer.write(names)
        writer.write(anchors)
        writer.write(optional: category)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        names = try reader.texts()
        anchors = try reader.texts()
        category = try reader.optionalText()
    }
}

extension ContentName {
    fileprivate var sortKey: String {
        switch self {
        case .item(let name): "0" + name
        case .heading(let item, let anchor): "1\(item)#\(anchor)"
        case .category(let name): "2" + name
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .item(let name):
            writer.write(byte: 0)
            writer.write(name)
        case .heading(let item, let anchor):
            writer.write(byte: 1)
            writer.write(item)
            writer.write(anchor)
        case .category(let name):
            writer.write(byte: 2)
            writer.write(name)
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        switch try reader.byte() {
        case 0: self = .item(try reader.text())
        case 1: self = .heading(item: try reader.text(), anchor: try reader.text())
        case 2: self = .category(try reader.text())
        default: throw .damaged
        }
    }
}
