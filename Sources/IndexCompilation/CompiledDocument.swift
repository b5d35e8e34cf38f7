package import Content
package import FileSystem
import SearchIndex
import Time

/// One document of an index to be: what its place in the index depends on, and where the rest is kept meanwhile, so that no
/// more than some of a large knowledge base stands in memory.
package struct CompiledDocument: Sendable {
    package let id: String
    package let kind: String
    package let path: String
    /// The facts that its texts name.
    package let factNames: Set<String>
    private let language: String
    private let from: Instant?
    private let line: Int
    private let place: Range<Int>

    init(_ document: IndexDocument, _ scratch: ScratchFile) throws(FileSystemError) {
        id = document.id
        kind = document.kind
        path = document.path
        language = document.language
        from = document.effective.from
        line = document.line
        factNames = document.factNames
        place = try scratch.append(document.record)
    }

    func document(_ scratch: ScratchFile) throws -> IndexDocument { try IndexDocument(record: try scratch.read(place)) }

    /// The order of an index: by id, so that a file's folder does not matter and items on one matter, which are named alike,
    /// lie together; then editions by language and time.
    static func isBefore(_ left: CompiledDocument, _ right: CompiledDocument) -> Bool {
        if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
        if left.language != right.language { return left.language < right.language }
        let from = (left.from?.seconds ?? .min, right.from?.seconds ?? .min)
        if from.0 != from.1 { return from.0 < from.1 }
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        return left.line < right.line
    }
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
