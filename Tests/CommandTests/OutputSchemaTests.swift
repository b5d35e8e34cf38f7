import JSONSchema
import TestSupport
import Testing
import YAML

/// Every JSON answer holds to its contract in `schemas/output/`.
@Suite struct OutputSchemaTests {
    private static let base = "https://kb.example/schemas/"
    private static let example = TestFile.package() + "/examples/patient-access"
    private static let broken = TestFile.package() + "/examples/broken"

    private static func schema(_ name: String) throws -> Schema {
        var registry = SchemaRegistry()
        let common = try TestFile.read(TestFile.package() + "/schemas/common.schema.json")
        try registry.register(try JSONReader.read(common), at: base + "common.schema.json")
        let document = try TestFile.read(TestFile.package() + "/schemas/output/\(name).schema.json")
        return try registry.compile(
            try JSONReader.read(document), at: base + "output/\(name).schema.json", formats: .assertion)
    }

    func violations(_ output: String, of name: String) throws -> [String] {
        let root = try JSONReader.read(Array(output.utf8))
        return try Self.schema(name).validate(root).map { "\($0.instancePointer): \($0.reason)" }
    }

    @Test(arguments: [example, broken])
    func `kb validate keeps its contract`(_ folder: String) throws {
        let outcome = try Program.kb(["validate", "--root", folder, "--at", "2026-11-24", "--format", "json"]).run()
        #expect(outcome.status != 2, "\(outcome.error)")
        #expect(try violations(outcome.output, of: "validate") == [])
    }

    @Test func `kb build, list, search and show keep theirs`() throws {
        let folder = TemporaryFolder()
        let index = folder.path + "/index"
        let built = try Program.kb([
            "build", "--root", Self.example, "-o", index, "--at", "2026-11-24", "--format", "json",
        ]).run()
        #expect(built.status == 0, "\(built.error)")
        #expect(try violations(built.output, of: "build") == [])
        let reading = ["--index", index, "--at", "2026-11-24", "--format", "json"]
        for question in ["what do I need before an MRI", "parking", "zzz"] {
            let found = try Program.kb(["search", question] + reading).run()
            #expect(try violations(found.output, of: "search") == [])
            #expect(found.status == (question == "zzz" ? 1 : 0))
        }
        let list = try Program.kb(["list"] + reading).run()
        #expect(try violations(list.output, of: "list") == [])
        let ids = try JSONReader.read(Array(list.output.utf8))["items"]?.sequence?.compactMap { $0["id"]?.text } ?? []
        #expect(ids.count > 100)
        for id in Set(ids).sorted() {
            let shown = try Program.kb(["show", id] + reading).run()
            #expect(try violations(shown.output, of: "show") == [], "\(id)")
        }
        let files = try Program.kb(["list", "--root", Self.example, "--at", "2026-11-24", "--format", "json"]).run()
        #expect(files.output == list.output)
    }

    @Test(arguments: [example, broken])
    func `kb review keeps its contract`(_ folder: String) throws {
        let outcome = try Program.kb([
            "review", "--root", folder, "--at", "2026-11-24", "--all", "--format", "json",
        ]).run()
        #expect(outcome.status == 1, "\(outcome.error)")
        #expect(try violations(outcome.output, of: "review") == [])
        #expect(try JSONReader.read(Array(outcome.output.utf8))["items"]?.sequence?.count ?? 0 > 20)
        let plan = try Program.kb([
            "review", "plan", "--root", folder, "--at", "2026-11-24", "--format", "json",
        ]).run()
        #expect(plan.status == 0, "\(plan.error)")
        #expect(try violations(plan.output, of: "review-plan") == [])
        #expect(try JSONReader.read(Array(plan.output.utf8))["items"]?.sequence?.count ?? 0 > 20)
    }

    @Test func `kb test --future keeps its contract`() throws {
        let folder = TemporaryFolder()
        let copied = try Program("/bin/cp", ["-r", Self.example, folder.path + "/kb"]).run()
        #expect(copied.status == 0)
        try folder.write(
            "questions:\n  - {ask: how long before an MRI do I stop eating, expect: {first: mri-preparation, says: 2 hours}}\n",
            to: "kb/tests/zz.yaml")
        let outcome = try Program.kb([
            "test", "--future", "--root", folder.path + "/kb", "--at", "2026-11-24", "--format", "json",
        ]).run()
        #expect(outcome.status == 1, "\(outcome.error)")
        #expect(try violations(outcome.output, of: "test-future") == [])
        #expect(try JSONReader.read(Array(outcome.output.utf8))["cases"]?.sequence?.count ?? 0 > 0)
    }

