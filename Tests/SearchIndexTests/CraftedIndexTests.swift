import Decisions
@testable import SearchIndex
import Testing
import Time

/// Indexes whose hashes are right and whose contents are not.
@Suite struct CraftedIndexTests {
    private static let garage = Documents.article("garage", "Parking garage", body: "The garage is near.")

    /// An index with one section replaced.
    private func index(_ kind: Layout.Section, _ bytes: [UInt8], _ documents: [IndexDocument] = [garage]) throws
        -> Index
    {
        var sections = try IndexSections(IndexWriter.bytes(of: Documents.contents(documents)))
        let place = try #require(sections.contents.firstIndex { $0.kind == kind.rawValue })
        sections.contents[place].bytes = bytes
        return try Index(sections.file)
    }

    private func ask(_ index: Index, _ question: String) throws {
        let reader = try Reader(index, at: Documents.instant("2026-09-01"))
        _ = try Search(reader).answer(question, limit: 10)
    }

    @Test func `Words that do not ascend are refused, not gone through for ever`() throws {
        var words = KeyDictionaryWriter(stretches: 0)
        for word in ["parkins", "parka", "parkinh"] { words.add(Array(word.utf8), count: 1) }
        let index = try index(.words, words.bytes())
        #expect(throws: IndexError.damaged) { try ask(index, "parkinx") }
    }

    @Test func `A block of keys holds no more than it may`() throws {
        var words = KeyDictionaryWriter(stretches: 0)
        words.add([UInt8(ascii: "p")], count: 1)
        var bytes = words.bytes()
        for letter in UInt8(ascii: "b")...UInt8(ascii: "z") { bytes += [1, 1, letter, 1] }
        bytes[12] = UInt8(bytes.count - 16)
        let index = try index(.words, bytes)
        #expect(throws: IndexError.damaged) { try ask(index, "parkinx") }
    }

    @Test(arguments: [[0, 0], [1], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]] as [[UInt8]])
    func `A name stands for each document once`(_ numbers: [UInt8]) throws {
        var names = KeyDictionaryWriter(stretches: 1)
        names.add(Array("garage".utf8), count: 1, lengths: [numbers.count])
        var sections = try IndexSections(IndexWriter.bytes(of: Documents.contents([Self.garage])))
        for place in sections.contents.indices {
            if sections.contents[place].kind == Layout.Section.names.rawValue {
                sections.contents[place].bytes = names.bytes()
            }
            if sections.contents[place].kind == Layout.Section.nameDocuments.rawValue {
                sections.contents[place].bytes = numbers
            }
        }
        let index = try Index(sections.file)
        #expect(throws: IndexError.damaged) { try index.documents(named: "garage") }
        let reader = try Reader(index, at: Documents.instant("2026-09-01"))
        #expect(throws: IndexError.damaged) { try reader.names() }
    }

    @Test func `A document of one word does not hold a term a thousand million times`() throws {
        // One block of one document: widths 0, 1 and 32, an impact of 1, and the number of occurrences less 1.
        let postings: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 32, 1, 0xFE, 0xFF, 0xFF, 0x3F]
        var terms = KeyDictionaryWriter(stretches: 2)
        terms.add(Array("garag".utf8), count: 1, lengths: [postings.count, 1])
        let document = Documents.article("garage", "Garage")
        var sections = try IndexSections(IndexWriter.bytes(of: Documents.contents([document])))
        let changes: [Layout.Section: [UInt8]] = [.terms: terms.bytes(), .postings: postings, .positions: [0]]
        for place in sections.contents.indices {
            if let kind = Layout.Section(rawValue: sections.contents[place].kind), let bytes = changes[kind] {
                sections.contents[place].bytes = bytes
            }
        }
        let index = try Index(sections.file)
        #expect(throws: IndexError.damaged) { try ask(index, "garage") }
    }

    @Test func `An alert is listed once`() throws {
        let range = InstantRange()
        var writer = ByteWriter()
        AlertTable([.init(document: 0, range: range), .init(document: 0, range: range)]).write(to: &writer)
        #expect(throws: IndexError.damaged) { try index(.alerts, writer.bytes) }
    }

    @Test func `Short names of long facts do not make texts without end`() throws {
        let value = IndexContents.Fact.Value(
            text: String(repeating: "x", count: 1 << 19), range: InstantRange(), applies: nil)
        let reader = try Documents.reader([], facts: [.init(name: "f", values: [value])])
        #expect(reader.filled(String(repeating: "{{fact:f}}", count: 10_000)).utf8.count < 1 << 21)
    }

    @Test func `What a fact comes to depends on what holds where it stands`() throws {
        let values = ["medicare", "commercial"].map { payer in
            IndexContents.Fact.Value(
                text: payer, range: InstantRange(), applies: .test(field: "payer", .values([.choice(payer)])))
        }
        let reader = try Documents.reader([], facts: [.init(name: "f", values: values)])
        let medicare = Condition.test(field: "payer", .values([.choice("medicare")]))
        #expect(reader.filled("{{fact:f}}") == "medicare or commercial")
        #expect(reader.filled("{{fact:f}}", under: medicare) == "medicare")
        #expect(reader.filled("{{fact:f}}") == "medicare or commercial")
    }
}
