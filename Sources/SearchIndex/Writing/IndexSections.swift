/// The sections of an index apart from one another, for trying what a reader makes of others: laid out again, any contents
/// have the hashes that they should have.
package struct IndexSections {
    package var documentCount: Int
    /// By their kinds, in the order of the file.
    package var contents: [(kind: UInt32, bytes: [UInt8])] = []
    package static let documents = Layout.Section.documents.rawValue
    package static let documentBlocks = Layout.Section.documentBlocks.rawValue

    /// None yet.
    package init(documentCount: Int) { self.documentCount = documentCount }

    /// - Parameter file: A whole index.
    package init(_ file: [UInt8]) throws(IndexError) {
        let header = try Header(IndexMemory(file))
        documentCount = header.documentCount
        for (kind, section) in header.sections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            contents.append((kind.rawValue, Array(try section.all)))
        }
    }

    package subscript(kind: UInt32) -> [UInt8]? { contents.first { $0.kind == kind }?.bytes }

    /// The file; kinds that the format does not know, and all but the first of one kind, are left out.
    package var file: [UInt8] {
        var known: [(kind: Layout.Section, contents: [[UInt8]])] = []
        for (kind, bytes) in contents {
            guard let kind = Layout.Section(rawValue: kind), !known.contains(where: { $0.kind == kind }) else {
                continue
            }
            known.append((kind, [bytes]))
        }
        return Header.file(known, documentCount: documentCount).flatMap(\.self)
    }

    /// The bytes of the only block of documents, unpacked; nil where there are others.
    package var unpackedBlock: [UInt8]? {
        guard let table = self[Self.documentBlocks], table.count == DocumentStore.entrySize else { return nil }
        let size = table[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        return self[Self.documents]?.withUnsafeBytes { try? Decompressor().decompress($0, size: size) }
    }

    /// A table and a section of documents with one block.
    package static func packed(_ block: [UInt8]) -> (table: [UInt8], documents: [UInt8]) {
        var table = ByteWriter()
        table.write(fixed: UInt32(0))
        table.write(fixed: UInt32(block.count))
        table.write(fixed: UInt64(0))
        return (table.bytes, Compression.compress(block))
    }
}
