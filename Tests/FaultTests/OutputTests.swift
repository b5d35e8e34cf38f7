import TestSupport
import Testing

/// What a command does when nobody reads its output, or nothing more fits.
@Suite struct OutputTests {
    private static let commands: [[String]] =
        [
            ["search", "park"], ["show", "parking"], ["list"], ["list", "--index", ".kb/index"],
            ["explain", "KB201"], ["schema", "article"], ["help", "search"], ["--help"], ["--version"],
            ["build", "--format", "json"], ["build"], ["retire", "parking", "--dry-run"],
        ] + ["bash", "zsh", "fish"].map { ["completions", $0] }
        + ["text", "json", "jsonl", "markdown"].map { ["rules", "--format", $0] }
        + ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"].map {
            ["validate", "--format", $0]
        }
        + ["text", "json", "jsonl", "plain"].flatMap { format in
            [["search", "park"], ["list"], ["list", "--index", ".kb/index"]].map { $0 + ["--format", format] }
        }

    @Test func `A closed pipe ends a command quietly`() throws {
        let base = try BuiltBase([
            "articles/parking.md": SmallBase.article("parking", "Parking", "related: [arrival]\n")
        ])
        for arguments in Self.commands {
            let usual = try base.run(arguments)
            var program = Program.kb(arguments, in: base.root)
            program.destination = .closedPipe
            let outcome = try program.run()
            #expect(outcome.status == usual.status && outcome.error == usual.error, "\(arguments): \(outcome)")
        }
    }

    @Test func `A full disk under the output is said, and shows in the status`() throws {
        let base = try BuiltBase(["articles/badge.md": SmallBase.article("badge", "Badges", "status: retired\n")])
        for arguments in Self.commands {
            // What has nothing to write could not fail to.
            #expect(try !base.run(arguments).output.isEmpty, "\(arguments)")
            var program = Program.kb(arguments, in: base.root)
            program.destination = .file("/dev/full")
            let outcome = try program.run()
            #expect(outcome.status == 2, "\(arguments): \(outcome)")
            #expect(outcome.error.contains("kb: cannot write the output: the disk is full"), "\(arguments): \(outcome)")
        }
    }

    @Test func `Half of a long output may be read`() throws {
        let script = "\"$1\" rules --format markdown | head -n 1; exit \"${PIPESTATUS[0]}\""
        let outcome = try Program("/bin/bash", ["-c", script, "bash", Program.kbPath]).run()
        #expect(outcome.status == 0 && outcome.output == "# Rules\n" && outcome.error.isEmpty)
    }
}
