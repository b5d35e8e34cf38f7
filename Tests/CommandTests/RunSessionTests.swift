@testable import CommandLine
import Decisions
import SearchIndex
import Testing
import Time

/// What runs know and forget, in memory.
@Suite struct RunSessionTests {
    private static let today = CivilDate("2026-11-24")!
    private static let fields = [
        ContextField(
            name: "payer", domain: .choice(["medicare", "medicaid", "commercial"]),
            labels: ["medicare": "Original Medicare"]),
        ContextField(name: "ill", domain: .boolean, allowsUnknown: true),
        ContextField(name: "visit", domain: .date(20_000...21_000)),
        ContextField(name: "days", domain: .integer(0...30), daysUntil: "visit"),
    ]

    /// Commercial callers are asked whether they are ill, all how many days there are until the visit.
    private static let flow = DecisionFlow(
        id: "book", fields: fields, start: "payer",
        steps: [
            .init(
                "payer",
                .question(
                    field: "payer",
                    [
                        .init(.values([.choice("commercial")]), "ill"),
                        .init(.values([.choice("medicare"), .choice("medicaid")]), "days"),
                    ])),
            .init(
                "ill", .question(field: "ill", [.init(.values([.boolean(true), .boolean(false), .unknown]), "days")])),
            .init(
                "days",
                .question(
                    field: "days",
                    [
                        .init(.comparisons([Comparison(.less, 3)]), "soon"),
                        .init(.comparisons([Comparison(.atLeast, 3)]), "later"),
                    ])),
            .init("soon", .outcome(Outcome("Call the desk."))), .init("later", .outcome(Outcome("Book."))),
        ])

    private func session(_ known: CallerContext = [:]) throws -> RunSession {
        var document = IndexDocument(
            id: "book", kind: "workflow", title: "Book", path: "workflows/book.yaml", line: 1,
            version: IndexDocument.noVersion)
        document.flow = Self.flow
        let contents = IndexContents(
            name: "Test", zone: .utc, languages: ["en"], warnDays: 14, withheldRisks: [], audiences: [:], context: [],
            facts: [], documents: [document])
        let reader = try Reader(try Index(IndexWriter.bytes(of: contents)), at: Instant(seconds: 1_795_500_000))
        guard case .found(let workflow) = try reader.workflow(named: "book", language: nil) else {
            throw IndexError.damaged
        }
        return RunSession(workflow, known: known, today: Self.today)
    }

    private func open(_ session: RunSession) -> String? {
        if case .question(let question) = session.position.state { question.field.name } else { nil }
    }

    @Test func `A date answers the question for the days until it`() throws {
        var session = try session(["payer": .choice("medicaid")])
        #expect(open(session) == "days")
        session.answer("visit", .date(Self.today.dayNumber + 2))
        #expect(open(session) == nil && session.caller["days"] == .integer(2))
        #expect(session.changeable("days")?.name == "visit")
    }

    @Test
    func `A change drops what was asked because of the answer, and keeps a date from which another answer follows`()
        throws
    {
        var session = try session()
        session.answer("payer", .choice("commercial"))
        session.answer("ill", .unknown)
        session.answer("visit", .date(Self.today.dayNumber + 9))
        let dropped = session.change("payer", to: .choice("medicare"))
        #expect(dropped == ["ill"])
        #expect(open(session) == nil && session.caller["days"] == .integer(9) && session.caller["ill"] == nil)
        let isBack = session.goBack()
        #expect(isBack && session.caller["ill"] == .unknown)
    }

    @Test func `What was known before can be changed, and going back is possible as often as there were answers`()
        throws
    {
        var session = try session(["payer": .choice("commercial")])
        var back = [session.goBack()]
        session.answer("ill", .boolean(true))
        let dropped = session.change("payer", to: .choice("medicaid"))
        #expect(dropped == ["ill"])
        #expect(session.caller == ["payer": .choice("medicaid")])
        for _ in 0..<3 { back.append(session.goBack()) }
        #expect(back == [false, true, true, false])
        #expect(session.caller == ["payer": .choice("commercial")])
        #expect(session.changeable("ill") == nil && session.givenFields == ["payer"])
    }

    @Test(arguments: [
        ("1", "medicare"), ("3", "commercial"), ("comm", "commercial"), ("COMMERCIAL", "commercial"),
        ("medicaid", "medicaid"),
        ("original", "medicare"), ("medicar", "medicare"),
    ])
    func `An answer is a number, a value or a beginning`(_ text: String, _ value: String) {
        let typed = TypedAnswer(field: Self.fields[0], source: nil, today: Self.today)
        #expect(typed.read(text) == .answer(field: "payer", .choice(value)))
    }

    @Test(arguments: ["0", "4", "medi", "unknown", "x", "-1", ""])
    func `What is none says so`(_ text: String) {
        let typed = TypedAnswer(field: Self.fields[0], source: nil, today: Self.today)
        guard case .complaint = typed.read(text) else {
            Issue.record("\(typed.read(text))")
            return
        }
    }

    @Test func `Numbers and days are typed as they are`() {
        let days = TypedAnswer(field: Self.fields[3], source: Self.fields[2], today: Self.today)
        #expect(days.read("12") == .answer(field: "days", .integer(12)))
        #expect(days.read("2026-11-25") == .answer(field: "visit", .date(Self.today.dayNumber + 1)))
        guard case .complaint = days.read("2026-11-23"), case .complaint = days.read("31"),
            case .complaint = days.read("no")
        else {
            Issue.record("they were taken")
            return
        }
        let ill = TypedAnswer(field: Self.fields[1], source: nil, today: Self.today)
        #expect(ill.read("n") == .answer(field: "ill", .boolean(false)))
        #expect(ill.read("unknown") == .answer(field: "ill", .unknown))
    }

    @Test(arguments: [
        ("b", RunInput.back), ("?", .why), ("u", .unknown), ("q", .quit), ("", .nothing),
        ("c payer", .change(field: "payer", to: nil)), ("c payer=x y", .change(field: "payer", to: "x y")),
        ("c payer x", .change(field: "payer", to: "x")), ("c", .answer("c")), ("back pain", .answer("back pain")),
    ])
    func `A line is a command or an answer`(_ line: String, _ input: RunInput) {
        #expect(RunInput(line) == input)
    }
}
