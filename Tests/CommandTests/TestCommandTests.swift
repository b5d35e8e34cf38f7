import TestSupport
import Testing
import YAML

/// `kb test` on a knowledge base as `kb init` lays it out.
@Suite struct TestCommandTests {
    private struct Base {
        let folder = TemporaryFolder()
        var path: String { folder.path + "/kb" }

        /// - Parameter questions: Entries of `questions:`, in a file of their own.
        init(_ questions: String = "") throws {
            let outcome = try Program.kb(["init", path, "--timezone", "America/New_York"]).run()
            #expect(outcome.status == 0, "\(outcome.error)")
            try ask(questions)
        }

        func ask(_ questions: String) throws {
            try folder.write("questions:" + (questions.isEmpty ? " []\n" : "\n" + questions), to: "kb/tests/more.yaml")
        }

        func change(_ old: String, _ new: String) throws {
            let name = "kb/articles/arriving-for-a-visit.md"
            try folder.write(try folder.read(name).replacing(old, with: new), to: name)
        }

        func test(_ arguments: String..., status: Int32) throws -> Program.Outcome {
            let outcome = try Program.kb(["test"] + arguments, in: path).run()
            #expect(outcome.status == status, "\(arguments): \(outcome.error)\(outcome.output)")
            return outcome
        }

        func commit() throws {
            let script = """
                unset GIT_DIR GIT_WORK_TREE; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1
                test -d .git || git init -q -b main .
                git add -A; git -c user.name=A -c user.email=a@example.org commit -q -m change
                """
            var program = Program("/bin/sh", ["-c", script])
            program.folder = path
            #expect(try program.run().status == 0)
        }
    }

    @Test func `A knowledge base as it is laid out passes`() throws {
        let outcome = try Base().test(status: 0)
        #expect(outcome.output.isEmpty && outcome.error == "1 of 1 golden question passes.\n")
    }

