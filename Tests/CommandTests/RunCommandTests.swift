import TestSupport
import Testing
import YAML

/// `kb run` on the example knowledge bases, from an index alone.
@Suite struct RunCommandTests {
    private struct Base {
        let folder = TemporaryFolder()
        let root: String
        var index: String { folder.path + "/index" }

        init(_ example: String = "patient-access", audience: [String] = []) throws {
            root = TestFile.package() + "/examples/" + example
            let built = try Program.kb(
                ["build", "--root", root, "-o", index, "--at", "2026-11-24"] + audience.flatMap { ["--audience", $0] }
            ).run()
            #expect(built.status == 0, "\(built.error)")
        }

        func run(_ arguments: [String], _ input: String = "", at: String = "2026-11-24T10:00") throws -> Program.Outcome
        {
            var program = Program.kb(["run"] + arguments + ["--index", index, "--at", at])
            program.input = input
            return try program.run()
        }

        func last(_ arguments: [String]) throws -> (root: Node, step: Node, status: Int32) {
            let outcome = try run(arguments + ["--format", "json"])
            let root = try JSONReader.read(Array(outcome.output.utf8))
            let step = try #require(root["steps"]?.sequence?.last, "\(outcome.error)")
            return (root, step, outcome.status)
        }
    }

    /// The lines of a text one after the other, each at the first place after that of the one before.
    private func expect(_ text: String, has lines: [String]) {
        var rest = text[...]
        for line in lines {
            guard let range = rest.firstRange(of: line) else {
                Issue.record("“\(line)” is not there, or not in order:\n\(text)")
                return
            }
            rest = rest[range.upperBound...]
        }
    }

    @Test func `A day given for the days until it changes both`() throws {
        let base = VisitBase()
        try base.lay()
        try base.write(
            """
            id: visit
            title: Book a visit
            owner: editors
            audience: [agents]
            category: general
            review: {last: 2026-11-01, every: 90d}
            fields:
              day: {type: date, min: 2026-01-01, max: 2027-12-31}
              days: {type: integer, min: 0, max: 365, derive: {days_until: day}}
            start: days
            steps:
              days: {ask: How many days?, field: days, next: {"< 2": call, ">= 2": urgency}}
              urgency: {ask: Is it urgent?, field: urgency, next: {urgent: call, routine: book}}
              call: {outcome: Call the nurse.}
              book: {outcome: Book it.}

            """, to: "workflows/visit.yaml")
        _ = try base.kb("build", "--at", "2026-11-24", status: 0)
        func run(_ input: String) throws -> String {
            var program = Program.kb(["run", "visit", "--at", "2026-11-25"], in: base.path)
            program.input = input
            return try program.run().output
        }
        #expect(try run("5\nroutine\n").contains("Book it."))
        #expect(try run("5\nc days 2026-11-25\n").contains("Call the nurse."))
        #expect(try run("5\nc days 2026-12-25\nroutine\n").contains("Book it."))
        #expect(try run("5\nc days 2026-11-20\nroutine\n").contains("Book it."))
    }

