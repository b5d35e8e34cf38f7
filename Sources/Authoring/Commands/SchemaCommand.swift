import ArgumentParser
import CommandLine
import Content
import Schemas

extension SchemaBundle.Draft: ExpressibleByArgument {}

struct SchemaCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a kind of file.",
        discussion: """
            The document is complete in itself. KIND is one of \
            \(FileKind.allCases.filter(\.hasSchema).map(\.rawValue).joined(separator: ", ")).

            Examples:
              kb schema article
              kb schema workflow --draft 07
            """)

    @Argument(
        help: ArgumentHelp("A kind of file.", valueName: "kind"),
        completion: .list(FileKind.allCases.filter(\.hasSchema).map(\.rawValue)))
    var kind: String

    @Option(help: ArgumentHelp("2020-12, or 07 for editors (yaml-language-server).", valueName: "draft"))
    var draft = SchemaBundle.Draft.latest

    func action(_ console: Console) -> any Action { SchemaAction(kind: kind, draft: draft) }
}
