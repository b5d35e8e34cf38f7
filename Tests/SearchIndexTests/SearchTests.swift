import Decisions
@testable import SearchIndex
import Testing
import Time

@Suite struct SearchTests {
    private func ids(
        _ question: String, _ documents: [IndexDocument], at: String = "2026-09-01", caller: CallerContext = [:],
        audiences: [String]? = nil
    ) throws -> [String] {
        let reader = try Documents.reader(documents, at: at, caller: caller, audiences: audiences)
        return try Search(reader).answer(question, limit: 10).results.map(\.document.id)
    }

    private let garage = Documents.article("garage", "Parking garage", body: "The garage is north of the hospital.")
    private let lift = Documents.article("lift", "The lift", body: "Patients who come from the parking take the lift.")

    @Test func `A word in the title counts more than one in the body`() throws {
        #expect(try ids("where can I park", [lift, garage]) == ["garage", "lift"])
    }

    @Test func `Words are found in other forms`() throws {
        #expect(try ids("garages", [garage, lift]) == ["garage"])
        let cita = Documents.article("cita", "Cancelar una cita", body: "Llame por teléfono.") { $0.language = "es" }
        #expect(try ids("cancelación de citas por telefono", [cita, garage]) == ["cita"])
    }

    @Test func `What answers the whole question comes first`() throws {
        let part = Documents.article("part", "Referral form", body: "The form lies on the first shelf.")
        let whole = Documents.article("whole", "Getting ready", body: "A referral is needed for the scan.")
        #expect(try ids("referral scan", [part, whole]).first == "whole")
    }

    @Test func `A question of nothing but question words is searched as it is`() throws {
        let who = Documents.article("who", "Who is who")
        #expect(try ids("who is who", [who, Documents.article("x", "Lift")]) == ["who"])
    }

    @Test(arguments: ["", " ", "…", "?!"])
    func `A question without words finds nothing`(_ question: String) throws {
        #expect(try ids(question, [garage]) == [])
    }

    @Test func `Only what is in force is found`() throws {
        let old = Documents.article("old", "Parking") { $0.effective.until = Documents.instant("2026-09-01") }
        let new = Documents.article("new", "Parking") { $0.effective.from = Documents.instant("2026-09-01") }
        let ended = Documents.article("ended", "Parking") { $0.isRetired = true }
        #expect(try ids("parking", [old, new, ended], at: "2026-08-31T23:59:59") == ["old"])
        #expect(try ids("parking", [old, new, ended], at: "2026-09-01") == ["new"])
    }

    @Test func `An audience finds what it and those it includes may read`() throws {
        let secret = Documents.article("secret", "Parking") { $0.audience = ["agents"] }
        let open = Documents.article("open", "Parking") { $0.audience = ["public"] }
        #expect(try ids("parking", [secret, open], audiences: ["public"]) == ["open"])
        #expect(try ids("parking", [secret, open], audiences: ["agents"]).sorted() == ["open", "secret"])
    }

    @Test func `What does not apply to the caller is counted, and what may apply is shown and said`() throws {
        let medicare = Documents.article("medicare", "Parking") {
            $0.applies = .test(field: "payer", .values([.choice("medicare")]))
        }
        let reader = try Documents.reader([medicare, garage], caller: ["payer": .choice("commercial")])
        let answer = try Search(reader).answer("parking", limit: 10)
        #expect(answer.results.map(\.document.id) == ["garage"])
        #expect(answer.hiddenCount == 1 && answer.hidden == ["payer=commercial": 1])
        let unknown = try Search(try Documents.reader([medicare])).answer("parking", limit: 10)
        #expect(unknown.results.map(\.mayNotApply) == [true])
    }

