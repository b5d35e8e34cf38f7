import Decisions
@testable import SearchIndex
import Testing
import Time

/// How a question is taken: what is meant by words that documents do not have.
@Suite struct QuestionTests {
    private let garage = Documents.article("garage", "Parking garage", body: "The garage is north of the hospital.")
    private let scan = Documents.article(
        "scan", "Magnetic resonance imaging", body: "Bring the referral for lisinopril.")

    private func reader(
        _ documents: [IndexDocument], audiences: [String]? = nil, change: (inout IndexContents) -> Void = { _ in }
    ) throws -> Reader {
        var contents = Documents.contents(documents)
        change(&contents)
        return try Reader(
            try Index(IndexWriter.bytes(of: contents)), at: Documents.instant("2026-09-01"), audiences: audiences)
    }

    private func answer(_ question: String, _ reader: Reader, limit: Int = 5) throws -> Search.Answer {
        try Search(reader).answer(question, limit: limit)
    }

    @Test func `A misspelt word finds the near one, and says so`() throws {
        let answer = try answer("where is the parkign garrage", try reader([garage, scan]))
        #expect(answer.results.map(\.document.id) == ["garage"])
        #expect(answer.question.corrections.map(\.taken) == ["parking", "garage"])
    }

    @Test(arguments: ["lisinopryl", "lisinoprim"])
    func `A name of a drug is offered, never taken`(_ word: String) throws {
        let answer = try answer(word, try reader([garage, scan]))
        #expect(answer.results.isEmpty)
        #expect(answer.question.suggestions.map(\.taken) == ["lisinopril"])
        #expect(answer.nearest.map(\.id) == ["scan"])
    }

    @Test(arguments: ["garage7", "GARGE"])
    func `Codes and acronyms are not taken for a near word`(_ word: String) throws {
        let answer = try answer(word, try reader([garage]))
        #expect(answer.results.isEmpty && answer.question.corrections.isEmpty)
    }

    @Test func `A word that exists is not replaced by a more frequent one`() throws {
        let barrage = Documents.article("barrage", "Barrage of calls")
        let found = try answer("barrage", try reader([barrage, garage]))
        #expect(found.results.map(\.document.id) == ["barrage"] && found.question.corrections.isEmpty)
    }

    @Test func `Synonyms find one another, for whom they are`() throws {
        func ids(_ audiences: [String]?) throws -> [String] {
            let reader = try reader([garage, scan], audiences: audiences) { contents in
                contents.synonyms = [.init(words: ["mri", "magnetic resonance imaging"])]
                contents.synonyms[0].audience = ["agents"]
            }
            return try answer("do I need an MRI", reader).results.map(\.document.id)
        }
        #expect(try ids(["agents"]) == ["scan"])
        #expect(try ids(["public"]) == [])
    }

    @Test func `A synonym with a meaning works one way`() throws {
        let reader = try reader([garage, scan]) { contents in
            contents.synonyms = [.init(words: ["scan"])]
            contents.synonyms[0].means = ["magnetic resonance"]
        }
        #expect(try answer("scan", reader).results.first?.document.id == "scan")
    }

    @Test(arguments: [("2026-09-02", ["scan", "garage"]), ("2026-09-01", ["garage"])])
    func `A pinned answer stands first until its end`(_ until: String, _ expected: [String]) throws {
        let reader = try reader([garage, scan]) { contents in
            var pin = SearchAids.Pin(item: "scan")
            pin.until = Documents.instant(until)
            contents.pins = [.init(questions: ["Where can I park?"], pin: pin)]
        }
        let answer = try answer("where do I park", reader)
        #expect(answer.results.map(\.document.id) == expected)
        #expect(answer.results[0].isPinned == (expected.count == 2))
    }

    @Test func `An id finds its item first`() throws {
        #expect(try answer("scan", try reader([garage, scan])).results.map(\.document.id) == ["scan"])
    }

    @Test func `While somebody types, the last word may go on`() throws {
        var options = Search.Options(limit: 5)
        options.isUnfinished = true
        #expect(try Search(try reader([garage, scan])).answer("gar", options).results.map(\.document.id) == ["garage"])
    }

    @Test func `A number is found with and without a space before its unit`() throws {
        let dose = Documents.article("dose", "Tablets of 20 mg")
        #expect(try answer("20mg", try reader([dose, garage])).results.map(\.document.id) == ["dose"])
    }

    @Test func `What says nearly the same is one result, unless a number differs`() throws {
        let text = (0..<40).map {
            "word\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))\(String(repeating: "x", count: $0 / 26))"
        }
        let body = "The garage of " + text.joined(separator: " ")
        let copies = ["a", "b"].map { Documents.article("copy-\($0)", "Parking", body: body) }
        let other = Documents.article("other", "Parking", body: body + " 24")
        let answer = try answer("parking", try reader(copies + [other]))
        #expect(answer.results.map(\.document.id) == ["copy-a", "other"])
        #expect(answer.results[0].duplicates == ["copy-b"])
        var options = Search.Options(limit: 5)
        options.groupsDuplicates = false
        #expect(try Search(try reader(copies + [other])).answer("parking", options).results.count == 3)
    }

    @Test func `Words of the question are marked in the passage`() throws {
        let passage = try #require(try answer("garage north", try reader([garage])).results.first?.passage)
        let marked = passage.highlights.map { String(decoding: Array(passage.text.utf8)[$0], as: UTF8.self) }
        #expect(marked == ["garage", "north"])
    }

    @Test func `The type of a question chooses the sentence that answers it`() throws {
        let text = (0..<12).map {
            "The fasting note number \($0 == 0 ? "" : "again") tells of food and of the scan for all who ask us."
        }
        let body = text.joined(separator: " ") + " Fasting lasts 6 hours. " + text.joined(separator: " ")
        let article = Documents.article("fasting", "Fasting", body: body)
        let passage = try #require(try answer("how long is the fasting", try reader([article])).results.first?.passage)
        #expect(passage.text.contains("6 hours"))
    }

    @Test func `Accents make no difference`() throws {
        let cita = Documents.article("cita", "Teléfono de citas") { $0.language = "es" }
        for question in ["teléfono", "telefono", "tele\u{301}fono", "TELÉ\u{AD}FONO"] {
            #expect(try answer(question, try reader([cita])).results.map(\.document.id) == ["cita"], "\(question)")
        }
    }

    @Test func `Whom to call steers towards the directory`() throws {
        let desk = Documents.article("desk", "Imaging desk") { $0.kind = "directory" }
        let rules = Documents.article("rules", "Imaging rules")
        #expect(
            try answer("who do I call about imaging", try reader([rules, desk])).results.first?.document.id == "desk")
    }
}
