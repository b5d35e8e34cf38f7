import FileSystem
import SearchIndex

/// One document of an index to be: its outline, and where the rest is kept meanwhile.
package struct CompiledDocument: Sendable {
    let outline: DocumentOutline
    /// Nothing was taken out of it for what other documents are hidden.
    let isWhole: Bool
    private let place: Place

    // Indirect: a place in memory would make every other one as large as a document.
    private indirect enum Place: Sendable {
        case memory(IndexDocument)
        case scratch(ScratchFile, Range<Int>)
        /// A number in the index that an earlier build made.
        case previous(Int)
    }

    init(_ item: CompiledItem, isWhole: Bool = true) {
        outline = DocumentOutline(item)
        self.isWhole = isWhole
        place = .memory(item.document)
    }

    /// - Parameters:
    ///   - scratch: What keeps the document, so that no more than some of a large knowledge base stands in memory.
    ///   - range: Where in it its record is.
    init(_ outline: DocumentOutline, in scratch: ScratchFile, _ range: Range<Int>, isWhole: Bool = true) {
        self.outline = outline
        self.isWhole = isWhole
        place = .scratch(scratch, range)
    }

    /// A document that is as it was in an earlier index.
    init(_ outline: DocumentOutline, previous number: Int) {
        self.outline = outline
        isWhole = true
        place = .previous(number)
    }

    package var id: String { outline.id }
    package var kind: String { outline.kind }
    package var path: String { outline.path }

    /// Its number in the index that an earlier build made; nil where it is not from there.
    var previousNumber: Int? { if case .previous(let number) = place { number } else { nil } }

    /// - Parameter previous: The index that an earlier build made.
    func document(_ previous: Index?) throws -> IndexDocument {
        switch place {
        case .memory(let document): return document
        case .scratch(let scratch, let range): return try IndexDocument(record: try scratch.read(range))
        case .previous(let number):
            guard let previous else { throw IndexError.damaged }
            return try previous.document(number)
        }
    }

    /// The same without what it names and the index does not hold; the rest of it is not read where it names no such thing.
    func without(_ isHidden: @escaping (ContentName) -> Bool, _ previous: Index?) throws -> CompiledDocument {
        guard outline.names.contains(where: isHidden) else { return self }
        let item = CompiledItem(try document(previous), at: outline.order, without: isHidden)
        guard case .scratch(let scratch, _) = place else { return CompiledDocument(item, isWhole: false) }
        return CompiledDocument(
            DocumentOutline(item), in: scratch, try scratch.append(item.document.record), isWhole: false)
    }
}
