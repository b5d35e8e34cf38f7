import TestSupport
import Testing

/// `kb test --future` on a knowledge base in which things end.
@Suite struct FutureTestTests {
    private let folder = TemporaryFolder()

    init() throws {
        try folder.write(
            """
            kb: 1
            name: Visits
            timezone: America/New_York
            audiences: {agents: {}}
            context: {urgency: {type: choice, values: {routine: Routine, urgent: Urgent}}}
            requirements: {referral: {label: Referral}, card: {label: Card}}
            review: {every: 3650d}

            """, to: "kb.yaml")
        try folder.write("people:\n  - {id: ann, name: Ann}\n", to: "people.yaml")
        try folder.write(
            """
            facts:
              visit.fee:
                {label: Fee, owner: ann, values: [{value: 20 dollars, until: 2026-10-01}, {value: 25 dollars, from: 2026-10-01}]}

            """, to: "facts/visit.yaml")
        try article("fees", "Fees", "A visit costs {{fact:visit.fee}}.")
        try article("parking", "Where to park", "In the garage.", "effective: {until: 2026-11-01}\n")
        try article("scan", "The scan", "Bring the referral.", "topics: [scan]\nrequires: [referral]\n")
        try article(
            "plans", "Plans", "Bring both.",
            "topics: [scan]\nrequires: [referral, card]\neffective: {from: 2027-01-01}\n")
        try folder.write(
            """
            id: fees-quiz
            title: Fees
            owner: ann
            audience: [agents]
            review: {last: 2026-08-01}
            questions:
              - {ask: What does a visit cost?, article: fees, fact: visit.fee, choices: [20 dollars, 25 dollars], answer: 20 dollars}

            """, to: "quizzes/fees.yaml")
        try folder.write(Self.workflow("effective: {until: 2026-12-01}"), to: "workflows/visit.yaml")
        try folder.write(
            Self.workflow("effective: {from: 2026-12-01}").replacing(", urgent: nurse", with: "")
                .replacing("  nurse: {outcome: Connect the nurse.}\n", with: ""),
            to: "workflows/visit-2027.yaml")
        try folder.write(
            """
            questions:
              - {ask: what does a visit cost, expect: {within: {id: fees, n: 3}, says: 20 dollars}}
              - {ask: where can patients park, expect: {first: parking}}
              - {ask: where can patients park then, at: 2026-09-02, expect: {first: parking}}
            scenarios:
              - {workflow: visit, context: {urgency: routine}, expect: {outcome: book}}
              - {workflow: visit, context: {urgency: urgent}, expect: {outcome: nurse}}

            """, to: "tests/visit.yaml")
    }

    private func article(_ id: String, _ title: String, _ answer: String, _ more: String = "") throws {
        try folder.write(
            "---\nid: \(id)\ntitle: \(title)\nanswer: \(answer)\nowner: ann\naudience: [agents]\n\(more)"
                + "review: {last: 2026-08-01}\n---\nText.\n", to: "articles/\(id).md")
    }

    private static func workflow(_ effective: String) -> String {
        """
        id: visit
        title: Book a visit
        owner: ann
        audience: [agents]
        review: {last: 2026-08-01}
        \(effective)
        start: urgency
        steps:
          urgency: {ask: Is it urgent?, field: urgency, next: {routine: book, urgent: nurse}}
          book: {outcome: Book.}
          nurse: {outcome: Connect the nurse.}

        """
    }

    private func future(_ arguments: [String] = [], status: Int32) throws -> Program.Outcome {
        var program = Program.kb(["test", "--future", "--root", folder.path, "--at", "2026-09-01"] + arguments)
        program.variables = ["COLUMNS": "80"]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)")
        return outcome
    }

    @Test func `The first moment at which each thing breaks is named, with what changes then`() throws {
        let text = try future(status: 1).output
        let moments = text.split(separator: "\n").filter { $0.hasPrefix("20") }
        #expect(moments == ["2026-10-01 00:00", "2026-11-01 00:00", "2026-12-01 00:00", "2027-01-01 00:00"])
        let parts = text.split(separator: "\n\n").map(String.init)
        try #require(parts.count == 4)
        #expect(parts[0].contains("fact changes: visit.fee (Fee: 20 dollars → 25 dollars)"))
        #expect(parts[0].contains("golden question: what does a visit cost\n    tests/visit.yaml:2\n"))
        #expect(parts[0].contains("finding: fees-quiz [KB601]\n    quizzes/fees.yaml:7\n"))
        #expect(parts[1].contains("article ends: parking (Where to park)"))
        #expect(parts[1].contains("golden question: where can patients park\n"))
        #expect(parts[2].contains("scenario: visit (urgency=urgent)\n    tests/visit.yaml:7\n"))
        // In the new edition an urgent caller gets no next step.
        #expect(parts[2].contains("proof: Book a visit\n    workflows/visit-2027.yaml:1\n"))
        #expect(parts[3].contains("topic: scan\n    articles/scan.md:"))
        #expect(parts[3].contains("'card'"))
    }

    @Test func `What holds long enough is no finding, and the bound on moments is said`() throws {
        let early = try future(["--within", "20d"], status: 0)
        #expect(early.output.isEmpty && early.error.hasPrefix("Nothing of "))
        #expect(early.sentence.contains("1 test with a moment of their own left to 'kb test'"))
        let bounded = try future(["--max-moments", "1", "fees"], status: 1)
        #expect(bounded.sentence.contains("1 moment looked at, 3 later ones left out"))
        #expect(try future(["--exit-zero", "--format", "json"], status: 0).output.contains("\"cases\":["))
        #expect(try future(["--coverage"], status: 2).sentence.contains("goes with no other way of testing"))
        #expect(try future(["--format", "junit"], status: 2).sentence.contains("text, json, jsonl"))
    }

    @Test func `What fails already is said apart`() throws {
        try folder.write(
            "questions:\n  - {ask: what does a visit cost, expect: {first: fees, says: nothing like this}}\n",
            to: "tests/visit.yaml")
        let outcome = try future(["--within", "10d"], status: 1)
        #expect(outcome.output.hasPrefix("Now\n  golden question: what does a visit cost\n"))
        #expect(outcome.sentence.contains("1 of") && outcome.sentence.contains("do not hold now"))
    }

    @Test func `Errors of content come first`() throws {
        try folder.write("title: x\n", to: "directory/x.yaml")
        #expect(try future(status: 2).sentence.contains("Nothing was tested, because the knowledge base has"))
    }
}
