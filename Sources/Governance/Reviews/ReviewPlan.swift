package import Time

/// The reviews of a coming time, spread over its weeks so that each owner has about as many in one as in another.
///
/// A review is planned in the week of its due date or before, at the earliest when three quarters of its time are over: earlier
/// would be work for nothing. What is owed already is spread over the first weeks. Every week is begun on a Monday.
package struct ReviewPlan: Sendable {
    package struct Review: Hashable, Sendable {
        package let entry: ReviewEntry
        /// The Monday of its week.
        package let week: CivilDate
        /// By when it is owed, given the review before; nil where it is owed already.
        package let due: CivilDate?
    }

    /// By owner, in order of their names, those of nobody first; and there by week and id.
    package let reviews: [Review]

    /// Weeks over which what is owed already is spread.
    private static let backlogWeeks = 4

    /// - Parameters:
    ///   - entries: All that is reviewed.
    ///   - days: How long the time is that is planned.
    package init(_ entries: [ReviewEntry], from today: CivilDate, days: Int) {
        let first = today.adding(days: -today.weekday)
        let weeks = max(1, (days + today.weekday + 6) / 7)
        var reviews: [Review] = []
        for (_, entries) in Dictionary(grouping: entries, by: \.owner).sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
            let planned = ReviewPlan.plan(entries, first: first, today: today, weeks: weeks)
            reviews += planned.sorted { left, right in
                (left.week, left.entry.id, left.entry.path) < (right.week, right.entry.id, right.entry.path)
            }
        }
        self.reviews = reviews
    }

    private struct Task {
        let entry: ReviewEntry
        let weeks: ClosedRange<Int>
        let due: CivilDate?
    }

    /// The reviews of one owner: the next of each item, then the one after that, as long as they are within the time.
    private static func plan(_ entries: [ReviewEntry], first: CivilDate, today: CivilDate, weeks: Int) -> [Review] {
        var load = [Int](repeating: 0, count: weeks)
        var planned: [Review] = []
        var tasks = entries.compactMap { entry in
            entry.standing.isOwed
                ? Task(entry: entry, weeks: 0...min(backlogWeeks, weeks) - 1, due: nil)
                : task(entry, after: entry.last ?? today, first, weeks)
        }
        while !tasks.isEmpty {
            // Those that can wait least choose first.
            tasks.sort { left, right in
                (left.weeks.count, left.weeks.lowerBound, left.entry.id, left.entry.path)
                    < (right.weeks.count, right.weeks.lowerBound, right.entry.id, right.entry.path)
            }
            var next: [Task] = []
            for task in tasks {
                let week = emptiest(task.weeks, load, isLate: task.due != nil)
                load[week] += 1
                let monday = first.adding(days: week * 7)
                planned.append(Review(entry: task.entry, week: monday, due: task.due))
                if let task = self.task(task.entry, after: max(monday, today), first, weeks) { next.append(task) }
            }
            tasks = next
        }
        return planned
    }

    /// - Parameter isLate: Of several that are equally empty, the last.
    private static func emptiest(_ weeks: ClosedRange<Int>, _ load: [Int], isLate: Bool) -> Int {
        let least = load[weeks].min() ?? 0
        let found = isLate ? weeks.last { load[$0] == least } : weeks.first { load[$0] == least }
        return found ?? weeks.lowerBound
    }

    /// The review that is owed after one on a day; nil where that is after the time.
    private static func task(_ entry: ReviewEntry, after last: CivilDate, _ first: CivilDate, _ weeks: Int) -> Task? {
        // A review that held for less than a week would fill every week of the plan.
        let every = max(entry.every.days, 7)
        let due = last.adding(days: every)
        let latest = (due.dayNumber - first.dayNumber) / 7
        guard latest < weeks, due > first, due > last else { return nil }
        let earliest = last.adding(days: every - every / 4).dayNumber - first.dayNumber
        // A week that begins before it is possible is not meant.
        let from = max(0, (earliest + 6) / 7)
        return Task(entry: entry, weeks: min(from, latest)...latest, due: due)
    }
}
