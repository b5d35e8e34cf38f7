import TestSupport
import Testing

/// `kb outline` on a knowledge base as `kb init` lays it out.
@Suite struct OutlineCommandTests {
    private let folder = TemporaryFolder()
    private var root: String { folder.path + "/kb" }

    init() throws {
        let outcome = try Program.kb(["init", root]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
    }

    private func kb(_ arguments: [String], input: String = "", status: Int32) throws -> Program.Outcome {
        var program = Program.kb(arguments, in: root)
        program.input = input
        program.variables = ["COLUMNS": "80"]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)")
        return outcome
    }

    private static let outline = """
        # Book a visit

        Is the request urgent? [urgency]
        - Urgent: Pass the call on at once.
        - Routine:
          How old is the patient?
          - under 18: Ask a parent to call.
          - 18 or more: Book the next free time.

        """

    @Test func `An outline becomes a workflow that validates, and comes back`() throws {
        try folder.write(Self.outline, to: "kb/visit.txt")
        try folder.write("", to: "kb/workflows/.keep")
        let made = try kb(["outline", "visit.txt", "-o", "workflows/visit.yaml"], status: 0)
        #expect(made.output.isEmpty)
        #expect(made.sentence == "It validates, and it is proven: every caller comes to exactly one outcome. ")
        _ = try kb(["validate"], status: 0)
        let back = try kb(["outline", "--from", "visit"], status: 0)
        #expect(
            back.output.hasSuffix(
                """
                Is the request urgent? [urgency]
                - Urgent: Pass the call on at once.
                - Routine:
                  How old is the patient?
                  - under 18: Ask a parent to call.
                  - 18 or more: Book the next free time.

                """), "\(back.output)")
        let again = try kb(["outline", "-"], input: back.output, status: 0)
        #expect(again.output == (try folder.read("kb/workflows/visit.yaml")))
    }

    @Test func `A mistake is shown in the outline, and nothing is written`() throws {
        try folder.write(Self.outline.replacing("Book the next free time.", with: "go to booking"), to: "kb/visit.txt")
        let outcome = try kb(["outline", "visit.txt", "-o", "visit.yaml"], status: 1)
        #expect(
            outcome.error == """
                visit.txt:8:23: error: no step is called 'booking'
                8 |   - 18 or more: go to booking
                  |                       ^^^^^^^
                    help: name the step: '[name]' before its text, and 'go to name' here; if
                          callers are told this, put it in quotes
                No workflow was made, because of an error.

                """, "\(outcome.error)")
        #expect(throws: (any Error).self) { try folder.read("kb/visit.yaml") }
    }

    @Test func `What the proof finds is told with the workflow`() throws {
        try folder.write(Self.outline.replacing("18 or more", with: "over 18"), to: "kb/visit.txt")
        let outcome = try kb(["outline", "visit.txt"], status: 1)
        #expect(outcome.output.contains("steps:"))
        #expect(outcome.sentence.contains("a caller (Routine, 18) gets no"))
        #expect(outcome.sentence.contains("The workflow was made, and has an error."))
    }

    @Test func `A file that is no workflow is not replaced`() throws {
        try folder.write(Self.outline, to: "kb/visit.txt")
        let outcome = try kb(["outline", "visit.txt", "-o", "kb.yaml"], status: 2)
        #expect(outcome.sentence.contains("'kb.yaml' is there and is no workflow"))
    }
}
