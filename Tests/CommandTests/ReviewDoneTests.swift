import TestSupport
import Testing

/// `kb review done`: what it writes, commits and refuses, and how a review lapses.
@Suite struct ReviewDoneTests {
    private let folder = TemporaryFolder()
    private static let fee = """
        ---
        # Asked for every day.
        id:   fee       # never changes
        title: 'The fee'
        owner: ann
        audience: [agents]
        review:
          every: 90d    # as agreed
        ---
        It costs {{fact:visit.fee}}.

        """

    init() throws {
        try folder.write(
            "kb: 1\nname: Visits\ntimezone: America/New_York\naudiences: {agents: {}}\nreview: {most_per_day: 2}\n",
            to: "kb.yaml")
        try folder.write("people:\n  - {id: ann, name: Ann}\n  - {id: bob, name: Bob}\n", to: "people.yaml")
        try folder.write(
            "facts: {visit.fee: {label: Fee, owner: ann, values: [{value: \"20\"}]}}\n", to: "facts/visit.yaml")
        try folder.write(Self.fee, to: "articles/fee.md")
        try folder.write(
            "---\nid: parking\ntitle: Parking\nowner: bob\naudience: [agents]\nreview: {last: 2025-08-01}\n---\nText.\n",
            to: "articles/parking.md")
        try folder.write(
            """
            hubs:
              - {id: start, title: Start, owner: bob, audience: [agents], review: {}, sections: [{title: A, items: [fee]}]}
              - id: other
                title: Other
                owner: bob
                audience: [agents]
                review: {last: 2025-08-01, every: 30d}
                sections: [{title: A, items: [parking]}]

            """, to: "navigation/main.yaml")
    }

    @discardableResult
    private func kb(_ arguments: [String], status: Int32 = 0, at: String = "2026-09-01") throws -> Program.Outcome {
        var program = Program.kb(arguments + ["--root", folder.path, "--at", at])
        program.variables = [
            "COLUMNS": "80", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ann",
            "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann",
            "GIT_COMMITTER_EMAIL": "ann@example.org", "GIT_COMMITTER_DATE": "1788264000 +0000",
            "GIT_AUTHOR_DATE": "1788264000 +0000",
        ]
        let outcome = try program.run()
        #expect(outcome.status == status, "\(arguments): \(outcome.error)\(outcome.output)")
        return outcome
    }

    private func states() throws -> String {
        let outcome = try kb(["review", "list", "--all", "--format", "jsonl", "--exit-zero"])
        return outcome.output.split(separator: "\n").map { line in
            let text = String(line)
            func value(_ name: String) -> String {
                String(text.split(separator: "\"\(name)\":\"").dropFirst().first?.prefix { $0 != "\"" } ?? "")
            }
            return "\(value("id")) \(value("state")) \(value("verification"))"
        }.sorted().joined(separator: "\n")
    }

    private func git(_ script: String) throws -> String {
        let settings = "unset GIT_DIR GIT_WORK_TREE; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1; set -e\n"
        var program = Program("/bin/sh", ["-c", settings + script])
        program.folder = folder.path
        let outcome = try program.run()
        #expect(outcome.status == 0, "\(outcome.error)")
        return outcome.output
    }

    @Test func `A review writes its day and its hash, and nothing else changes`() throws {
        let outcome = try kb(["review", "done", "fee"])
        #expect(outcome.output == "articles/fee.md\n" && outcome.error == "1 item confirmed on 2026-09-01.\n")
        let text = try folder.read("articles/fee.md")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let added = lines.filter { $0.hasPrefix("  last: ") || $0.hasPrefix("  verified: ") }
        #expect(added.first == "  last: 2026-09-01" && added.last?.count == "  verified: ".count + 64)
        #expect(lines.filter { !added.contains($0) }.joined(separator: "\n") == Self.fee)
        #expect(try states().contains("fee current holds"))
    }

    @Test func `Hubs of one file are confirmed each by itself`() throws {
        try kb(["review", "done", "start", "other"])
        let text = try folder.read("navigation/main.yaml")
        #expect(text.contains("review: {last: 2026-09-01, verified: "))
        #expect(text.contains("review: {last: 2026-09-01, every: 30d, verified: "))
        #expect(try states().contains("start current holds") && states().contains("other current holds"))
    }

