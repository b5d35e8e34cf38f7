import CommandLine
import Content
import Time

/// Reads what changes by itself, from the heads of files alone.
struct ComingReading {
    let workspace: Workspace

    /// The moment after a time; after whole days, at the same time of day.
    static func end(_ period: Period, after now: Instant, _ zone: TimeZoneRules) -> Instant {
        guard period.hours.isMultiple(of: 24) else { return Instant(seconds: now.seconds + Int64(period.hours) * 3600) }
        let local = zone.local(now)
        let day = local.date.adding(days: period.days)
        // Where the clock does not show that time once, the day decides.
        return (try? zone.instant(of: LocalDateTime(date: day, secondOfDay: local.secondOfDay))) ?? zone.startOfDay(day)
    }

    func read(_ overview: ContentOverview, from now: Instant, until end: Instant) async throws -> ComingChanges {
        let zone = overview.configuration.zone
        let first = zone.local(now).date.dayNumber - 1
        let last = zone.local(end).date.dayNumber
        let selection = ArticleHeads.Selection { glance in
            glance.isTimed || glance.due.map { (first...max(first, last)).contains($0) } ?? false
        }
        let articles = try await ArticleHeads(workspace.tree, overview.configuration).read(
            selection, jobs: Workspace.jobs)
        return ComingChanges(overview, articles: articles.heads, within: InstantRange(from: now, until: end))
    }
}
