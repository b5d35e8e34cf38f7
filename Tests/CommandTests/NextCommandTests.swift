import TestSupport
import Testing

/// `kb next` on a small knowledge base.
@Suite struct NextCommandTests {
    private let folder = TemporaryFolder()

    private static let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGBTq41hX46P1if22Z7JeE+tgO0yt/66hEgWxaWfaSAK"

    init() throws {
        try folder.write(
            "kb: 1\nname: Visits\ntimezone: America/New_York\naudiences: {agents: {}}\nreview: {every: 365d}\n",
            to: "kb.yaml")
        try folder.write(
            "people:\n  - {id: ann, name: Ann, until: 2026-10-01, keys: [{key: \"\(Self.key)\", revoked: 2026-09-12T09:30}]}\n  - {id: bob, name: Bob, until: 2026-08-01}\n",
            to: "people.yaml")
        func article(_ name: String, _ more: String) throws {
            try folder.write(
                "---\nid: fees\ntitle: Fees\nowner: ann\naudience: [agents]\n\(more)\n---\nText.\n",
                to: "articles/\(name).md")
        }
        try article("fees-2026", "effective: {until: 2026-09-15}\nreview: {last: 2026-06-01}")
        try article("fees-2027", "effective: {from: 2026-09-15}\nreview: {last: 2025-09-20}")
        try folder.write(
            """
            facts:
              visit.fee:
                {label: Fee, unit: dollars, owner: ann, values: [{value: "20", until: 2026-09-10}, {value: "25", from: 2026-09-10}]}
              visit.old: {label: Old, owner: ann, values: [{value: "1", until: 2026-08-01}, {value: "2", from: 2026-08-01}]}

            """, to: "facts/visit.yaml")
        try folder.write(
            """
            id: lift
            type: announcement
            title: The lift is out of order
            owner: ann
            audience: [agents]
            severity: info
            from: 2026-09-02T06:30
            until: 2026-09-10
            message: Use the ramp.

            """, to: "alerts/lift.yaml")
        try folder.write(
            "pins:\n  - {questions: [what does it cost], item: fees, owner: ann, until: 2026-11-01}\n",
            to: "synonyms/main.yaml")
        try folder.write(
            """
            id: front
            type: team
            title: Front desk
            owner: ann
            audience: [agents]
            review: {last: 2026-08-31, every: 3650d}
            hours: {mon-fri: "08:00-17:00", closed: [2026-09-07, 2027-09-06]}

            """, to: "directory/front.yaml")
    }

    private func next(_ arguments: [String], status: Int32 = 0) throws -> Program.Outcome {
        var program = Program.kb(["next", "--root", folder.path, "--at", "2026-09-01"] + arguments)
        program.variables = ["COLUMNS": "80"]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)")
        return outcome
    }

    @Test func `What changes by itself stands under its day, in order`() throws {
        let outcome = try next([])
        #expect(
            outcome.output == """
                2026-09-02
                  06:30  alert begins  lift  The lift is out of order

                2026-09-07
                  closed all day  front  Front desk

                2026-09-10
                  alert ends    lift       The lift is out of order
                  fact changes  visit.fee  Fee: 20 dollars → 25 dollars

                2026-09-12
                  09:30  key ends  ann  Ann

                2026-09-15
                  new edition  fees  Fees

                2026-09-21
                  review overdue  fees  Fees

                2026-10-01
                  leaves  ann  Ann

                2026-11-01
                  pin ends  fees  what does it cost

                """)
        #expect(outcome.error == "9 changes from 2026-09-01 00:00 until 2026-11-30 00:00.\n")
    }

    @Test func `Kinds, owners and the time narrow it, and cron can go by the status`() throws {
        #expect(
            try next(["--kind", "fact", "--kind", "alert", "--format", "jsonl"]).output.split(separator: "\n").count
                == 3)
        #expect(try next(["--kind", "review"]).output == "2026-09-21\n  review overdue  fees  Fees\n")
        #expect(try next(["--owner", "bob"]).error.contains("Nothing changes by itself"))
        #expect(try next(["--within", "24h", "--exit-code"], status: 0).output.isEmpty)
        #expect(try next(["--within", "48h", "--exit-code"], status: 1).output.contains("lift"))
        #expect(try next(["--until", "2026-09-10"], status: 0).output.contains("2026-09-10") == false)
        #expect(try next(["--until", "2026-08-01"], status: 2).sentence.contains("is over by then"))
        #expect(try next(["--kind", "colour"], status: 2).sentence.contains("there is no kind 'colour'"))
        #expect(try next(["--until", "2026-10-01", "--within", "3d"], status: 2).sentence.contains("say the same"))
    }
}
