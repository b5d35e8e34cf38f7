import Content
import Decisions
import Diagnostics
import Outlines
import Testing

/// Outlines as people type them.
@Suite struct OutlineTests {
    private static let context = [
        ContextField(
            name: "payer", domain: .choice(["medicare", "self-pay"]),
            labels: ["medicare": "Medicare", "self-pay": "Self-pay"]),
        ContextField(name: "age", domain: .integer(0...120)),
    ]

    private func make(_ outline: String) -> (text: String, problems: [String], flow: DecisionFlow?) {
        let source = SourceFile(path: "outline", text: outline)
        let lines = LineIndex(source)
        func told(_ problems: [OutlineProblem]) -> [String] {
            problems.map { problem in
                let place = lines.position(of: problem.range.lowerBound)
                return "\(place.line):\(place.column) \(problem.message)"
            }
        }
        let (read, problems) = OutlineReader.read(source)
        guard problems.isEmpty else { return ("", told(problems), nil) }
        let made = WorkflowMaker(
            read, context: Self.context, defaults: .init(id: "visit", owner: "editors", audience: "agents")
        ).make()
        var configuration = Configuration()
        configuration.context = Self.context
        let file = ContentReader(configuration: configuration) { _ in nil }.read(
            SourceFile(path: "workflows/visit.yaml", text: made.text), as: .workflow)
        guard case .workflow(let workflow)? = file.items.first?.details else {
            return (made.text, told(made.problems), nil)
        }
        return (made.text, told(made.problems), workflow.flow(id: "visit", context: Self.context))
    }

    private func fields(_ flow: DecisionFlow?) -> [String: ContextField] {
        Dictionary((flow?.fields ?? []).map { ($0.name, $0) }) { first, _ in first }
    }

