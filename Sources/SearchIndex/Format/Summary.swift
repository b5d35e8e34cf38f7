import Decisions
import Time

/// What an index says of the knowledge base as a whole.
struct Summary: Coded {
    var name: String
    var zone: TimeZoneRules
    var languages: [String]
    var warnDays: Int
    /// Items of these risks are withheld while their review is overdue.
    var withheldRisks: [String]
    var audiences: [Entry]
    var context: [ContextField]
    var facts: [IndexContents.Fact]
    /// The numbers of the documents that are alerts.
    var alerts: [Int]
    /// The numbers of words in each field of all documents together.
    var fieldLengths: [Int]

    init(_ contents: IndexContents, fieldLengths: [Int]) {
        name = contents.name
        zone = contents.zone
        languages = contents.languages
        warnDays = contents.warnDays
        withheldRisks = contents.withheldRisks
        audiences = contents.audiences.sorted { $0.key < $1.key }.map { Entry(name: $0.key, values: $0.value.sorted()) }
        context = contents.context
        facts = contents.facts
        alerts = contents.documents.indices.filter { contents.documents[$0].alert != nil }
        self.fieldLengths = fieldLengths
    }

    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        zone.write(to: &writer)
        languages.write(to: &writer)
        warnDays.write(to: &writer)
        withheldRisks.write(to: &writer)
        audiences.write(to: &writer)
        context.write(to: &writer)
        facts.write(to: &writer)
        alerts.write(to: &writer)
        fieldLengths.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        name = try String(from: &reader)
        zone = try TimeZoneRules(from: &reader)
        languages = try [String](from: &reader)
        warnDays = try Int(from: &reader)
        guard (0...40_000).contains(warnDays) else { throw .damaged }
        withheldRisks = try [String](from: &reader)
        audiences = try [Entry](from: &reader)
        context = try [ContextField](from: &reader)
        facts = try [IndexContents.Fact](from: &reader)
        alerts = try [Int](from: &reader)
        fieldLengths = try [Int](from: &reader)
    }
}

extension IndexContents.Fact: Coded {
    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        values.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(name: try String(from: &reader), values: try [Value](from: &reader))
    }
}

extension IndexContents.Fact.Value: Coded {
    func write(to writer: inout ByteWriter) {
        text.write(to: &writer)
        range.write(to: &writer)
        applies.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(
            text: try String(from: &reader),
            range: try InstantRange(from: &reader),
            applies: try Optional<Condition>(from: &reader))
    }
}
