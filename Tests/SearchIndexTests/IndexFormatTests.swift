import Decisions
@testable import SearchIndex
import Testing
import Time

@Suite struct IndexFormatTests {
    private static let full = Documents.article("mri-preparation", "Prepare for an MRI", body: "No food for 4 hours.") {
        $0.type = "procedure"
        $0.owner = "imaging"
        $0.audience = ["agents"]
        $0.risk = "high"
        $0.category = "scheduling/imaging"
        $0.aliases = ["mri-prep"]
        $0.effective = InstantRange(from: Documents.instant("2026-01-01"), until: nil)
        $0.review = .init(last: CivilDate("2026-06-01"), every: 90, due: CivilDate("2026-08-30"), verified: nil)
        $0.applies = .all([
            .test(field: "payer", .values([.choice("medicare")])),
            .not(
                .any([
                    .test(field: "age", .comparisons([Comparison(.less, 18)])),
                    .test(field: "age", .values([.unknown])),
                ])),
        ])
        $0.answer = "Take no food."
        $0.neverSay = [.init(text: "You're covered", instead: nil)]
        $0.requires = [.init(id: "referral", label: "Referral", condition: nil)]
        $0.details = [.init("steps", .object([.init("a", .list([.integer(-3), .boolean(true), .null, .text("x")]))]))]
    }

    @Test func `What is written is read again`() throws {
        let index = try Documents.index([Self.full, Documents.article("parking", "Parking")])
        #expect(try index.document(0) == Self.full)
        #expect(try index.documents(named: "mri-preparation") == [Self.full])
        #expect(try index.documents(named: "mri-prep") == [Self.full])
        #expect(try index.documents(named: "nothing").isEmpty)
        #expect(index.zone == .utc && index.context.count == 4 && index.context[3].daysUntil == "visit")
    }

    @Test func `The same contents give the same bytes`() {
        let contents = Documents.contents([Self.full, Documents.article("parking", "Parking garage")])
        #expect(IndexWriter.bytes(of: contents) == IndexWriter.bytes(of: contents))
    }

    @Test func `Another version is named with the one expected`() throws {
        var bytes = IndexWriter.bytes(of: Documents.contents([]))
        bytes[8] = 9
        #expect(throws: IndexError.wrongVersion(found: 9, expected: 3)) { try Index(bytes) }
        #expect(IndexError.wrongVersion(found: 9, expected: 3).description(of: "x").contains("format 9"))
        #expect(throws: IndexError.notAnIndex) { try Index(Array("%PDF-1.4".utf8)) }
        #expect(throws: IndexError.notAnIndex) { try Index([]) }
    }

    @Test func `Every truncation is refused`() {
        let bytes = IndexWriter.bytes(of: Documents.contents([Self.full]))
        for length in bytes.indices {
            #expect(throws: IndexError.self) { try Index(Array(bytes[..<length])) }
        }
    }

    @Test(arguments: [UInt64.max, UInt64.max - 1])
    func `An offset that no clock has is refused`(_ zigzag: UInt64) {
        var writer = ByteWriter()
        writer.write("Nowhere")
        writer.write(zigzag)
        writer.write(0)
        writer.bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            #expect(throws: IndexError.self) { try TimeZoneRules(from: &reader) }
        }
    }
}