    @Test func `Questions, answers and outcomes are a workflow that is proven`() throws {
        let made = make(
            """
            # Book a visit

            Is it urgent?
            - yes: Pass the call on.
            - no:
              How old is the patient?
              - under 18: Ask a parent to call.
                say: "A parent has to call."
              - 18 or more -> Book the visit.

            """)
        #expect(made.problems == [])
        #expect(
            made.text == """
                id: visit
                title: Book a visit
                owner: editors
                audience: [agents]
                review: {every: 180d}
                fields:
                  urgent: {type: boolean}
                  old_patient: {type: integer, min: 0, max: 120}
                start: urgent
                steps:
                  urgent:
                    ask: Is it urgent?
                    field: urgent
                    next: {true: pass-call, false: old-patient}
                  pass-call:
                    outcome: Pass the call on.
                  old-patient:
                    ask: How old is the patient?
                    field: old_patient
                    next: {"< 18": ask-parent-call, ">= 18": book-visit}
                  ask-parent-call:
                    outcome: Ask a parent to call.
                    say: A parent has to call.
                  book-visit:
                    outcome: Book the visit.

                """)
        let flow = try #require(made.flow)
        #expect(FlowProof(of: flow, in: FlowLibrary()).findings.isEmpty)
    }

    @Test(
        arguments: [
            ("under 18", "< 18"), ("up to 17", "<= 17"), ("17 or younger", "<= 17"), ("18+", ">= 18"),
            ("over 17", "> 17"),
            ("at least 18", ">= 18"), ("18-64", ">= 18, <= 64"), ("18 to 64", ">= 18, <= 64"),
            ("between 18 and 64", ">= 18, <= 64"),
            (">= 18, < 65", ">= 18, < 65"), ("65 years or older", ">= 65"), ("exactly 3", "3"),
            ("less than 1,000 kg", "< 1000"),
        ])
    func `Numbers are written as people write them`(_ answer: String, _ key: String) {
        let made = make("How much is it?\n- \(answer): A.\n- 5 or 7: B.\n- don't know: C.\n")
        #expect(made.text.contains("\"\(key)\":") || made.text.contains("{\(key):"), "\(made.text)")
    }

    @Test func `A field is declared by its answers`() {
        let made = make(
            """
            Is it so?
            - yes: A.
            - no or not sure: B.

            [second] Which day is it? [day]
            - before 2026-04-06: C.
            - on or after 2026-04-06: D.

            [third] Which colour?
            - Light green: go to second
            - Red, or none: E.

            """)
        let fields = fields(made.flow)
        #expect(fields["so"] == ContextField(name: "so", domain: .boolean, allowsUnknown: true))
        #expect(fields["colour"]?.domain == .choice(["light-green", "red-none"]))
        #expect(fields["colour"]?.label("light-green") == "Light green")
        if case .date(let days)? = fields["day"]?.domain {
            #expect(days.count > 7000)
        } else {
            Issue.record("\(fields)")
        }
    }

    @Test func `A field of kb yaml is asked for by its name, and answered by its labels`() throws {
        let made = make("Who pays? [payer]\n- Self-pay: A.\n- otherwise: B.\n\n")
        #expect(made.problems == [] && made.text.contains("next: {self-pay: a, medicare: b}"))
        #expect(!made.text.contains("fields:"))
        #expect(
            make("Who pays? [payer]\n- Self-pay: A.\n- Medicaid: B.\n").problems == [
                "3:3 'Medicaid' is no answer to 'Who pays?'"
            ])
    }

    @Test func `Branches, calls and names`() throws {
        let made = make(
            """
            Depending on what is known:
            - if payer is medicare and age >= 65: go to book
            - if {any: [{payer: medicare}, {age: 3}]}: "Go to the desk."
            - otherwise:
                [ask] run authorise:
                * granted: [book] Book.
                * refused: go to ask nurse

            [ask-nurse] Ask the nurse.
            """)
        #expect(made.problems == [])
        let steps = Dictionary((made.flow?.steps ?? []).map { ($0.name, $0.kind) }) { first, _ in first }
        #expect(steps.keys.sorted() == ["ask", "ask-nurse", "book", "depending-known", "go-desk"])
        #expect(
            steps["ask"] == .call(workflow: "authorise", [.init("granted", "book"), .init("refused", "ask-nurse")]))
        guard case .branch(let entries)? = steps["depending-known"] else {
            Issue.record("\(made.text)")
            return
        }
        #expect(entries.map(\.step) == ["book", "go-desk", "ask"] && entries[2].condition == nil)
    }

    @Test(
        arguments: [
            ("- yes: A.\n", "1:3 there is no question above this answer"),
            ("Is it?\n- yes: A.\n   - no: B.\n", nil),
            (
                "Is it?\n- yes: A.\n- no: Is he?\n    - yes: B.\n  - no: C.\n",
                "5:5 this answer lines up with no answers above it"
            ),
            ("Is it?\n- yes: go to nowhere\n- no: A.\n", "2:14 no step is called 'nowhere'"),
            ("Is it?\n- yes\n- no: A.\n", "2:3 nothing follows from 'yes'"),
            ("Is it?\n- yes: A.\n- yes: B.\n", "3:3 'yes' is answered twice"),
            ("Is it?\n- yes: Is he?\n- no: A.\n", "2:8 'Is he?' is a question without answers"),
            ("Is it?\n- yes: run other\n- no: A.\n", "2:8 'run other' has no outcomes"),
            ("[a] Is it?\n- yes: [a] B.\n- no: C.\n", "2:9 two steps are called '[a]'"),
            ("Is it?\n- yes: A.\n- no: B.\n\ngo to a\n", "5:1 'go to' follows from no answer"),
            ("Check:\n- if payre is medicare: A.\n- else: B.\n", "2:6 the context has no field 'payre'"),
            ("say: hello\nIs it?\n- yes: A.\n- no: B.\n", "1:1 'say' belongs to no step"),
            ("budget: [\n\nIs it?\n- yes: A.\n- no: B.\n", "1:9 the value of 'budget' cannot be read"),
            ("", "1:1 the outline has no question"),
        ] as [(String, String?)])
    func `A mistake is told where it is`(_ outline: String, _ problem: String?) {
        #expect(make(outline).problems == [problem].compactMap(\.self), "\(make(outline).text)")
    }

    @Test func `Tabs, other bullets, long lines and CRLF are read`() {
        let made = make("Is it\r\n  urgent?\r\n\t* yes → Pass it\r\n\t  on.\r\n\t* no:\r\n\t\tBook.\r\n")
        #expect(
            made.problems == [] && made.text.contains("ask: Is it urgent?")
                && made.text.contains("outcome: Pass it on."))
    }
}

/// Outlines made to be slow.
@Suite struct LongOutlineTests {
    @Test(arguments: ["Book.", "Is it so?\n- yes: A.\n- no: B.\n", "[x] Which?\n- one: go to x\n- two: go to x\n"])
    func `A long outline is read in a time that grows with its length`(_ part: String) {
        func time(_ count: Int) -> Duration {
            let outline = "Start?\n- yes: A.\n- no: B.\n\n" + String(repeating: part + "\n\n", count: count)
            return ContinuousClock().measure {
                let (read, problems) = OutlineReader.read(SourceFile(path: "outline", text: outline))
                guard problems.isEmpty else { return }
                _ = WorkflowMaker(read, context: [], defaults: .init(id: "a", owner: "b", audience: "c")).make()
            }
        }
        #expect(time(4_000) < .seconds(10))
    }

    @Test func `Deep nesting is read without recursion`() {
        var outline = ""
        for depth in 0..<700 {
            outline +=
                String(repeating: " ", count: depth) + "Is it \(depth)?\n" + String(repeating: " ", count: depth)
                + "- yes:\n"
        }
        let (_, problems) = OutlineReader.read(SourceFile(path: "outline", text: outline))
        #expect(problems.isEmpty)
    }
}
