import CommandLine
import Content
import Diagnostics
import Presentation
import Rendering
import Time
import Validation

/// Says what will break by itself, and when first.
struct FutureAction: Action {
    let workspace: Workspace
    /// Test files, words and ids.
    var selection: [String] = []
    var at: String?
    var within: Period
    var mostMoments: Int
    var format = FutureFormat.text
    var exitsZero = false
    var color = ColorChoice.auto

    /// Errors that are shown with the moment from which they count, instead of being refused.
    private static let dated: Set<String> = ["KB505", "KB506", "KB601"]

    func run(_ console: Console) async throws -> ExitStatus {
        let overview = try ContentOverview(workspace.tree, timeZone: TimeZoneDatabase.rules)
        let zone = overview.configuration.zone
        let now = try MomentArgument(at).instant(in: zone)
        let until = ComingReading.end(within, after: now, zone)
        let line = ProgressLine("Reading", console.surroundings)
        let result = try await workspace.validate(workspace.tree, at: now) { line.show($0, of: $1) }
        line.end()
        let errors = result.diagnostics.filter { $0.severity == .error && !FutureAction.dated.contains($0.rule.code) }
        guard errors.isEmpty else {
            let listing = ErrorListing(errors: errors, result: result, color: color)
            listing.write(console)
            console.note(
                "Nothing was tested, because the knowledge base has \(listing.count). Resolve what is listed above.")
            return .failure
        }
        let coming = try await ComingReading(workspace: workspace).read(overview, from: now, until: until)
        var round = FutureRound(
            result, try QuestionSelection(selection, of: result.base, in: workspace), coming.changes, from: now,
            until: until, most: mostMoments)
        let progress = ProgressLine("Testing", console.surroundings)
        defer { progress.end() }
        try round.play { progress.show($0, of: $1) }
        try result.base.checkReading()
        let report = FutureReport(
            round.breaks, now: now, until: until, zone: zone, moments: round.moments.count,
            momentsLeftOut: round.momentsLeftOut, count: round.count,
            fixedCount: round.fixedCount)
        var text = ""
        format.render(
            report, width: console.surroundings.columns(otherwise: TextRenderer.standardWidth),
            palette: console.palette(color), to: &text)
        console.output.write(text)
        if format == .text { console.note(report.summary.prefix(1).uppercased() + report.summary.dropFirst() + ".") }
        return !report.breaks.isEmpty && !exitsZero ? .findings : .clean
    }
}
