import ArgumentParser
import CommandLine

/// What commands that change several files have in common.
struct EditOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: "Only list the files that would change.")
    var isRehearsal = false

    @OptionGroup var workspace: WorkspaceOptions

    func action(_ change: EditAction.Change) throws -> EditAction {
        EditAction(workspace: try workspace.workspace(), change: change, isRehearsal: isRehearsal)
    }
}

struct RenameCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give an item another id, and follow it everywhere.",
        discussion: """
            Changes the id in every edition and every reference to it: links, related items, alerts, navigation, \
            workflows, tests. The old id stays as an alias, so that what quotes it goes on resolving. Files keep their \
            names, comments and layout.

            Example:
              kb rename mri-prep mri-preparation
            """)

    @Argument(help: ArgumentHelp("The id it has.", valueName: "old"), completion: .custom(ItemCompletion.ids)) var old:
        String
    @Argument(help: ArgumentHelp("The id it gets.", valueName: "new")) var new: String
    @OptionGroup var options: EditOptions

    func action(_ console: Console) throws -> any Action { try options.action(.rename(old, to: new)) }
}

struct RetireCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "End an item, and point what names it to its replacement.",
        discussion: """
            The item stays, as retired, and goes on resolving for readers. Without --replaced-by the places that still \
            name it are listed.

            Examples:
              kb retire old-fax-line --replaced-by records-desk
              kb retire flu-clinic-2025
            """)

    @Argument(help: ArgumentHelp("The item's id.", valueName: "id"), completion: .custom(ItemCompletion.ids)) var id:
        String
    @Option(help: ArgumentHelp("The item that takes over.", valueName: "id"), completion: .custom(ItemCompletion.ids))
    var replacedBy: String?
    @OptionGroup var options: EditOptions

    func action(_ console: Console) throws -> any Action {
        try options.action(.retire(id, replacedBy: replacedBy))
    }
}

struct ReassignCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign",
        abstract: "Hand everything that one owner has over to another.",
        discussion: """
            Changes the owner of items, facts and pins. Memberships in people.yaml stay as they are.

            Example:
              kb reassign editor-1 imaging-access
            """)

    @Argument(help: ArgumentHelp("The person or group that owns now.", valueName: "from")) var old: String
    @Argument(help: ArgumentHelp("The person or group that will own.", valueName: "to")) var new: String
    @OptionGroup var options: EditOptions

    func action(_ console: Console) throws -> any Action { try options.action(.reassign(old, to: new)) }
}
