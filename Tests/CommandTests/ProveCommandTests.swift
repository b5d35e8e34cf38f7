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