    @Test func `A review lapses when a fact that is told changes, and when the day alone is changed`() throws {
        try kb(["review", "done", "fee", "--on", "2026-08-01"])
        #expect(try states().contains("fee current holds"))
        let facts = try folder.read("facts/visit.yaml")
        try folder.write(facts.replacing("\"20\"", with: "\"25\""), to: "facts/visit.yaml")
        #expect(try states().contains("fee lapsed changed"))
        let list = try kb(["review", "--owner", "ann"], status: 1)
        #expect(list.output == "ann: 1\n  changed since  fee  The fee\n")
        let found = try kb(["validate", "--format", "json"])
        #expect(found.output.contains("KB410") && found.output.contains("changed after the review of 2026-08-01"))
        try folder.write(facts, to: "facts/visit.yaml")
        let text = try folder.read("articles/fee.md").replacing("last: 2026-08-01", with: "last: 2026-08-30")
        try folder.write(text, to: "articles/fee.md")
        #expect(try states().contains("fee lapsed redated"))
        let redated = try kb(["validate"], status: 1)
        #expect(redated.output.contains("error[KB410]"))
        #expect(redated.output.replacing("\n", with: " ").contains("2026-08-01"))
    }

    @Test func `A rename keeps the reviews of all that names the item`() throws {
        try folder.write(
            "---\nid: paying\ntitle: Paying\nowner: bob\naudience: [agents]\nreview: {}\n---\nSee [the fee](kb:fee).\n",
            to: "articles/paying.md")
        try folder.write(
            "id: pay\ntitle: Pay\nowner: bob\naudience: [agents]\nreview: {}\nstart: end\n"
                + "steps: {end: {outcome: Pay., article: fee}}\n", to: "workflows/pay.yaml")
        try kb(["review", "done", "fee", "paying", "pay", "start"])
        let outcome = try Program.kb(["rename", "fee", "the-fee", "--root", folder.path]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
        for id in ["the-fee", "paying", "pay", "start"] { #expect(try states().contains("\(id) current holds")) }
        #expect(try folder.read("articles/paying.md").contains("(kb:the-fee)"))
    }

    @Test func `Several that were only chosen are listed first, and confirmed when they were opened`() throws {
        let refused = try kb(["review", "done", "--owner", "bob"], status: 2)
        #expect(refused.output.hasPrefix("bob: 3\n") && refused.sentence.contains("open each of them"))
        #expect(try states().contains("parking overdue none"))
        let listed = try kb(["review", "done", "--owner", "bob", "--dry-run"])
        #expect(listed.output == "articles/parking.md\nnavigation/main.yaml\n")
        try kb(["review", "done", "--where", "kind:hub", "--checked"])
        #expect(try states().contains("parking overdue none") && states().contains("other current holds"))
        try kb(["review", "done", "--owner", "bob", "--checked"])
        let found = try kb(["validate", "--format", "json"])
        #expect(
            found.output.contains("KB411") && found.output.contains("3 items of 'bob' were confirmed on 2026-09-01"))
        #expect(try kb(["review", "done", "--owner", "bob"], status: 1).error.contains("Nothing to confirm"))
    }

    @Test func `A commit holds the reviews alone, and says which`() throws {
        _ = try git(
            "git init -q -b main .; git add -A; git -c user.name=A -c user.email=a@example.org commit -qm first; "
                + "echo x > note.txt; git add note.txt; echo 'exit 1' > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit"
        )
        let outcome = try kb(["review", "done", "fee", "parking", "--commit"])
        #expect(outcome.error.contains("Committed as ") && outcome.error.contains("no hook was run"))
        #expect(
            try git(
                "git log -1 --format='%an: %B' && git show --stat --format= --name-only HEAD && git status --porcelain")
                == "Ann: Review 2 items\n\nReviewed: fee\nReviewed: parking\n\narticles/fee.md\narticles/parking.md\nA  note.txt\n"
        )
        try kb(["review", "done", "--owner", "bob", "--checked", "--commit", "-m", "Look through"])
        #expect(try git("git log -1 --format=%B") == "Look through\n\n")
        try folder.write(try folder.read("articles/fee.md") + "More.\n", to: "articles/fee.md")
        let dirty = try kb(["review", "done", "fee", "--commit"], status: 2)
        #expect(dirty.sentence.contains("'articles/fee.md' is not as the last commit has it"))
        #expect(try git("git diff --stat | wc -l").contains("2"))
    }

    @Test(
        arguments: [
            (["nothing"], "there is no item 'nothing' that is reviewed"), (["parkin"], "did you mean 'parking'?"),
            (["fee", "--owner", "bob"], "'fee' is not among what the owner or the query chooses"),
            (["fee", "--on", "2026-09-02"], "2026-09-02 lies in the future"), ([], "name the items, or choose them"),
            (["fee", "-m", "x"], "--message goes with --commit"), (["fee", "--commit"], "is not in a git repository"),
        ])
    func `What cannot be confirmed is said in one sentence, and nothing is written`(
        arguments: [String], expected: String
    ) throws {
        let outcome = try kb(["review", "done"] + arguments, status: 2)
        #expect(outcome.sentence.contains(expected), "\(outcome.error)")
        #expect(try folder.read("articles/fee.md") == Self.fee)
    }
}
