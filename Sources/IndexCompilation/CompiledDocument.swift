package import Content
package import FileSystem
import SearchIndex

/// One document of an index to be: what its place in the index and other documents depend on, and where the rest is kept
/// meanwhile.
package struct CompiledDocument: Sendable {
    package let id: String
    package let kind: String
    package let path: String
    /// The facts that its texts name.
    let factNames: Set<String>
    let order: IndexOrder
    let parts: NamedParts?
    let names: Set<ContentName>
    private let place: Place

    // Indirect: a place in memory would make every other one as large as a document.
    private indirect enum Place: Sendable {
        case memory(IndexDocument)
        case scratch(ScratchFile, Range<Int>)
    }

    /// - Parameter scratch: What keeps the document, so that no more than some of a large knowledge base stands in memory;
    ///   nil for memory.
    init(_ item: CompiledItem, _ scratch: ScratchFile?) throws(FileSystemError) {
        let document = item.document
        id = document.id
        kind = document.kind
        path = document.path
        order = item.order
        factNames = document.factNames
        parts = item.parts
        names = item.names
        place =
            if let scratch { .scratch(scratch, try scratch.append(document.record)) } else { .memory(document) }
    }

    func document() throws -> IndexDocument {
        switch place {
        case .memory(let document): document
        case .scratch(let scratch, let range): try IndexDocument(record: try scratch.read(range))
        }
    }

    /// The same without what it names and the index does not hold; the rest of it is not read where it names no such thing.
    func without(_ isHidden: @escaping (ContentName) -> Bool) throws -> CompiledDocument {
        guard names.contains(where: isHidden) else { return self }
        let item = CompiledItem(try document(), at: order, without: isHidden)
        switch place {
        case .memory: return try CompiledDocument(item, nil)
        case .scratch(let scratch, _): return try CompiledDocument(item, scratch)
        }
    }
}

extension IndexCompiler {
    /// The documents of one file, kept in a scratch file or else in memory.
    package func compile(_ file: ContentFile, _ scratch: ScratchFile?) -> Result<[CompiledDocument], FileSystemError> {
        do throws(FileSystemError) {
            var compiled: [CompiledDocument] = []
            for item in items(of: file) { compiled.append(try CompiledDocument(item, scratch)) }
            return .success(compiled)
        } catch {
            return .failure(error)
        }
    }
}
