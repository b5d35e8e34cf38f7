import ArgumentParser
import CommandLine
import Rendering
import Time

extension ReviewPlanFormat: ExpressibleByArgument {}

struct ReviewPlanCommand: KBCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Spread the coming year's reviews over its weeks, owner by owner.",
        discussion: """
            Each review is planned in the week of its due date or before, at the earliest when three quarters of its time \
            are over, where its owner has the fewest others. What is owed already is spread over the first four weeks. \
            Reviews that come again within the time are planned again. The same content and day give the same plan.

            Nothing is written but the plan, with -o.

            Examples:
              kb review plan
              kb review plan --owner imaging-access --within 90d
              kb review plan --format markdown -o plan.md
            """)

    @Argument(help: ArgumentHelp("field:value terms and words, all of which must hold.", valueName: "query"))
    var query: [String] = []

    @OptionGroup var selection: ReviewSelectionOptions

    @Option(
        help: ArgumentHelp("The time to plan; 365d otherwise.", valueName: "period"), transform: TimeArgument.period)
    var within: Period = Period(hours: 365 * 24)

    @Option(
        help: ArgumentHelp(
            "\(ReviewPlanFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format = ReviewPlanFormat.text

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var color: ColorOptions

    func validate() throws {
        guard within.days <= 1830 else { throw ValidationError("--within is at most five years, 1830d") }
    }

    func action(_ console: Console) throws -> any Action {
        var wanted = ReviewReading.Wanted(query: try ItemQuery(query))
        wanted.owner = selection.owner
        wanted.isEverything = true
        return ReviewPlanAction(
            workspace: try selection.workspace.workspace(), wanted: wanted, days: within.days, at: selection.at,
            format: format, path: output, color: color.color)
    }
}