    @Test func `A failure says where, what was expected and what came instead`() throws {
        let base = try Base(
            """
              - ask: when should I arrive
                audience: public
                context: {urgency: routine}
                at: 2026-11-24
                expect:
                  says: bring 2 photo cards
            scenarios: []

            """)
        let outcome = try base.test(status: 1)
        #expect(
            outcome.output == """
                tests/more.yaml:7:13: failed: when should I arrive
                    asked as: public, urgency=routine, 2026-11-24
                    the answer of 'arriving-for-a-visit' should say “bring 2 photo cards”; nearest to it is “bring a
                      photo ID.”
                    came up:
                      1. arriving-for-a-visit · Arriving for a visit

                """)
        #expect(outcome.error == "1 of 2 golden questions pass.\n")
        #expect(try base.test("--exit-zero", status: 0).output == outcome.output)
    }

    @Test func `Each audience is asked of its own index`() throws {
        let hidden =
            "---\nid: deposit\ntitle: The deposit\nanswer: The deposit is 20 dollars.\nowner: editors\n"
            + "audience: [agents]\ncategory: general\nreview: {last: 2026-11-01, every: 365d}\n---\nText.\n"
        let base = try Base(
            "  - {ask: the deposit, audience: agents, expect: {first: deposit}}\n"
                + "  - {ask: the deposit, audience: public, expect: {first: deposit}}\n"
                + "  - {ask: the deposit, audience: public, expect: {nothing: true}}\n")
        try base.folder.write(hidden, to: "kb/articles/deposit.md")
        let cases = try JSONReader.read(Array(base.test("--format", "json", "tests/more.yaml", status: 1).output.utf8))
        let outcomes = cases["cases"]?.sequence ?? []
        #expect(outcomes.compactMap { $0["outcome"]?.text } == ["passed", "failed", "passed"])
        #expect(outcomes.last?["found"]?.sequence?.isEmpty == true)
        #expect(outcomes.dropFirst().first?["failures"]?.sequence?.first?["reason"]?.text == "not-for-audience")
    }

    @Test func `A question without a moment is asked at the one of --at`() throws {
        let base = try Base("  - {ask: when should I arrive, expect: {says: 15 minutes}}\n")
        try base.folder.write(
            "facts:\n  visit.arrive-early: {label: Early, unit: minutes, owner: editors, "
                + "values: [{value: 15, until: 2027-01-01}, {value: 30, from: 2027-01-01}]}\n",
            to: "kb/facts/general.yaml")
        _ = try base.test("--at", "2026-12-31", "tests/more.yaml", status: 0)
        let late = try base.test("--at", "2027-01-02", "tests/more.yaml", status: 1)
        #expect(late.output.contains("“30 minutes"), "\(late.output)")
    }

    @Test func `Questions are chosen by file, word and id`() throws {
        let base = try Base(
            "  - {ask: when should I arrive, expect: {first: arriving-for-a-visit}}\n  - {ask: zebra, expect: {nothing: true}}\n"
        )
        func count(_ selection: String...) throws -> Int {
            let outcome = try Program.kb(["test", "--format", "jsonl"] + selection, in: base.path).run()
            return outcome.output.split(separator: "\n").count
        }
        #expect(try count() == 3)
        #expect(try count("tests/more.yaml") == 2 && count("tests") == 3 && count("tests/general.yaml", "zebra") == 0)
        #expect(
            try count("ZEBRA") == 1 && count("arriving-for-a-visit") == 2 && count("arriving-for-a-visit", "when") == 1)
        #expect(try base.test("nothing like it", status: 1).error.contains("No golden question"))
        #expect(try base.test("tests/mor.yaml", status: 2).error.contains("no test file"))
    }

    @Test func `Scenarios alone are played, and no test at all is no failure`() throws {
        let base = try Base()
        try base.folder.write("questions: []\n", to: "kb/tests/general.yaml")
        let none = try base.test("--format", "json", status: 0)
        #expect(none.output.contains("\"cases\":[]") && none.error.contains("no golden questions"))
        try base.folder.write(
            "id: book\ntitle: Book\nowner: editors\naudience: [agents]\ncategory: general\n"
                + "review: {last: 2026-11-01, every: 90d}\nstart: end\nsteps:\n  end: {outcome: Done.}\n",
            to: "kb/workflows/book.yaml")
        try base.folder.write("scenarios: [{workflow: book, expect: {outcome: end}}]\n", to: "kb/tests/general.yaml")
        #expect(try base.test(status: 0).error == "1 of 1 workflow scenario passes.\n")
    }

    @Test func `A knowledge base with errors is not asked`() throws {
        let outcome = try Base("  - {ask: x, context: {urgncy: routine}, expect: {first: arriving-for-a-visit}}\n")
            .test(status: 2)
        #expect(outcome.output.isEmpty && outcome.error.contains("KB602"))
        #expect(outcome.sentence.contains("No test was played, because the knowledge base has an error."))
    }

    @Test func `A comparison shows what a change did, and fails for that alone`() throws {
        let base = try Base(
            "  - {ask: when should I arrive, expect: {says: photo ID}}\n  - {ask: photo, expect: {says: passport}}\n")
        try base.commit()
        #expect(try base.test("--base", "main", status: 0).output.isEmpty)
        try base.change("bring a photo ID", "bring a passport")
        let outcome = try base.test("--base", "main", "--at", "2026-11-24", status: 1)
        #expect(outcome.output.hasPrefix("Newly failing (1):\n\ntests/more.yaml:2:48: failed: when should I arrive\n"))
        #expect(outcome.output.contains("Newly passing (1):") && outcome.output.contains("Changed (1):"))
        #expect(outcome.error.contains("2 of 3 golden questions pass; 1 newly failing, 1 newly passing, 1 changed."))
        try base.ask("  - {ask: photo, expect: {says: passport}}\n")
        let removed = try base.test("--base", "main", status: 0).output
        #expect(removed.contains("Asked no longer (1):") && removed.contains("expected: says “photo ID”"))
        let markdown = try base.test("--base", "main", "--format", "markdown", status: 0).output
        #expect(markdown.contains("#### Newly passing") && markdown.contains("✗ `arriving-for-a-visit` | ✓"))
    }

    @Test func `A question that a change adds or rewrites must hold`() throws {
        let base = try Base("  - {ask: photo, expect: {says: passport}}\n")
        try base.commit()
        #expect(try base.test("--base", "main", status: 0).error.contains("1 fails as before; nothing changed"))
        try base.ask("  - {ask: photo, expect: {says: visa}}\n")
        _ = try base.test("--base", "main", status: 1)
        try base.ask("  - {ask: photo, expect: {says: photo}}\n")
        #expect(try base.test("--base", "main", status: 0).output.hasPrefix("Expecting something else (1):"))
    }

    @Test func `A revision is asked instead of the files on disk`() throws {
        let base = try Base()
        try base.commit()
        try base.folder.write("kb: nothing\n", to: "kb/kb.yaml")
        _ = try base.test(status: 2)
        #expect(try base.test("--rev", "main", "tests/general.yaml", status: 0).error.hasPrefix("1 of 1"))
    }

    @Test func `A question finds what the reader of its audience's index finds`() throws {
        let folder = TemporaryFolder()
        let example = TestFile.package() + "/examples/patient-access"
        let tested = try Program.kb(["test", "--root", example, "--at", "2026-11-24", "--format", "json"]).run()
        let cases = try JSONReader.read(Array(tested.output.utf8))["cases"]?.sequence ?? []
        for audience in ["public", "agents", "billing"] {
            let index = folder.path + "/" + audience
            let building = ["build", "--root", example, "-o", index, "--audience", audience, "--at", "2026-11-24"]
            #expect(try Program.kb(building).run().status == 0)
            for question in cases.filter({ $0["audience"]?.text == audience }).prefix(5) {
                let context = (question["context"]?.mapping?.entries ?? []).flatMap {
                    ["--context", "\($0.key.text)=\($0.value.text ?? "")"]
                }
                let asking = [
                    "search", question["question"]?.text ?? "", "--index", index, "--at", question["at"]?.text ?? "",
                ]
                let answer = try Program.kb(asking + context + ["--format", "json"]).run().output
                let found = try JSONReader.read(Array(answer.utf8))["results"]?.sequence?.map { $0["id"]?.text }
                #expect(found == question["found"]?.sequence?.map { $0["id"]?.text }, "\(asking)")
            }
        }
    }
}
