import ArgumentParser
import CommandLine
import Time

struct ReviewDoneCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "Note that items were read and found right.",
        discussion: """
            Writes the day under 'review.last', and under 'review.verified' a hash of the day and of what a reader sees: \
            the item, the values of the facts that it tells, the sections that it shows, the workflows that it calls, and \
            its images and attachments. When one of them changes, or the day alone, the review no longer holds. All else \
            in the file stays byte for byte.

            Without ids, --where and --owner choose from what 'kb review' lists. Several at once are listed first, and \
            confirmed when the command is run again with --checked. Whether somebody really read them no program can know; \
            a commit notes that they were confirmed together, and 'kb validate' reports more than kb.yaml's \
            'review.most_per_day'.

            --commit makes one commit of these changes alone, in the name that git's configuration gives; what else is \
            staged stays staged. No hook is run, and nothing is signed.

            Examples:
              kb review done mri-preparation
              kb review done --owner editor-1 --where kind:directory --checked --commit
            """)

    @Argument(
        help: ArgumentHelp("The ids of what was read.", valueName: "id"), completion: .custom(ItemCompletion.ids))
    var ids: [String] = []

    @Option(
        name: .customLong("where"), parsing: .singleValue,
        help: ArgumentHelp("A term or word of a query, as 'kb list' has them; may be repeated.", valueName: "query"))
    var terms: [String] = []

    @OptionGroup var selection: ReviewSelectionOptions

    @Option(
        help: ArgumentHelp("Also what is owed within this time, such as 30d.", valueName: "period"),
        transform: TimeArgument.period)
    var within: Period?

    @Option(
        help: ArgumentHelp("The day on which they were found right; today otherwise.", valueName: "date"),
        transform: TimeArgument.day)
    var on: CivilDate?

    @Flag(help: "Each of them was opened.")
    var checked = false

    @Flag(name: .customLong("dry-run"), help: "Only list the files that would change.")
    var isRehearsal = false

    @Flag(help: "Commit the changes.")
    var commit = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The message of the commit.", valueName: "text"))
    var message: String?

    @OptionGroup var color: ColorOptions

    func validate() throws {
        if ids.isEmpty && terms.isEmpty && selection.owner == nil {
            throw ValidationError("name the items, or choose them with --where or --owner")
        }
        if message != nil && !commit { throw ValidationError("--message goes with --commit") }
        if commit && isRehearsal { throw ValidationError("--dry-run commits nothing") }
    }

    func action(_ console: Console) throws -> any Action {
        var wanted = ReviewReading.Wanted(query: try ItemQuery(terms))
        wanted.owner = selection.owner
        wanted.ids = Set(ids)
        wanted.within = within
        wanted.isEverything = !ids.isEmpty
        return ReviewDoneAction(
            workspace: try selection.workspace.workspace(), wanted: wanted, ids: ids, day: on, at: selection.at,
            isChecked: checked, isRehearsal: isRehearsal, commits: commit, message: message, color: color.color)
    }
}
