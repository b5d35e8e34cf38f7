import TestSupport
import Testing

/// `kb review` on a small knowledge base.
@Suite struct ReviewCommandTests {
    let folder = TemporaryFolder()

    init() throws {
        try folder.write(
            """
            kb: 1
            name: Visits
            timezone: America/New_York
            languages: [en, es]
            audiences: {agents: {}}
            review: {every: 365d, warn: 14d, by_risk: {high: 90d}}

            """, to: "kb.yaml")
        try folder.write(
            "people:\n  - {id: ann, name: Ann}\ngroups:\n  - {id: desk, members: [ann]}\n  - {id: billing, members: []}\n",
            to: "people.yaml")
        try article("parking", "desk", "{last: 2026-08-25}")
        try article("arrival", "desk", "{last: 2026-06-01}", "risk: high\n")
        try article("fees", "billing", "{}")
        try article("refunds", "billing", "{last: 2025-09-10}")
        try article("fax", "billing", "{last: 2020-01-01}", "status: retired\n")
        try folder.write(
            "id: front\ntype: team\ntitle: Front, desk\nowner: ann\naudience: [agents]\nreview: {last: 2026-08-01, every: 30d}\n",
            to: "directory/front.yaml")
    }

    private func article(_ id: String, _ owner: String, _ review: String, _ more: String = "") throws {
        try folder.write(
            "---\nid: \(id)\ntitle: All about \(id)\nowner: \(owner)\naudience: [agents]\n\(more)review: \(review)\n---\nText.\n",
            to: "articles/\(id).md")
    }

    func review(_ arguments: [String], status: Int32) throws -> Program.Outcome {
        var program = Program.kb(["review"] + arguments + ["--root", folder.path, "--at", "2026-09-01"])
        program.variables = ["COLUMNS": "80"]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(outcome.error)\(outcome.output)")
        return outcome
    }

    @Test func `What is to be reviewed stands under its owner, the most pressing first`() throws {
        let outcome = try review([], status: 1)
        #expect(
            outcome.output == """
                ann: 1
                  overdue 1 day  front  Front, desk

                billing: 2
                  never reviewed  fees     All about fees
                  in 9 days       refunds  All about refunds

                desk: 1
                  overdue 2 days  high  arrival  All about arrival

                """)
        #expect(outcome.error == "2 overdue, 1 never reviewed, 1 due, of 6 items.\n")
    }

    @Test func `A person's list has what their groups own, and time and queries narrow it`() throws {
        #expect(try review(["--owner", "ann"], status: 1).output.contains("arrival"))
        #expect(try review(["--owner", "nobody"], status: 2).error.contains("no person or group 'nobody'"))
        #expect(
            try review(["--owner", "ann", "kind:directory", "--format", "jsonl"], status: 1).output.contains(
                "\"front\""))
        let later = try review(["owner:desk", "kind:article", "--within", "365d", "risk:normal"], status: 0)
        #expect(later.output == "desk: 1\n  in 358 days  parking  All about parking\n")
        #expect(try review(["owner:billing", "--within", "1d", "refunds"], status: 0).output == "")
        #expect(try review(["--owed", "owner:billing"], status: 1).output.contains("refunds") == false)
        #expect(try review(["--all", "--exit-zero"], status: 0).error.contains("1 current, of 6 items"))
        #expect(try review(["colour:red"], status: 2).sentence.contains("items cannot be listed by 'colour'"))
        #expect(try review(["--within", "soon"], status: 2).sentence.contains("'soon' is no length of time"))
    }

    @Test func `By time, what is owed comes before what will be`() throws {
        let outcome = try review(["--by", "due", "--within", "30d"], status: 1)
        let headings = outcome.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(headings == ["Never reviewed: 1", "Overdue: 2", "2026-09: 1"])
    }

    @Test func `A digest lists each owner's as boxes to tick`() throws {
        let text = try review(["--format", "markdown"], status: 1).output
        #expect(
            text.hasPrefix("# Reviews on 2026-09-01\n\n2 overdue, 1 never reviewed, 1 due, of 6 items.\n\n## ann\n\n"))
        #expect(
            text.contains(
                "- [ ] All about arrival, `arrival`: **overdue 2 days**, since 2026-08-30, high risk; `articles/arrival.md`\n"
            ))
    }

    @Test func `A calendar says nothing of the content, and keeps an entry for an item`() throws {
        let text = try review(["--format", "ics", "--within", "365d"], status: 1).output
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 5)
        #expect(lines.contains("DTSTART;VALUE=DATE:20260830") && lines.contains("DTEND;VALUE=DATE:20260831"))
        #expect(lines.contains("DTSTAMP:20260901T040000Z"))
        for word in ["arrival", "parking", "fees", "refunds", "All about", "articles/"] {
            #expect(!text.contains(word))
        }
        let uids = lines.filter { $0.hasPrefix("UID:") }
        #expect(Set(uids).count == 5)
        try article("arrival", "desk", "{last: 2026-09-01}", "risk: high\n")
        let later = try review(["--format", "ics", "--within", "365d"], status: 1).output
        #expect(Set(later.split(separator: "\r\n").map(String.init).filter { $0.hasPrefix("UID:") }) == Set(uids))
    }

    @Test func `Text from content cannot steer a terminal or a calendar`() throws {
        try folder.write(
            "id: front\ntype: team\ntitle: \"a\\u202E[31m\"\nowner: \"x\\nEND:VCALENDAR;\"\naudience: [agents]\nreview: {}\n",
            to: "directory/front.yaml")
        let text = try review(["kind:directory"], status: 1).output
        #expect(text.contains("[31m") && !text.contains("\u{202E}"))
        let calendar = try review(["kind:directory", "--format", "ics"], status: 1).output
        #expect(calendar.split(separator: "\r\n").count { $0 == "END:VCALENDAR" } == 1)
        #expect(calendar.contains("x\\nEND:VCALENDAR\\;"))
    }

    @Test func `A plan has a line for each week of an owner, and is written only where it is asked for`() throws {
        let outcome = try review(["plan", "owner:billing", "--within", "60d"], status: 0)
        #expect(
            outcome.output == """
                billing: 2 reviews, at most 1 a week
                  2026-08-31  1  fees*
                  2026-09-07  1  refunds

                * owed already

                """)
        #expect(outcome.error == "2 reviews until 2026-10-31, of 6 items.\n")
        let path = folder.path + "/plan.md"
        let written = try review(["plan", "--format", "markdown", "-o", path], status: 0)
        #expect(written.output.isEmpty)
        #expect(try folder.read("plan.md").contains("## desk\n\n"))
        #expect(try review(["plan", "--within", "3000d"], status: 2).sentence.contains("at most five years"))
    }

    @Test func `Nothing to review is said`() throws {
        let outcome = try review(["nothing-like-this"], status: 0)
        #expect(outcome.output == "" && outcome.error == "Nothing to review, of 6 items.\n")
        #expect(try review(["nothing-like-this", "--format", "json"], status: 0).output.contains("\"items\":[]"))
    }
}
