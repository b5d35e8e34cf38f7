import Glibc
import TestSupport
import Testing

/// No command replaces or spoils what somebody wrote.
@Suite struct ReplacingTests {
    private static let article = "kb/articles/arriving-for-a-visit.md"

    private func base() throws -> TemporaryFolder {
        let folder = TemporaryFolder()
        #expect(try Program.kb(["init", folder.path + "/kb"]).run().status == 0)
        return folder
    }

    @Test(arguments: [["build", "-o"], ["validate", "--write-baseline"]])
    func `A file of another kind is not replaced`(_ command: [String]) throws {
        let folder = try base()
        let before = try folder.read(Self.article)
        let outcome = try Program.kb(command + ["articles/arriving-for-a-visit.md"], in: folder.path + "/kb").run()
        #expect(outcome.status == 2 && outcome.error.contains("nothing was"), "\(outcome)")
        #expect(try folder.read(Self.article) == before)
    }

    @Test(arguments: ["status:\nreplaced_by:", "aliases:", "aliases: &al [z]"])
    func `A field that cannot be set safely leaves all as it was`(_ field: String) throws {
        let folder = try base()
        let text = try folder.read(Self.article).replacing("\ntype:", with: "\n\(field)\ntype:")
        try folder.write(text, to: Self.article)
        for command in [["retire", "arriving-for-a-visit"], ["rename", "arriving-for-a-visit", "arriving"]] {
            _ = try Program.kb(command, in: folder.path + "/kb").run()
            let found = try Program.kb(["validate", "--format", "json"], in: folder.path + "/kb").run().output
            #expect(!found.contains("KB003") && !found.contains("KB005"), "\(command): \(found)")
            try folder.write(text, to: Self.article)
        }
    }

    @Test func `Fixes that do not go together are left out`() throws {
        let folder = try base()
        let text = try folder.read(Self.article).replacing("\ntype:", with: "\nkeywrds: [a]\nkeyword: [b]\ntype:")
        try folder.write(text, to: Self.article)
        let outcome = try Program.kb(["validate", "--fix"], in: folder.path + "/kb").run()
        #expect(try folder.read(Self.article) == text, "\(outcome)")
    }

    @Test func `A new secret in the place of an old one is new`() throws {
        let folder = try base()
        let text = try folder.read(Self.article)
        func check(_ secret: String, _ arguments: [String]) throws -> Program.Outcome {
            try folder.write(text + "\nThe desk logs in with password: \(secret)\n", to: Self.article)
            return try Program.kb(["validate"] + arguments, in: folder.path + "/kb").run()
        }
        _ = try check("BlueLagoon77!", ["--write-baseline", "known.json"])
        #expect(try check("BlueLagoon77!", ["--baseline", "known.json"]).status == 0)
        #expect(try check("GreenHarbour99?", ["--baseline", "known.json"]).status == 1)
    }

    @Test func `A file name that is no UTF-8 stops nothing`() throws {
        let folder = try base()
        var name = Array((folder.path + "/kb/articles/caf").utf8CString.dropLast())
        name += [CChar(bitPattern: 0xE9), 0]
        let file = open(name, O_CREAT | O_WRONLY, 0o644)
        try #require(file >= 0)
        close(file)
        #expect(try Program.kb(["validate"], in: folder.path + "/kb").run().status != 2)
    }
}
