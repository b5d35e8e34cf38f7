import ArgumentParser
import CommandLine
import Scaffolding

extension NewKind: ExpressibleByArgument {}

struct NewCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Lay out a file from a template that validates.",
        discussion: """
            KIND is one of \(NewKind.allCases.map(\.rawValue).joined(separator: ", ")).

            Examples:
              kb new article mri-preparation --type procedure --owner imaging-access
              kb new workflow schedule-mri --folder scheduling
              kb new alert east-clinic-closed
            """)

    @Argument(help: ArgumentHelp("What to lay out.", valueName: "kind")) var kind: NewKind
    @Argument(help: ArgumentHelp("Its id: lower-case letters, digits and hyphens.", valueName: "id")) var id: String
    @Option(help: ArgumentHelp("Its title; made of the id otherwise.", valueName: "text")) var title: String?
    @Option(help: ArgumentHelp("A person or group; the first group otherwise.", valueName: "owner")) var owner: String?
    @Option(help: ArgumentHelp("Who may read it; the audience that includes most otherwise.", valueName: "audience"))
    var audience: String?
    @Option(help: ArgumentHelp("Of an article: the template whose sections it gets.", valueName: "template")) var type:
        String?
    @Option(
        help: ArgumentHelp("Where it stands in the navigation; the first category otherwise.", valueName: "category"))
    var category: String?
    @Option(help: ArgumentHelp("A folder within that of its kind.", valueName: "folder")) var folder: String?
    @OptionGroup var workspace: WorkspaceOptions

    func validate() throws {
        if let folder, folder.hasPrefix("/") || folder.split(separator: "/").contains("..") {
            throw ValidationError("--folder names a folder within that of the kind, such as 'scheduling'.")
        }
    }

    func action(_ console: Console) throws -> any Action {
        NewAction(
            workspace: try workspace.workspace(), kind: kind, id: id, title: title, owner: owner, audience: audience,
            type: type, category: category, folder: folder)
    }
}
