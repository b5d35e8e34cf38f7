package import ArgumentParser
import SearchIndex

/// `kb list` of what an index holds.
package struct IndexListCommand: KBCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List items by kind, owner, state and other fields.",
        discussion: ListOptions.discussion)

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Reading") var reader: ReaderOptions
    @OptionGroup var color: ColorOptions

    package init() {}

    package func action(_ console: Console) throws -> any Action {
        try reader.action(console, isText: list.format == .text) { reader in
            ListAction(
                try reader.documents(), query: try ItemQuery(list.query), clock: reader.clock, format: list.format,
                terminator: list.endsWithNUL ? "\0" : "\n", palette: console.palette(color.color))
        }
    }
}
