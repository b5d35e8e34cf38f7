import ArgumentParser
import Authoring
import TestSupport
import Testing

@Suite struct RulesPageTests {
    @Test func `docs/rules.md is what the rules say`() throws {
        let page = String(decoding: try TestFile.read(TestFile.package() + "/docs/rules.md"), as: UTF8.self)
        #expect(page == RulesPage.text, "run 'make docs'")
    }
}

@Suite struct ManualTests {
    @Test func `The man page knows every command and option`() throws {
        let page = String(decoding: try TestFile.read(TestFile.package() + "/docs/kb.1"), as: UTF8.self)
        for command in AuthorCommand.configuration.groupedSubcommands.flatMap(\.subcommands) {
            let name = command.configuration.commandName ?? ""
            #expect(page.contains("\"\(name)\"") || page.contains(" \(name)"), "\(name): run 'make docs'")
            let help = command.helpMessage(includeHidden: false, columns: 200)
            let words = help.split { " ,[]\n".contains($0) }
            for word in words where word.hasPrefix("--") && word != "--help" {
                #expect(page.contains("-" + word.dropFirst(2)), "\(word) of \(name): run 'make docs'")
            }
        }
    }
}
