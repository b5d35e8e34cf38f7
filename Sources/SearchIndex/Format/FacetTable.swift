package import Decisions
package import Time

/// What decides whether a document is shown, and to whom: most documents share theirs with others.
package struct Facets: Hashable, Sendable {
    package var kind: String
    package var audience: [String]
    package var risk: String
    package var language: String
    package var category: String?
    package var isRetired: Bool
    /// An alert's own range, or when an edition is in force.
    package var range: InstantRange
    package var review: IndexDocument.Review?
    package var applies: Condition?

    init(_ document: IndexDocument) {
        kind = document.kind
        audience = document.audience
        risk = document.risk
        language = document.language
        category = document.category
        isRetired = document.isRetired
        range = document.alert.map { InstantRange(from: $0.from, until: $0.until) } ?? document.effective
        review = document.review
        // Of whose hand it was reviewed, nothing depends.
        review?.verified = nil
        applies = document.applies
    }
}

extension Facets: Coded {
    func write(to writer: inout ByteWriter) {
        kind.write(to: &writer)
        audience.write(to: &writer)
        risk.write(to: &writer)
        language.write(to: &writer)
        category.write(to: &writer)
        isRetired.write(to: &writer)
        range.write(to: &writer)
        review.write(to: &writer)
        applies.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        kind = try String(from: &reader)
        audience = try [String](from: &reader)
        risk = try String(from: &reader)
        language = try String(from: &reader)
        category = try Optional<String>(from: &reader)
        isRetired = try Bool(from: &reader)
        range = try InstantRange(from: &reader)
        review = try Optional<IndexDocument.Review>(from: &reader)
        applies = try Optional<Condition>(from: &reader)
    }
}

/// The distinct facets of an index, and which of them each document has (4 bytes each, in a section of their own).
struct FacetTable {
    private let facets: RecordTable
    private let numbers: Section

    init(_ section: Section, numbers: Section, documentCount: Int) throws(IndexError) {
        facets = try RecordTable(section)
        guard numbers.count == documentCount * 4 else { throw .damaged }
        self.numbers = numbers
    }

    var count: Int { facets.count }

    func facets(_ number: Int) throws(IndexError) -> Facets {
        try facets.read(number) { (reader) throws(IndexError) in try Facets(from: &reader) }
    }

    /// The bytes of some facets as they stand.
    func record(_ number: Int) throws(IndexError) -> UnsafeRawBufferPointer { try facets.bytes(number) }

    @inline(__always)
    func number(of document: Int) throws(IndexError) -> Int {
        guard (0..<numbers.count / 4).contains(document) else { throw .damaged }
        let number = Int(try numbers.number(at: document * 4, as: UInt32.self))
        guard number < facets.count else { throw .damaged }
        return number
    }
}