    @Test func `A caller is led to an outcome with what is needed and who takes the call`() throws {
        let outcome = try Base().run(["schedule-mri"], "rou\n?\n1\n44\nu\n")
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        expect(
            outcome.output,
            has: [
                "Hours over Thanksgiving", "Schedule an MRI\n", "schedule-mri@",
                "MRI at the West clinic is out of service",
                "Is the order marked urgent?\n", "Say: “Has your doctor", "  1 Routine\n", "> rou\n  → Routine\n",
                "Is a signed MRI order on file?\n", "MRI referral requirements", "A signed order from",
                "#what-must-be-on-the-order", "u I don't know", "- No or I don't know: Do not book yet.",
                "How old is the patient?", "whole number from 0 to 120", "→ Offer no date.", "Needed:",
                "- MRI preparation explained (Scheduling center; 48 hours before the visit)",
                "Payer authorisation number (Registration and insurance verification), if",
                "Hand over to Imaging desk: open until 18:00",
                "+1 555 0100 (scheduling)", "Call note\n", "Schedule an MRI (schedule-mri@",
                "2026-11-24 10:00 America/New_York",
                "Is the order marked urgent? Routine\n", "How old is the patient? 44\n", "Outcome: Offer no date.",
                "Handed over to: Imaging desk, +1 555 0100\n",
            ])
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `An article's escalation shows once its condition holds, and a closed desk names who takes over`() throws
    {
        let outcome = try Base().run(["schedule-mri", "--answer", "urgency=urgent"], at: "2026-11-28T20:00")
        #expect(outcome.status == 0)
        expect(
            outcome.output,
            has: [
                "Known: Urgent", "Escalate to Imaging desk: closed, opens Mon 2026-11-30 07:00",
                "Until then Nurse line: always open",
                "Handed over to: Imaging desk; closed now, so Nurse line, +1 555 0111",
            ])
    }

    @Test func `A called workflow says what it came to, and the note names both versions`() throws {
        let outcome = try Base().run(
            ["schedule-mri", "--context", "payer=commercial", "--context", "implant=false"],
            "routine\nyes\n44\nno\ndenied\n")
        expect(
            outcome.output,
            has: [
                "Obtain authorisation\n", "Is there an authorisation number", "Where does the request", "> denied",
                "Obtain authorisation: The plan has denied it.", "→ Do not book.", "With obtain-authorisation@",
                "Who pays for this visit? Commercial",
            ])
    }

    @Test func `Back and a changed answer ask again what depends on it`() throws {
        let outcome = try Base().run(["schedule-mri"], "routine\nyes\n44\nb\n12\nyes\nc age 40\nno\nc ages\nq\n")
        #expect(outcome.status == 1)
        expect(
            outcome.output,
            has: [
                "→ 44", "> b\n\nHow old is the patient?", "parent or legal guardian?", "> c age 40\n  → 40\n",
                "Asked again where needed: caller_is_guardian", "pacemaker", "> no\n", "Who pays for this visit?",
                "> q\n",
            ])
        #expect(outcome.sentence.contains("Nothing is known of 'ages'"))
    }

    @Test func `Answers that are none are told, and their end names the open question`() throws {
        let outcome = try Base().run(["schedule-mri"], "maybe\n7\nu\nb\n")
        #expect(outcome.status == 1)
        for part in [
            "'maybe' is none of the answers", "There is no answer 7", "takes no “I don't know”",
            "nothing to go back to",
            "The answers end at the question “Is the order marked urgent?”; answer it with --answer urgency=VALUE.",
        ] {
            #expect(outcome.sentence.contains(part), "\(outcome.error)")
        }
    }

    @Test(arguments: ["patient-access", "public-guidance"])
    func `Every scenario of the examples ends and asks as its test says`(_ example: String) throws {
        let base = try Base(example)
        var count = 0
        for (path, file) in try FolderState(of: base.root + "/tests").files where path.hasSuffix(".yaml") {
            let root = try #require(try YAMLParser.parse(file.bytes[...]))
            for scenario in root["scenarios"]?.sequence ?? [] {
                let id = try #require(scenario["workflow"]?.text)
                let context = (scenario["context"]?.mapping?.entries ?? []).flatMap {
                    ["--context", "\($0.key.text)=\($0.value.text ?? "")"]
                }
                let at = scenario["at"]?.text.map { ["--at", $0] } ?? []
                let (answer, step, status) = try base.last([id] + context + at)
                #expect(
                    status == 0 && step["step"]?.text == scenario["expect"]?["outcome"]?.text,
                    "\(path): \(id) \(context)")
                if let asked = scenario["expect"]?["asked"]?.sequence?.compactMap(\.text) {
                    #expect(answer["asked"]?.sequence?.compactMap(\.text) == asked, "\(path): \(id) \(context)")
                }
                count += 1
            }
        }
        #expect(count > 10)
    }

    @Test func `As JSON it is a function from what is known to the next question or the outcome`() throws {
        let base = try Base()
        var answers: [String] = []
        var asked: [String] = []
        while true {
            let (_, step, status) = try base.last(["schedule-mri"] + answers)
            #expect(status == 0)
            guard step["type"]?.text == "question" else {
                #expect(step["type"]?.text == "outcome" && step["state"]?.text == "reached")
                break
            }
            let field = try #require(step["field"]?.text)
            #expect(!asked.contains(field) && step["state"]?.text == "open" && step["why"]?.sequence?.isEmpty == false)
            asked.append(field)
            answers += ["--answer", "\(field)=\(step["answers"]?.sequence?[0]["value"]?.text ?? "30")"]
        }
        #expect(asked == ["urgency", "referral_on_file", "age", "implant"])
    }

    @Test func `What cannot be run says why, and what is no answer is a fault of usage`() throws {
        let base = try Base()
        let missing = try base.run(["schedule-mir"])
        #expect(missing.status == 1 && missing.sentence.contains("did you mean 'schedule-mri'?"), "\(missing.error)")
        let article = try base.run(["mri-preparation"])
        #expect(article.status == 1 && article.sentence.contains("is no workflow but of kind article"))
        for arguments in [
            ["--answer", "urgency=maybe"], ["--answer", "x=1"], ["--context", "age=200"], ["--answer", "age"],
        ] {
            let outcome = try base.run(["schedule-mri"] + arguments)
            #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.error.isEmpty, "\(arguments)")
        }
        let hidden = try base.run(["schedule-mri", "--audience", "public"])
        #expect(hidden.status == 1 && !hidden.error.contains("did you mean"))
    }

    @Test func `A shell completes workflows and their answers`() throws {
        let base = try Base()
        var program = Program.kb(["---completion", "run", "--", "positional@0", "3", "0", "kb", "run", "sched"])
        program.variables["KB_INDEX"] = base.index
        #expect(try program.run().output.contains("schedule-mri\n"))
    }
}
