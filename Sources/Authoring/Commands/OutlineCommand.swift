import ArgumentParser
import CommandLine

struct OutlineCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "outline",
        abstract: "Turn an indented list of questions and answers into a workflow, and back.",
        discussion: """
            A line that ends with '?' is a question; lines below it that begin with '- ' are its answers. After an \
            answer comes what callers are told, the next question, or 'go to' a step. Fields are declared by their \
            answers: yes and no, numbers, dates, or a choice. docs/content.md says it all. The workflow is checked and \
            proven.

              Is it urgent?
              - yes: Pass the call on at once.
              - no:
                How old is the patient?
                - under 18: Ask a parent to call.
                - 18 or more: Book the next free time.

            Examples:
              kb outline notes.txt
              kb outline notes.txt --id schedule-mri -o workflows/schedule-mri.yaml
              kb outline --from schedule-mri -o schedule-mri.txt
            """)

    @Argument(help: ArgumentHelp("The outline; '-' reads standard input.", valueName: "file"), completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp("Write this workflow as an outline.", valueName: "workflow"),
        completion: .custom(ItemCompletion.workflows))
    var from: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; standard output otherwise.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("The workflow's id; made of the file's name otherwise.", valueName: "id")) var id:
        String?
    @Option(help: ArgumentHelp("A person or group; the first group otherwise.", valueName: "owner")) var owner: String?
    @Option(help: ArgumentHelp("Who may read it; the audience that includes most otherwise.", valueName: "audience"))
    var audience: String?
    @Option(
        help: ArgumentHelp("Where it stands in the navigation; the first category otherwise.", valueName: "category"))
    var category: String?
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        guard (file == nil) != (from == nil) else {
            throw ValidationError("Name an outline, or a workflow with --from.")
        }
    }

    func action(_ console: Console) throws -> any Action {
        let workspace = try workspace.workspace()
        if let from { return OutlineFromAction(workspace: workspace, workflow: from, output: output) }
        return OutlineAction(
            workspace: workspace, file: file ?? "-", id: id, owner: owner, audience: audience, category: category,
            output: output, color: color.color)
    }
}
