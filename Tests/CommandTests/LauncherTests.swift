import ArgumentParser
import Authoring
import CommandLine
import TestSupport
import Testing

@Suite struct LauncherTests {
    @Test(arguments: [
        (["search", "x"], Launcher.Target.reader), (["show", "x"], .reader), (["run", "x"], .reader),
        (["--version"], .reader), ([], .author),
        (["list"], .author), (["list", "--index", "f"], .reader), (["list", "--index=f"], .reader),
        (["validate"], .author),
        (["--help"], .author), (["help", "search"], .author), (["frobnicate"], .external("frobnicate")),
    ])
    func `The reader's commands run in the reader`(_ arguments: [String], _ target: Launcher.Target) {
        #expect(Launcher.target(arguments, hasIndexVariable: false) == target)
    }

    @Test func `The launcher knows every command of the author`() {
        let names = AuthorCommand.configuration.groupedSubcommands.flatMap(\.subcommands).map { $0._commandName }
        for name in names { #expect(Launcher.target([name, "--index=f"], hasIndexVariable: false) != .external(name)) }
    }

    @Test func `An unknown command runs kb-NAME from PATH`() throws {
        let folder = TemporaryFolder()
        try folder.write("#!/bin/sh\necho \"own $*\"\n", to: "kb-own")
        _ = try Program("/bin/chmod", ["+x", folder.path + "/kb-own"]).run()
        var program = Program.kb(["own", "a b"])
        program.variables["PATH"] = folder.path
        #expect(try program.run().output == "own a b\n")
        var unknown = Program.kb(["vaildate"])
        unknown.variables["PATH"] = folder.path
        let outcome = try unknown.run()
        #expect(outcome.status == 2 && outcome.error.contains("validate"))
    }

    @Test func `A faulty command line ends with 2 and says what is wrong`() throws {
        for arguments in [
            ["search"], ["search", "-n", "0", "x"], ["validate", "--format", "xml"], ["new", "nothing", "x"],
        ] {
            let outcome = try Program.kb(arguments).run()
            #expect(outcome.status == 2 && !outcome.error.isEmpty && outcome.output.isEmpty, "\(arguments)")
        }
    }
}
