import TestSupport
import Testing
import YAML

/// `kb prove` on a knowledge base as `kb init` lays it out, with one workflow.
@Suite struct ProveCommandTests {
    private let folder = TemporaryFolder()
    private var root: String { folder.path + "/kb" }

    init() throws {
        let outcome = try Program.kb(["init", root]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
    }

    private func prove(_ steps: String, _ arguments: [String] = [], status: Int32) throws -> Program.Outcome {
        let text = """
            id: visit
            title: Book a visit
            owner: editors
            audience: [agents]
            category: general
            review: {last: 2026-06-01, every: 180d}
            fields: {age: {type: integer, min: 0, max: 119}}
            start: urgency
            steps:

            """ + steps
        try folder.write(text, to: "kb/workflows/visit.yaml")
        var program = Program.kb(["prove"] + arguments, in: root)
        program.variables = ["COLUMNS": "80"]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)")
        return outcome
    }

    private static let sound = """
          urgency: {ask: Is it urgent?, field: urgency, next: {routine: age, urgent: call}}
          age: {ask: How old?, field: age, next: {"< 18": call, ">= 18": book}}
          book: {outcome: Book the visit.}
          call: {outcome: Call the nurse.}

        """

    @Test func `A success says what was proven, over how many contexts, and how much is asked`() throws {
        let outcome = try prove(Self.sound, status: 0)
        #expect(
            outcome.output == """
                workflows/visit.yaml:1: visit
                  proven: for 240 contexts of 2 fields, each of which comes to exactly one
                    outcome; no step, answer, entry or question is idle; at most 2 questions,
                    1.5 on average

                """)
        #expect(outcome.error == "Workflow: 1 proven.\n")
    }

    @Test func `A failure shows the line, the smallest caller, and how many there are`() throws {
        let steps = Self.sound.replacing("\">= 18\"", with: "\"> 18\"")
        let outcome = try prove(steps, ["visit"], status: 1)
        #expect(
            outcome.output == """
                workflows/visit.yaml:1: visit
                  not proven: 1 thing does not hold for 240 contexts of 2 fields
                  what holds: no step is idle, no answer or entry is idle, nobody goes round in
                    a circle, no question is in vain, at most 2 questions, 1.5 on average

                workflows/visit.yaml:11:3: error[KB505]: a caller (Routine, 18) gets no next
                    step from 'age': 1 of 240 contexts
                11 |   age: {ask: How old?, field: age, next: {"< 18": call, "> 18": book}}
                   |   ^^^
                     help: add '18' to 'next'
                     see: kb explain KB505

                """)
        #expect(try prove(steps, ["--exit-zero"], status: 0).output == outcome.output)
    }

    @Test func `An answer on which an escalation or derived days depend is not in vain`() throws {
        let steps = """
              day: {ask: When?, field: day, next: {">= 2026-01-01": urgency}}
              urgency: {ask: Is it urgent?, field: urgency, next: {routine: far, urgent: far}}
              far: {when: [{if: {days: "> 3"}, go: book}, {else: call}]}
              book: {outcome: Book the visit.}
              call: {outcome: Call the nurse.}

            """
        let fields =
            "fields: {day: {type: date, min: 2026-01-01, max: 2027-12-31}, days: {type: integer, min: 0, max: 9, "
        func output(_ days: String, _ more: String, status: Int32) throws -> String {
            try folder.write(
                """
                id: visit
                title: Book a visit
                owner: editors
                audience: [agents]
                category: general
                review: {last: 2026-06-01, every: 180d}
                \(fields)\(days)}}
                \(more)
                start: day
                steps:

                """ + steps, to: "kb/workflows/visit.yaml")
            var program = Program.kb(["prove", "visit"], in: root)
            program.variables = ["COLUMNS": "300"]
            let outcome = try program.run()
            #expect(outcome.status == status, "\(outcome.error)\(outcome.output)")
            return outcome.output
        }
        let derived = "derive: {days_until: day}"
        let alone = try output(derived, "budget: 2", status: 1)
        #expect(alone.contains("nothing depends on the answer to 'urgency'") && !alone.contains("answer to 'day'"))
        let escalating = "escalate: [{if: {urgency: urgent}, to: front-desk}]"
        #expect(try output(derived, escalating, status: 0).contains("proven"))
        #expect(try output("unknown: false", escalating, status: 1).contains("answer to 'day'"))
    }

    @Test func `A suppressed failure is counted, and decides nothing`() throws {
        let steps = Self.sound.replacing("\">= 18\"", with: "\"> 18\"")
            .replacing("  age:", with: "  # kb-ignore KB505: Nobody is 18 here.\n  age:")
        let outcome = try prove(steps, status: 0)
        #expect(outcome.output.contains("1 thing does not hold for 240 contexts of 2 fields; 1 suppressed\n"))
    }

    @Test func `A better order of questions is a hint with the saving`() throws {
        let outcome = try prove(
            """
              urgency: {ask: Is it urgent?, field: urgency, next: {routine: first, urgent: second}}
              first: {ask: How old?, field: age, next: {"< 1": call, ">= 1": book}}
              second: {ask: How old?, field: age, next: {"< 2": call, ">= 2": book}}
              book: {outcome: Book the visit.}
              call: {outcome: Call the nurse.}

            """, status: 0)
        #expect(
            outcome.output.hasSuffix(
                """
                  hint: 1.0 questions would do on average instead of 2.0, if every context is as
                    likely as any other, in this order:
                      ask age
                        0: Call the nurse.
                        1:
                          ask urgency
                            routine: Book the visit.
                            urgent: Call the nurse.
                        2 to 119: Book the visit.

                """), "\(outcome.output)")
    }

    @Test func `Fields that a branch looks at without a question are named`() throws {
        let outcome = try prove(
            """
              urgency: {ask: Is it urgent?, field: urgency, next: {routine: check, urgent: call}}
              check: {when: [{if: {age: "< 18", urgency: routine}, go: call}, {else: book}]}
              book: {outcome: Book the visit.}
              call: {outcome: Call the nurse.}

            """, status: 0)
        #expect(
            outcome.output.contains(
                """
                  hint: branches look at age without a question for it: what is not known from
                    elsewhere, 'kb run' asks for in its own words

                """), "\(outcome.output)")
    }

    @Test func `Averages and the order are those of the callers given`() throws {
        let steps = """
              urgency: {ask: Is it urgent?, field: urgency, next: {routine: age, urgent: book}}
              age: {ask: How old?, field: age, next: {"< 18": call, ">= 18": book}}
              book: {outcome: Book the visit.}
              call: {outcome: Call the nurse.}

            """
        try folder.write(
            "# Of a month.\nurgency: {urgent: 1, routine: 9}\nage: {'>= 18': 9, otherwise: 1}\n", to: "c.yaml")
        let outcome = try prove(steps, ["--callers", "\(folder.path)/c.yaml"], status: 0)
        #expect(
            outcome.output.hasSuffix(
                """
                1.9 on average for the callers given
                  hint: 1.1 questions would do on average instead of 1.9, for the callers given,
                    in this order:
                      ask age
                        0 to 17:
                          ask urgency
                            routine: Call the nurse.
                            urgent: Book the visit.
                        18 to 119: Book the visit.

                """), "\(outcome.output)")
    }

    @Test(arguments: [
        ("urgncy: {urgent: 1}", ":1:1: there is no field 'urgncy'; did you mean 'urgency'?"),
        ("urgency: {urgent: 1}", ":1:1: no share of 'urgency' says how often it is routine; add it, or 'otherwise'"),
        ("age: {'< 200': 1}", ":1:7: '200' is outside 'age'; it reaches from 0 to 119"),
        ("age: {'< 100': many}", ":1:16: a share is a number from 0 on, in any unit"),
        ("age: {otherwise: 0}", ":1:1: all shares of 'age' are 0; one at least must be more"),
        ("age: 3", ":1:6: 'age' has no shares; write '{VALUE: NUMBER, …}'"),
        ("age: [", ":2:1: this is no YAML that can be read; write a map of fields"),
    ])
    func `A mistake about callers has a place`(_ text: String, _ sentence: String) throws {
        try folder.write(text + "\n", to: "c.yaml")
        let outcome = try prove(Self.sound, ["--callers", "\(folder.path)/c.yaml"], status: 2)
        #expect(outcome.sentence.hasSuffix(sentence + " "), "\(outcome.sentence)")
    }

    @Test func `What is too large for diagrams is searched`() throws {
        let outcome = try prove(Self.sound, ["--max-nodes", "1"], status: 0)
        #expect(outcome.output.contains("proven: for 240 contexts of 2 fields"))
        #expect(try prove(Self.sound, ["--max-nodes", "0"], status: 2).output.isEmpty)
    }

    @Test func `A name that is no workflow's is refused with what was meant`() throws {
        let outcome = try prove(Self.sound, ["vist"], status: 2)
        #expect(outcome.error == "kb: there is no workflow 'vist'; did you mean 'visit'?\n")
        #expect(
            try prove(Self.sound, ["arriving-for-a-visit"], status: 2).sentence.contains(
                "is an article, and no workflow"))
    }
}
