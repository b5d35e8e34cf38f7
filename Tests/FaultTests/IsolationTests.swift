import TestSupport
import Testing

/// What commands open and start.
@Suite(.enabled(if: Strace.works, Strace.absence))
struct IsolationTests {
    /// The calls of `kb` that open, start or connect something.
    private func trace(_ arguments: [String], _ base: BuiltBase) throws -> [Substring] {
        let options = [
            "-f", "-qq", "-o", base.root + "/trace", "-e",
            "trace=openat,open,execve,execveat,?fork,?vfork,clone,?clone3,%network",
        ]
        var program = Program("/usr/bin/strace", options + [Program.kbPath] + arguments)
        program.folder = base.root
        let outcome = try program.run()
        #expect(outcome.status == 0, "\(outcome)")
        return try base.folder.read("trace").split(separator: "\n")
    }

    @Test(arguments: [
        ["search", "park", "--at", "2026-03-08T03:15"], ["show", "parking"], ["list", "--index", ".kb/index"],
    ])
    func `Reading an index needs no time zones, no parsers and no other process`(_ arguments: [String]) throws {
        let base = try BuiltBase([
            "kb.yaml": SmallBase.files["kb.yaml"]!.replacing(SmallBase.noonZone, with: "America/New_York")
        ])
        let calls = try trace(arguments, base)
        for name in ["zoneinfo", "localtime", "libgit2", "libyaml", "libmd4c", "libssl", ".yaml", ".md\""] {
            #expect(!calls.contains { $0.contains(name) }, "\(name)")
        }
        #expect(calls.filter { $0.contains("execve") }.count == 1)
        // Threads are no processes.
        #expect(!calls.contains { $0.contains("fork(") || $0.contains("SIGCHLD") || $0.contains("socket(") })
    }

    @Test(arguments: [["validate"], ["build"], ["list"]])
    func `Reading content starts the sibling beside kb and nothing else`(_ arguments: [String]) throws {
        let base = try BuiltBase()
        let calls = try trace(arguments, base)
        let started = calls.filter { $0.contains("execve") }
        #expect(started.count == 2 && started[1].contains("\"\(Program.kbPath)-author\""), "\(started)")
        #expect(!calls.contains { $0.contains("fork(") || $0.contains("SIGCHLD") || $0.contains("socket(") })
    }

    @Test func `The sibling is not looked for on PATH`() throws {
        let base = try BuiltBase()
        try base.folder.write("#!/bin/sh\necho impostor\n", to: "bin/kb-author")
        _ = try Program("/bin/chmod", ["+x", base.root + "/bin/kb-author"]).run()
        let outcome = try base.run(["validate"], ["PATH": base.root + "/bin:/usr/bin:/bin"])
        #expect(outcome.status == 0 && !outcome.output.contains("impostor"))
    }
}
