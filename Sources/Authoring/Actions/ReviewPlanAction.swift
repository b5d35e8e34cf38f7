import CommandLine
import Content
import FileSystem
import Governance
import Presentation
import Rendering
import Time

/// Spreads the reviews of a coming time over its weeks.
struct ReviewPlanAction: Action {
    let workspace: Workspace
    var wanted: ReviewReading.Wanted
    /// How long the time is.
    var days: Int
    var at: String?
    var format = ReviewPlanFormat.text
    /// The file to write; nil: standard output.
    var path: String?
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let list = try await ReviewReading(workspace: workspace, at: at).read(wanted)
        let plan = ReviewPlan(list.entries, from: list.today, days: days)
        let report = ReviewPlanReport(
            plan, today: list.today, now: list.now, zone: list.overview.configuration.zone)
        var text = ""
        format.render(
            report, width: console.surroundings.columns, palette: path == nil ? console.palette(color) : .plain,
            to: &text)
        if let path {
            try DurableFile.write(Array(text.utf8), to: path)
        } else {
            console.output.write(text)
        }
        let count = plan.reviews.count == 1 ? "1 review" : "\(plan.reviews.count) reviews"
        let end = list.today.adding(days: days)
        console.note("\(count) until \(end), of \(list.total) items" + (path.map { "; written to '\($0)'." } ?? "."))
        return .clean
    }
}
