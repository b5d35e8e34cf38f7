import Decisions
import Time

/// What an index says of the knowledge base as a whole.
struct IndexSettings: Coded {
    var name: String
    var zone: TimeZoneRules
    var languages: [String]
    var warnDays: Int
    /// In hours.
    var maxAge: Int?
    /// Items of these risks are withheld while their review is overdue.
    var withheldRisks: [String]
    var audiences: [Entry]
    var context: [ContextField]
    /// The numbers of words in each field of all documents together.
    var totalLengths: [Int]
    /// How many documents have each field.
    var fieldHolders: [Int]

    private static let mostLanguages = 1000

    init(_ contents: IndexContents, totalLengths: [Int], fieldHolders: [Int]) {
        name = contents.name
        zone = contents.zone
        languages = contents.languages
        warnDays = contents.warnDays
        maxAge = contents.maxAge
        withheldRisks = contents.withheldRisks
        audiences = contents.audiences.sorted { $0.key < $1.key }.map { Entry(name: $0.key, values: $0.value.sorted()) }
        context = contents.context
        self.totalLengths = totalLengths
        self.fieldHolders = fieldHolders
    }

    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        zone.write(to: &writer)
        languages.write(to: &writer)
        warnDays.write(to: &writer)
        maxAge.write(to: &writer)
        withheldRisks.write(to: &writer)
        audiences.write(to: &writer)
        context.write(to: &writer)
        totalLengths.write(to: &writer)
        fieldHolders.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        name = try String(from: &reader)
        zone = try TimeZoneRules(from: &reader)
        languages = try [String](from: &reader)
        // Every word of a question is read in each of them.
        guard languages.count <= IndexSettings.mostLanguages else { throw .damaged }
        warnDays = try Int(from: &reader)
        guard (0...40_000).contains(warnDays) else { throw .damaged }
        maxAge = try Int?(from: &reader)
        guard (1...1_000_000).contains(maxAge ?? 1) else { throw .damaged }
        withheldRisks = try [String](from: &reader)
        audiences = try [Entry](from: &reader)
        context = try [ContextField](from: &reader)
        totalLengths = try [Int](from: &reader)
        fieldHolders = try [Int](from: &reader)
        for counts in [totalLengths, fieldHolders] {
            guard counts.count == Field.allCases.count, counts.allSatisfy({ (0...1 << 40).contains($0) }) else {
                throw .damaged
            }
        }
    }
}
