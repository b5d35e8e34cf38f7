import CommandLine
import Content
import Presentation
import Rendering
import Time

/// Lists what changes by itself next.
struct NextAction: Action {
    enum End {
        case within(Period)
        case moment(String)
    }

    let workspace: Workspace
    var end: End
    /// Kinds of items, and `fact`, `pin`, `person`, `key`, `review`; empty: all.
    var kinds: Set<String> = []
    var owner: String?
    var at: String?
    var format = ComingFormat.text
    var hasExitCode = false
    var color = ColorChoice.auto

    static let kinds = [
        "article", "workflow", "alert", "directory", "quiz", "hub", "fact", "pin", "person", "key", "review",
    ]

    func run(_ console: Console) async throws -> ExitStatus {
        let overview = try ContentOverview(workspace.tree, timeZone: TimeZoneDatabase.rules)
        let zone = overview.configuration.zone
        let now = try MomentArgument(at).instant(in: zone)
        let end = try moment(now, zone)
        if let owner { _ = try OwnerNames(overview.people).owners(namedBy: owner) }
        let all = try await ComingReading(workspace: workspace).read(overview, from: now, until: end)
        let report = ComingReport(all.changes.filter(isAsked), now: now, until: end, zone: zone)
        var text = ""
        format.render(report, width: console.surroundings.columns, palette: console.palette(color), to: &text)
        console.output.write(text)
        if format == .text {
            let count = report.changes.count
            console.note(
                (count == 0 ? "Nothing changes by itself" : "\(count) \(count == 1 ? "change" : "changes")")
                    + " from \(zone.local(now)) until \(zone.local(end)).")
        }
        return hasExitCode && !report.changes.isEmpty ? .findings : .clean
    }

    private func moment(_ now: Instant, _ zone: TimeZoneRules) throws -> Instant {
        switch end {
        case .within(let period): return ComingReading.end(period, after: now, zone)
        case .moment(let text):
            let moment = try MomentArgument(text).instant(in: zone)
            guard moment > now else {
                throw CommandFailure("--until \(text) is over by then; give a moment after \(zone.local(now))")
            }
            return moment
        }
    }

    private func isAsked(_ change: ComingChange) -> Bool {
        guard owner == nil || change.owner == owner else { return false }
        if kinds.isEmpty { return true }
        return kinds.contains(change.event == .reviewDue ? "review" : change.kind)
    }
}
