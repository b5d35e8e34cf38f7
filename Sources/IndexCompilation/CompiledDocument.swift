package import Content
package import FileSystem
import SearchIndex

/// One document of an index to be: what its place in the index depends on, and where the rest is kept meanwhile, so that no
/// more than some of a large knowledge base stands in memory.
package struct CompiledDocument: Sendable {
    package let id: String
    package let kind: String
    package let path: String
    /// The facts that its texts name.
    package let factNames: Set<String>
    let order: IndexOrder
    private let place: Range<Int>

    init(_ document: IndexDocument, _ scratch: ScratchFile) throws(FileSystemError) {
        id = document.id
        kind = document.kind
        path = document.path
        order = IndexOrder(document)
        factNames = document.factNames
        place = try scratch.append(document.record)
    }

    func document(_ scratch: ScratchFile) throws -> IndexDocument { try IndexDocument(record: try scratch.read(place)) }
}

extension IndexCompiler {
    /// The documents of one file, kept in a scratch file.
    package func compile(_ file: ContentFile, _ scratch: ScratchFile) -> Result<[CompiledDocument], FileSystemError> {
        do throws(FileSystemError) {
            var compiled: [CompiledDocument] = []
            for document in documents(of: file) { compiled.append(try CompiledDocument(document, scratch)) }
            return .success(compiled)
        } catch {
            return .failure(error)
        }
    }
}
