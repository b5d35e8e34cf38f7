import ArgumentParser
import CommandLine
import Rendering
import Time

extension ReviewFormat: ExpressibleByArgument {}
extension ReviewReport.Grouping: ExpressibleByArgument {}

struct ReviewListCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what is to be reviewed: the default.",
        discussion: """
            A review is owed when one has never been made, when the time is over that kb.yaml or the item itself sets, and \
            when what a reader sees was changed after the review: the item, a fact that it tells, a section that it \
            shows, a workflow that it calls. What is owed soon is listed too, by --within or 'review.warn' of kb.yaml.

            QUERY is that of 'kb list'. Retired items and editions that are over are not reviewed, and alerts end by \
            themselves.

            Ends with 1 when a review is owed.

            Examples:
              kb review
              kb review --owner imaging-access --within 30d
              kb review kind:workflow risk:high
              kb review --owed --format markdown
              kb review --owner editor-1 --within 365d --format ics > reviews.ics
            """)

    @Argument(help: ArgumentHelp("field:value terms and words, all of which must hold.", valueName: "query"))
    var query: [String] = []

    @OptionGroup var selection: ReviewSelectionOptions

    @Option(
        help: ArgumentHelp("Also what is owed within this time, such as 30d.", valueName: "period"),
        transform: TimeArgument.period)
    var within: Period?

    @Flag(help: "Only what is overdue, was never reviewed or was changed since.")
    var owed = false

    @Flag(help: "Everything that is reviewed, whenever it is due.")
    var all = false

    @Option(help: ArgumentHelp("Group the text by owner or due.", valueName: "grouping"))
    var by = ReviewReport.Grouping.owner

    @Option(
        help: ArgumentHelp("\(ReviewFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = ReviewFormat.text

    @Flag(help: "End with 0 whatever is owed.")
    var exitZero = false

    @OptionGroup var color: ColorOptions

    func validate() throws {
        if owed && (all || within != nil) { throw ValidationError("--owed goes with neither --all nor --within") }
        if all && within != nil { throw ValidationError("--all lists whatever --within would") }
    }

    func action(_ console: Console) throws -> any Action {
        var wanted = ReviewReading.Wanted(query: try ItemQuery(query))
        wanted.owner = selection.owner
        wanted.within = within
        wanted.isEverything = all
        return ReviewAction(
            workspace: try selection.workspace.workspace(), wanted: wanted, isOwedOnly: owed, grouping: by,
            at: selection.at, format: format, exitsZero: exitZero, color: color.color)
    }
}
