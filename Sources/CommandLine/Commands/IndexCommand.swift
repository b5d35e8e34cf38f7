package import ArgumentParser

/// `kb index`: about an index file.
package struct IndexCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Say what an index file is, or check it.",
        subcommands: [IndexInfoCommand.self, IndexVerifyCommand.self])

    package init() {}
}

/// Which index file, and how to write of it.
struct IndexFileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The index file.", discussion: "Otherwise KB_INDEX, or the nearest .kb/index upwards.", valueName: "file"),
        completion: .file())
    var index: String?

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = Format.text

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    func action(_ console: Console, verifies: Bool) throws -> any Action {
        IndexAction(
            path: try IndexPlace.path(index, console.surroundings), verifies: verifies, isJSON: format == .json)
    }
}

package struct IndexInfoCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Show what an index holds, and how large each part is.",
        discussion: """
            Examples:
              kb index info
              kb index info --index agents.index --format json
            """)

    @OptionGroup var file: IndexFileOptions

    package init() {}

    package func action(_ console: Console) throws -> any Action { try file.action(console, verifies: false) }
}

package struct IndexVerifyCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Hold every page of an index against its checksum, and read every item.",
        discussion: """
            Readers check what they touch; this touches everything, as after a copy. Exits with 2 when the index is damaged.

            Examples:
              kb index verify --index /srv/kb/agents.index
            """)

    @OptionGroup var file: IndexFileOptions

    package init() {}

    package func action(_ console: Console) throws -> any Action { try file.action(console, verifies: true) }
}