    @Test func `Overdue content is withheld where policy says so`() throws {
        let rule = Documents.article("rule", "Parking") {
            $0.risk = "regulated"
            $0.review = .init(last: CivilDate("2026-06-01"), every: 30, due: CivilDate("2026-07-01"), verified: nil)
        }
        let reader = try Documents.reader([rule], at: "2026-07-02")
        #expect(try Search(reader).answer("parking", limit: 1).hidden == ["review overdue": 1])
        #expect(try ids("parking", [rule], at: "2026-07-01") == ["rule"])
    }

    @Test func `An alert stands beside its target while it lasts`() throws {
        let alert = Documents.alert("flood", from: "2026-09-01T06:00", until: "2026-09-04T18:00") {
            $0.alert?.targetsAll = false
            $0.alert?.categories = ["visit"]
        }
        let article = Documents.article("garage", "Parking garage") { $0.category = "visit/car" }
        func alerts(_ at: String) throws -> [String] {
            try Documents.reader([article, alert], at: at).alerts(beside: article).map(\.id)
        }
        #expect(try alerts("2026-09-01T05:59:59") == [])
        #expect(try alerts("2026-09-01T06:00") == ["flood"])
        #expect(try alerts("2026-09-04T17:59:59") == ["flood"])
        #expect(try alerts("2026-09-04T18:00") == [])
    }

    @Test func `The most severe alert comes first, and announcements stand apart`() throws {
        func alert(_ id: String, _ severity: String, isAnnouncement: Bool = false) -> IndexDocument {
            Documents.alert(id, from: "2026-01-01", until: "2027-01-01") {
                $0.alert?.severity = severity
                $0.alert?.isAnnouncement = isAnnouncement
            }
        }
        let reader = try Documents.reader([
            garage, alert("a", "info"), alert("b", "critical"), alert("c", "warning"),
            alert("d", "info", isAnnouncement: true),
        ])
        #expect(reader.alerts(beside: garage).map(\.id) == ["b", "c", "a"])
        #expect(reader.announcements().map(\.id) == ["d"])
    }

    @Test func `The passage is the paragraph that holds most of the question`() throws {
        let article = Documents.article("mri", "MRI") { document in
            var block = IndexDocument.Block(markdown: "")
            block.sections = [
                .init(
                    heading: "Food", anchor: "food",
                    paragraphs: ["Eat nothing for {{fact:hours}} hours.", "Water is fine."]),
                .init(heading: "Metal", anchor: "metal", paragraphs: ["Leave metal at home."]),
            ]
            document.blocks = [block]
        }
        let facts = [IndexContents.Fact(name: "hours", values: [.init(text: "4", range: InstantRange(), applies: nil)])]
        let answer = try Search(try Documents.reader([article], facts: facts)).answer("eat hours before", limit: 1)
        #expect(answer.results.first?.passage?.text == "Eat nothing for 4 hours.")
        #expect(answer.results.first?.passage?.anchor == "food")
    }

    @Test func `A fact is filled in for the moment and the caller`() throws {
        let facts = [
            IndexContents.Fact(
                name: "hours",
                values: [
                    .init(text: "4", range: InstantRange(until: Documents.instant("2027-01-01")), applies: nil),
                    .init(
                        text: "6", range: InstantRange(from: Documents.instant("2027-01-01")),
                        applies: .test(field: "payer", .values([.choice("medicare")]))),
                ])
        ]
        func filled(_ at: String, _ caller: CallerContext = [:]) throws -> String {
            try Documents.reader([], facts: facts, at: at, caller: caller).filled("{{fact:hours}} h")
        }
        #expect(try filled("2026-12-31") == "4 h")
        #expect(try filled("2027-01-01", ["payer": .choice("medicare")]) == "6 h")
        #expect(try filled("2027-01-01") == "6 h")
        #expect(try filled("2027-01-01", ["payer": .choice("commercial")]) == "[no value of hours now] h")
    }

    @Test func `A day count follows from its date`() throws {
        let day = CivilDate("2026-09-11")!.dayNumber
        let reader = try Documents.reader([], at: "2026-09-01", caller: ["visit": .date(day)])
        #expect(reader.caller["days"] == .integer(10))
    }
}
