import Content
import Diagnostics
import Testing
import Time
@testable import Validation

/// One mistake is one message, at the place where it was made.
@Suite struct OneMistakeTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        let name: String
        let files: [String: String]
        /// `path:line:column code`
        let finding: String

        var testDescription: String { name }

        init(_ name: String, _ files: [String: String], _ finding: String) {
            self.name = name
            self.files = files
            self.finding = finding
        }

        init(_ name: String, _ fields: String = "", body: String = "Text.", _ finding: String) {
            self.init(name, ["articles/parking.md": RuleExample.articleText(fields, body: body)], finding)
        }
    }

    static let workflow = """
        id: visit
        title: Book a visit
        owner: editors
        audience: [agents]
        category: visit
        review: {last: 2026-06-01, every: 180d}
        start: urgency
        steps:
          urgency: {ask: Is it urgent?, field: urgency, next: NEXT}
          book: {outcome: Book the visit.}

        """
    static let alert = """
        id: lift
        title: The lift is out of order
        owner: editors
        audience: [agents]
        from: 2026-09-01
        until: 2026-09-03
        targets: TARGETS
        message: Send patients to the side door.

        """

    static let mistakes: [Mistake] = [
        Mistake("a date in another order", "review: {last: 31.12.2025}", "articles/parking.md:8:16 KB105"),
        Mistake(
            "an id with a capital that others name",
            [
                "articles/parking.md": RuleExample.articleText("id: Parking"),
                "articles/garage.md": RuleExample.articleText("id: garage", body: "See [parking](kb:parking)."),
            ], "articles/parking.md:8:5 KB105"),
        Mistake(
            "a misspelt field that the template wants",
            [
                "articles/parking.md": RuleExample.articleText(
                    "type: procedure\nanwser: In the garage.", body: "## Steps\n\nText."
                )
                .replacing("answer: Patients park in the garage.\n", with: "")
            ], "articles/parking.md:9:1 KB102"),
        Mistake("a category with a capital", "category: Visit", "articles/parking.md:8:11 KB212"),
        Mistake(
            "a source's day in another order", "sources: [{cite: A, checked: 12/03/2025}]",
            "articles/parking.md:9:30 KB105"),
        Mistake(
            "a misspelt required field",
            [
                "articles/parking.md": "---\nid: parking\ntitel: Parking\nanswer: In the garage.\nowner: editors\n"
                    + "audience: [agents]\ncategory: visit\nreview: {last: 2026-06-01}\n---\nText.\n"
            ], "articles/parking.md:3:1 KB102"),
        Mistake(
            "a merge left in the text", body: "<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> b",
            "articles/parking.md:10:1 KB006"),
        Mistake("a field without a value", "risk:", "articles/parking.md:9:6 KB103"),
        Mistake("a condition that is no map", "applies: [payer]", "articles/parking.md:9:10 KB012"),
        Mistake("a list that is not closed", "keywords: [garage", "articles/parking.md:9:11 KB003"),
        Mistake("a quote that is not closed", "say: \"Park here.", "articles/parking.md:9:6 KB003"),
        Mistake("a key without its colon", "keywords\nrisk: low", "articles/parking.md:9:1 KB003"),
        Mistake(
            "kb.yaml cannot be read",
            ["kb.yaml": (RuleExample.base["kb.yaml"] ?? "") + "limits: [1\n"], "kb.yaml:18:9 KB003"),
        Mistake(
            "people.yaml misspells its groups",
            ["people.yaml": (RuleExample.base["people.yaml"] ?? "").replacing("groups:", "group:")],
            "people.yaml:3:1 KB102"),
        Mistake(
            "people.yaml cannot be read",
            ["people.yaml": (RuleExample.base["people.yaml"] ?? "") + "roles: [1\n"], "people.yaml:5:8 KB003"),
        Mistake(
            "an article that others link to cannot be read",
            [
                "articles/arrival.md": "---\nid: arrival\ntitle: Arriving: the day\n---\nText.\n",
                "articles/parking.md": RuleExample.articleText("related: [arrival]"),
            ], "articles/arrival.md:3:16 KB003"),
        Mistake(
            "an alert among the articles",
            ["articles/lift.md": "---\n" + alert.replacing("TARGETS", "all") + "---\nText.\n"],
            "articles/lift.md:2:1 KB110"),
        Mistake(
            "targets without a map", ["alerts/lift.yaml": alert.replacing("TARGETS", "arrival")],
            "alerts/lift.yaml:7:10 KB104"),
        Mistake(
            "an answer that leads to a misspelt step",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: bok, urgent: call}") + "  call: {outcome: Call the nurse.}\n"
            ],
            "workflows/visit.yaml:9:65 KB501"),
        Mistake(
            "answers in a list", ["workflows/visit.yaml": workflow.replacing("NEXT", "[book]")],
            "workflows/visit.yaml:9:55 KB103"),
        Mistake(
            "a condition on a misspelt field, the only way to a step",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: book, urgent: check}")
                    + "  check: {when: [{if: {urgencyy: urgent}, go: call}, {else: book}]}\n  call: {outcome: Call the nurse.}\n"
            ],
            "workflows/visit.yaml:11:24 KB012"),
        Mistake(
            "a question without its words",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: book, urgent: book}").replacing("ask: Is it urgent?, ", "")
            ],
            "workflows/visit.yaml:9:3 KB101"),
        Mistake(
            "a gap before a call of what has ended, which is another mistake of another file",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: sub}") + "  sub: {call: helper, next: {end: book}}\n",
                "workflows/helper.yaml":
                    "id: helper\ntitle: Help\nowner: editors\naudience: [agents]\ncategory: visit\n"
                    + "review: {last: 2026-06-01, every: 180d}\nstart: end\nsteps:\n  end: {outcome: End.}\n",
            ],
            "workflows/visit.yaml:9:3 KB505"),
        Mistake(
            "a question for a misspelt field",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: book, urgent: call}").replacing(
                        "field: urgency", "field: urgencyy")
                    + "  call: {outcome: Call the nurse.}\n"
            ],
            "workflows/visit.yaml:9:40 KB503"),
        Mistake(
            "a misspelt answer",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: book, urgend: call}") + "  call: {outcome: Call the nurse.}\n"
            ],
            "workflows/visit.yaml:9:71 KB503"),
        Mistake(
            "an entry behind else",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: check, urgent: call}")
                    + "  check: {when: [{else: book}, {if: {payer: medicare}, go: book}]}\n  call: {outcome: Call.}\n"
            ],
            "workflows/visit.yaml:11:32 KB505"),
        Mistake(
            "a scenario of a misspelt workflow",
            [
                "workflows/visit.yaml":
                    workflow.replacing("start:", "fields: {is_new: {type: boolean}}\nstart:")
                    .replacing("NEXT", "{routine: new, urgent: call}")
                    + "  new: {ask: Is it new?, field: is_new, next: {true: book, false: call}}\n  call: {outcome: Call.}\n",
                "tests/visit.yaml":
                    "scenarios: [{workflow: vist, context: {urgency: routine, is_new: true}, expect: {outcome: book}}]\n",
            ],
            "tests/visit.yaml:1:24 KB201"),
        Mistake(
            "a field of the workflow that is one of kb.yaml",
            [
                "workflows/visit.yaml":
                    workflow.replacing(
                        "start:", "fields: {urgency: {type: choice, values: {routine: R, urgent: U}}}\nstart:"
                    )
                    .replacing("NEXT", "{routine: book, urgent: call}") + "  call: {outcome: Call the nurse.}\n"
            ],
            "workflows/visit.yaml:7:10 KB507"),
        Mistake(
            "a step without a kind",
            [
                "workflows/visit.yaml":
                    workflow.replacing("NEXT", "{routine: book, urgent: call}") + "  call: {say: Hold on.}\n"
            ], "workflows/visit.yaml:11:3 KB101"),
    ]

    @Test(arguments: mistakes)
    func `One mistake is one message`(_ mistake: Mistake) async throws {
        let now = try #require(Moment("2026-09-01")).local
        var options = Validator.Options(now: Instant(seconds: now.epochSeconds + 12 * 3600))
        options.timeZone = { TimeZoneDatabase.rules($0) }
        let files = RuleExample.base.merging(mistake.files) { $1 }
        let result = try await Validator(MemorySource(files), options: options).run()
        let places = result.diagnostics.map { diagnostic in
            let text = Array((files[diagnostic.location.path] ?? "").utf8)[..<diagnostic.location.range.lowerBound]
            let line = text.count { $0 == 0x0A } + 1
            let column = text.reversed().prefix { $0 != 0x0A }.count + 1
            return "\(diagnostic.location.path):\(line):\(column) \(diagnostic.rule.code)"
        }
        #expect(places == [mistake.finding], "\(result.diagnostics.map(\.message))")
    }
}

extension String {
    fileprivate func replacing(_ word: String, _ text: String) -> String {
        split(separator: word, omittingEmptySubsequences: false).joined(separator: text)
    }
}
