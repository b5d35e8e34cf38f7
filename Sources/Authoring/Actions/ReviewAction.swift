import CommandLine
import Content
import Governance
import Rendering
import Time

/// Lists what is to be reviewed.
struct ReviewAction: Action {
    let workspace: Workspace
    var wanted: ReviewReading.Wanted
    /// Only what has no review that holds.
    var isOwedOnly = false
    var grouping = ReviewReport.Grouping.owner
    var at: String?
    var format = ReviewFormat.text
    var exitsZero = false
    var color = ColorChoice.auto

    func run(_ console: Console) async throws -> ExitStatus {
        let list = try await ReviewReading(workspace: workspace, at: at).read(wanted)
        let entries = isOwedOnly ? list.entries.filter(\.standing.isOwed) : list.entries
        let configuration = list.overview.configuration
        let report = ReviewReport(
            entries, by: grouping, today: list.today, now: list.now, zone: configuration.zone, total: list.total,
            name: configuration.name)
        var output = console.output
        format.render(report, width: console.surroundings.columns, palette: console.palette(color), to: &output)
        if format == .text { console.note(report.summary.prefix(1).uppercased() + report.summary.dropFirst() + ".") }
        return report.isOwed && !exitsZero ? .findings : .clean
    }
}
