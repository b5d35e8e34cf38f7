import Glibc
import TestSupport
import Testing

@Suite struct HostileInputTests {
    @Test(arguments: HostileFile.all)
    func `Hostile content is refused by its place, soon, and nothing is built`(_ file: HostileFile) throws {
        let folder = TemporaryFolder()
        try SmallBase.write(to: folder)
        try folder.write("", to: file.path)
        try TestFile.write(file.bytes, to: folder.path + "/" + file.path)
        let before = try FolderState(of: folder.path)
        for arguments in [["validate", "--color", "never"], ["build"]] {
            let start = time(nil)
            let outcome = try Program.kb(arguments, in: folder.path).run()
            let text = outcome.output + outcome.error
            #expect(outcome.status == 1, "\(arguments): \(text.prefix(500))")
            #expect(text.contains(file.code) && text.contains("\(file.path):"), "\(arguments): \(text.prefix(500))")
            // Two seconds are asked for; this build is not optimised and shares its machine.
            #expect(time(nil) - start <= 10)
        }
        #expect(try FolderState(of: folder.path) == before)
    }

    @Test(arguments: ["/etc/hostname", "../outside", "/"])
    func `A link out of the knowledge base is refused and not followed`(_ target: String) throws {
        let folder = TemporaryFolder()
        try folder.write("secret", to: "outside")
        for (path, text) in SmallBase.files { try folder.write(text, to: "base/" + path) }
        try #require(symlink(target, folder.path + "/base/articles/link.md") == 0)
        let outcome = try Program.kb(["validate"], in: folder.path + "/base").run()
        #expect(outcome.status == 1 && outcome.output.contains("KB009"), "\(outcome)")
        #expect(!outcome.output.contains("secret"))
    }

    @Test(arguments: [".kb/index", ".kb"])
    func `A link in the place of the index does not lead a build out`(_ place: String) throws {
        let folder = TemporaryFolder()
        for (path, text) in SmallBase.files { try folder.write(text, to: "base/" + path) }
        try folder.write("precious", to: "outside/index")
        if place == ".kb/index" { mkdir(folder.path + "/base/.kb", 0o755) }
        let target = place == ".kb" ? "../outside" : "../../outside/index"
        try #require(symlink(target, folder.path + "/base/" + place) == 0)
        let outcome = try Program.kb(["build"], in: folder.path + "/base").run()
        #expect(outcome.status == 2 && outcome.sentence.contains("symbolic link"), "\(outcome)")
        #expect(try folder.read("outside/index") == "precious")
        let named = try Program.kb(["build", "-o", ".kb/index"], in: folder.path + "/base").run()
        #expect(named.status == 2 && named.sentence.contains("no index"), "\(named)")
        #expect(try folder.read("outside/index") == "precious")
        // Who names the file means it, where it is an index or empty.
        try folder.write("", to: "outside/index")
        #expect(try Program.kb(["build", "-o", ".kb/index"], in: folder.path + "/base").run().status == 0)
    }

    @Test func `A byte order mark and Windows line ends move no position`() throws {
        let folder = TemporaryFolder()
        try SmallBase.write(to: folder)
        let text = "\u{FEFF}" + SmallBase.article("windows", "Windows", "related: [nothing]\n")
        try folder.write(text.replacing("\n", with: "\r\n"), to: "articles/windows.md")
        let outcome = try Program.kb(["validate"], in: folder.path).run()
        #expect(outcome.status == 1 && outcome.output.contains("articles/windows.md:9:11"), "\(outcome)")
        try folder.write(
            text.replacing("\n", with: "\r\n").replacing("nothing", with: "parking"), to: "articles/windows.md")
        #expect(try Program.kb(["validate"], in: folder.path).run().status == 0)
    }

    @Test func `Nothing that content says reaches the terminal as a command`() throws {
        let base = try BuiltBase()
        // What is refused is quoted, and so is a name.
        let title = "\"Park \u{1B}]0;x\u{7} \\e[31m \u{9B}1m\""
        try base.folder.write(SmallBase.article("hostile", title), to: "articles/hos\u{1B}[31mtile.md")
        try base.folder.write(SmallBase.article("other", "\"Park \\e[31m\""), to: "articles/other.md")
        #expect(try base.run(["validate"]).status == 1)
        for arguments in [
            ["search", "park"], ["show", "parking"], ["list"], ["list", "--format", "plain"],
            ["search", "park", "--format", "json"],
            ["validate"], ["validate", "--format", "github"], ["search", "\u{1B}[31m"], ["show", "\u{1B}[31m"],
        ] {
            let outcome = try base.run(arguments)
            for text in [outcome.output, outcome.error] {
                let isClean = !text.unicodeScalars.contains {
                    $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
                }
                #expect(isClean, "\(arguments): \(text.debugDescription)")
            }
        }
    }
}
