import Glibc
import TestSupport
import Testing

/// Places in which nothing, or only a little, can be written.
@Suite struct PlaceTests {
    private static let commands = [
        ["build"], ["build", "-o", "deep/index"], ["new", "article", "fresh"], ["rename", "arrival", "arriving"],
        ["retire", "parking"], ["validate", "--write-baseline", "baseline.json"], ["init", "inner"],
    ]

    /// Runs a program as somebody who is not root; nil where that cannot be done.
    private static func ordinary(_ words: [String]) -> Program? {
        if geteuid() != 0 { return Program("/usr/bin/env", words) }
        let options = ["--reuid=65534", "--regid=65534", "--clear-groups"]
        let program = Program("/usr/bin/setpriv", options + words)
        let trial = try? Program("/usr/bin/setpriv", options + [Program.kbPath, "--version"]).run()
        return trial?.status == 0 ? program : nil
    }

    @Test(.enabled(if: ordinary([]) != nil, "the programs cannot be run as another user here"), arguments: commands)
    func `A folder that may only be read gives a sentence and stays as it is`(_ arguments: [String]) throws {
        let folder = TemporaryFolder()
        try SmallBase.write(to: folder)
        try folder.write("", to: ".kb/.gitignore")
        // The folder above it too, which is made for its owner alone.
        for path in ["", "/articles", "/.kb"] { chmod(folder.path + path, 0o555) }
        defer { for path in ["", "/articles", "/.kb"] { chmod(folder.path + path, 0o755) } }
        let before = try FolderState(of: folder.path)
        var program = try #require(Self.ordinary([Program.kbPath] + arguments))
        program.folder = folder.path
        let outcome = try program.run()
        #expect(outcome.status == 2 && outcome.sentence.contains("permission denied"), "\(outcome)")
        #expect(try FolderState(of: folder.path) == before)
    }

    @Test(arguments: [["validate"], ["build"], ["search", "park"], ["list"], ["init", "inner"], ["--version"]])
    func `No home is needed`(_ arguments: [String]) throws {
        let base = try BuiltBase()
        for variables in [["-u", "HOME"], ["HOME=/nonexistent"], ["-i"]] {
            var program = Program("/usr/bin/env", variables + [Program.kbPath] + arguments)
            program.folder = base.root
            let outcome = try program.run()
            #expect(outcome.status == 0, "\(variables): \(outcome)")
            if arguments[0] == "init" { _ = try Program("/bin/rm", ["-r", base.root + "/inner"]).run() }
        }
    }

    @Test func `A limit in the middle of a write leaves the old index`() throws {
        let base = try BuiltBase()
        let old = try TestFile.read(base.index)
        try base.folder.write(SmallBase.article("badge", "Badges"), to: "articles/badge.md")
        // The first write comes back short, the next one fails.
        let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\""
        var program = Program("/bin/sh", ["-c", script, "sh", Program.kbPath, "build"])
        program.folder = base.root
        let outcome = try program.run()
        #expect(outcome.status == 2 && outcome.sentence.contains("cannot write"), "\(outcome)")
        #expect(try TestFile.read(base.index) == old)
        #expect(try FolderState(of: base.root).temporaries == [])
        #expect(try base.run(["build"]).status == 0)
    }

    @Test func `While another process builds, there is one sentence`() throws {
        let base = try BuiltBase()
        let temporary = base.root + "/.kb/.index.kb-tmp"
        try TestFile.write([], to: temporary)
        var program = Program("/usr/bin/flock", [temporary, Program.kbPath, "build"])
        program.folder = base.root
        let outcome = try program.run()
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.sentence.contains("another kb is writing it; try again"), "\(outcome)")
        #expect(try base.run(["build"]).status == 0)
        #expect(try FolderState(of: base.root).temporaries == [])
    }
}
