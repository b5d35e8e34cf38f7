package import Decisions
package import Time

/// An open index. Opening reads its header and summary; documents and postings are read when asked for.
package struct Index {
    private let bytes: any IndexBytes
    private let sections: [Range<Int>]
    private let summary: Summary
    let terms: TermDictionary
    package let documentCount: Int

    /// Whether a file that begins like this is an index, of whatever version.
    package static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Layout.magic) }

    package init(_ bytes: any IndexBytes) throws(IndexError) {
        self.bytes = bytes
        let header = try bytes.read(0..<min(Layout.headerSize, bytes.count))
        guard header.starts(with: Layout.magic) else { throw .notAnIndex }
        var reader = ByteReader(Array(header.dropFirst(Layout.magic.count)))
        let version = try reader.fixed(UInt32.self)
        guard version == Layout.version else {
            throw .wrongVersion(found: Int(version), expected: Int(Layout.version))
        }
        let documentCount = Int(try reader.fixed(UInt32.self))
        self.documentCount = documentCount
        var sections: [Range<Int>] = []
        var next = Layout.headerSize
        for _ in Layout.Section.allCases {
            let start = try reader.fixed(UInt64.self)
            let length = try reader.fixed(UInt64.self)
            guard start == next, length <= bytes.count - next else { throw .damaged }
            sections.append(next..<next + Int(length))
            next += Int(length)
        }
        guard next == bytes.count else { throw .damaged }
        self.sections = sections
        func section(_ section: Layout.Section) -> Range<Int> { sections[section.rawValue] }
        guard section(.documentOffsets).count == (documentCount + 1) * 8,
            section(.fieldLengths).count == documentCount * Field.allCases.count * 2
        else { throw .damaged }
        terms = try TermDictionary(bytes, terms: section(.terms), offsets: section(.termOffsets))
        var summaryReader = ByteReader(try bytes.read(section(.summary)))
        summary = try Summary(from: &summaryReader)
        guard summary.fieldLengths.count == Field.allCases.count,
            summary.alerts.allSatisfy({ (0..<documentCount).contains($0) })
        else { throw .damaged }
        facts = Dictionary(summary.facts.map { ($0.name, $0) }) { first, _ in first }
        audiences = Dictionary(summary.audiences.map { ($0.name, Set($0.values)) }) { first, _ in first }
    }

    package var name: String { summary.name }
    package var zone: TimeZoneRules { summary.zone }
    package var languages: [String] { summary.languages }
    package var warnDays: Int { summary.warnDays }
    var withheldRisks: [String] { summary.withheldRisks }
    package var context: [ContextField] { summary.context }
    /// The audiences that each audience reads, itself among them.
    package let audiences: [String: Set<String>]
    let facts: [String: IndexContents.Fact]

    /// The average number of words in each field.
    var averageLengths: [Double] { summary.fieldLengths.map { Double($0) / Double(max(1, documentCount)) } }

    package func document(_ number: Int) throws(IndexError) -> IndexDocument {
        let offsets = sections[Layout.Section.documentOffsets.rawValue]
        let place = offsets.lowerBound + number * 8
        var reader = ByteReader(try bytes.read(place..<place + 16))
        let start = try reader.fixed(UInt64.self)
        let end = try reader.fixed(UInt64.self)
        let documents = sections[Layout.Section.documents.rawValue]
        guard start <= end, end <= documents.count else { throw .damaged }
        let range = documents.lowerBound + Int(start)..<documents.lowerBound + Int(end)
        var documentReader = ByteReader(try bytes.read(range))
        return try IndexDocument(from: &documentReader)
    }

    /// Every edition of an id, or of the item that has it as an alias.
    package func documents(named name: String) throws(IndexError) -> [IndexDocument] {
        guard let entry = try terms.find(TermDictionary.key(ofName: name)) else { return [] }
        var documents: [IndexDocument] = []
        for posting in try postings(entry) { documents.append(try document(posting.document)) }
        // An id comes before an alias of the same name.
        let own = documents.filter { $0.id == name }
        return own.isEmpty ? documents : own
    }

    package func alerts() throws(IndexError) -> [IndexDocument] {
        var alerts: [IndexDocument] = []
        for number in summary.alerts { alerts.append(try document(number)) }
        return alerts
    }

    func postings(_ entry: TermDictionary.Entry) throws(IndexError) -> [Posting] {
        let section = sections[Layout.Section.postings.rawValue]
        guard entry.postings.upperBound <= section.count else { throw .damaged }
        let range = section.lowerBound + entry.postings.lowerBound..<section.lowerBound + entry.postings.upperBound
        return try Postings.read(try bytes.read(range), documentCount: documentCount)
    }

    /// The number of words in each field of every document, one after the other.
    func fieldLengths() throws(IndexError) -> FieldLengths {
        FieldLengths(try bytes.read(sections[Layout.Section.fieldLengths.rawValue]))
    }
}

/// Two bytes for each field of each document.
struct FieldLengths {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func length(_ field: Field, of document: Int) -> Int {
        let place = (document * Field.allCases.count + field.rawValue) * 2
        return Int(bytes[place]) | Int(bytes[place + 1]) << 8
    }
}