    @Test(arguments: [example, broken])
    func `kb next keeps its contract`(_ folder: String) throws {
        let outcome = try Program.kb([
            "next", "--root", folder, "--at", "2026-08-01", "--within", "400d", "--format", "json",
        ]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(try violations(outcome.output, of: "next") == [])
        #expect(try JSONReader.read(Array(outcome.output.utf8))["changes"]?.sequence?.count ?? 0 > 5)
    }

    @Test(arguments: ["info", "verify"])
    func `kb index keeps its contract, and tells damage`(_ command: String) throws {
        let folder = TemporaryFolder()
        let index = folder.path + "/index"
        #expect(try Program.kb(["build", "--root", Self.example, "-o", index, "--at", "2026-11-24"]).run().status == 0)
        let outcome = try Program.kb(["index", command, "--index", index, "--format", "json"]).run()
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(try violations(outcome.output, of: "index") == [])
        var bytes = try TestFile.read(index)
        bytes[bytes.count - 100] ^= 1
        try TestFile.write(bytes, to: index)
        let damaged = try Program.kb(["index", command, "--index", index]).run()
        #expect(damaged.status == (command == "verify" ? 2 : 0))
    }

    @Test func `kb test keeps its contract`() throws {
        let outcome = try Program.kb([
            "test", "--root", Self.example, "--at", "2026-11-24", "--coverage", "--format", "json",
        ]).run()
        #expect(outcome.status != 2, "\(outcome.error)")
        #expect(try violations(outcome.output, of: "test") == [])
        let answer = try JSONReader.read(Array(outcome.output.utf8))
        #expect(Set(answer["cases"]?.sequence?.compactMap { $0["kind"]?.text } ?? []) == ["question", "scenario"])
        #expect(answer["coverage"]?.sequence?.count ?? 0 > 10)
    }

    @Test(
        arguments: [
            ("schedule-mri", [], "open"), ("schedule-mri", ["--answer", "urgency=urgent"], "reached"),
            (
                "schedule-mri",
                ["urgency=routine", "referral_on_file=true", "age=40", "implant=false", "payer=medicaid"].flatMap {
                    ["--context", $0]
                }, "open"
            ),
            (
                "schedule-mri",
                [
                    "urgency=routine", "referral_on_file=true", "age=40", "implant=false", "payer=medicaid",
                    "auth_number_on_file=unknown", "auth_status=waiting",
                ].flatMap { ["--answer", $0] } + ["--language", "es"], "reached"
            ),
            ("nothing", [], nil),
        ] as [(String, [String], String?)])
    func `kb run keeps its contract`(_ workflow: String, _ arguments: [String], _ state: String?) throws {
        let folder = TemporaryFolder()
        let index = folder.path + "/index"
        #expect(try Program.kb(["build", "--root", Self.example, "-o", index, "--at", "2026-11-24"]).run().status == 0)
        let reading = ["--index", index, "--at", "2026-11-28T20:00"]
        let outcome = try Program.kb(["run", workflow] + arguments + reading + ["--format", "json"]).run()
        #expect(outcome.status == (state == nil ? 1 : 0), "\(outcome.error)")
        #expect(try violations(outcome.output, of: "run") == [])
        let steps = try JSONReader.read(Array(outcome.output.utf8))["steps"]?.sequence
        #expect(steps?.last?["state"]?.text == state)
        let lines = try Program.kb(["run", workflow] + arguments + reading + ["--format", "jsonl"]).run()
        #expect(lines.output.split(separator: "\n").count == steps?.count)
    }

    @Test(arguments: [example, broken])
    func `kb prove keeps its contract`(_ folder: String) throws {
        let outcome = try Program.kb(["prove", "--root", folder, "--format", "json"]).run()
        #expect(outcome.status == (folder == Self.broken ? 1 : 0), "\(outcome.error)")
        #expect(try violations(outcome.output, of: "prove") == [])
        let lines = try Program.kb(["prove", "--root", folder, "--format", "jsonl"]).run().output
        let count = try JSONReader.read(Array(outcome.output.utf8))["workflows"]?.sequence?.count
        #expect(lines.split(separator: "\n").count == count)
    }

    @Test(arguments: [("2026-11-24T12:00", true), ("2020-01-01", false)])
    func `kb alerts keeps its contract, and lists what is active`(_ moment: String, _ isAny: Bool) throws {
        let folder = TemporaryFolder()
        let index = folder.path + "/index"
        #expect(try Program.kb(["build", "--root", Self.example, "-o", index, "--at", "2026-11-24"]).run().status == 0)
        let outcome = try Program.kb(["alerts", "--index", index, "--at", moment, "--format", "json"]).run()
        #expect(outcome.status == 0)
        #expect(try violations(outcome.output, of: "alerts") == [])
        let alerts = try JSONReader.read(Array(outcome.output.utf8))["alerts"]?.sequence
        #expect(alerts?.isEmpty == !isAny)
        let lines = try Program.kb(["alerts", "--index", index, "--at", moment, "--format", "plain"]).run().output
        #expect(lines.split(separator: "\n").count == alerts?.count)
    }

    @Test func `kb log keeps its contract`() throws {
        let base = VisitBase()
        try base.lay()
        try base.commit()
        let outcome = try base.kb("log", "visit", "--format", "json", status: 0)
        #expect(try violations(outcome.output, of: "log") == [])
        let lines = try base.kb("log", "visit", "--format", "jsonl", status: 0).output
        #expect(lines.split(separator: "\n").count == 1)
    }

    @Test func `kb rules keeps its contract`() throws {
        let outcome = try Program.kb(["rules", "--format", "json"]).run()
        #expect(try violations(outcome.output, of: "rules") == [])
    }
}
