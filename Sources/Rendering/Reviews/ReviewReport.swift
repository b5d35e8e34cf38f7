package import Governance
package import Time

/// What is to be reviewed, as of a day.
package struct ReviewReport: Sendable {
    package enum Grouping: String, CaseIterable, Sendable {
        case owner, due
    }

    /// By owner or day, the most pressing first.
    package let entries: [ReviewEntry]
    package let grouping: Grouping
    package let today: CivilDate
    package let now: Instant
    package let zone: TimeZoneRules
    /// Of all items that are reviewed.
    package let total: Int
    /// The name of the knowledge base.
    package let name: String

    package init(
        _ entries: [ReviewEntry], by grouping: Grouping, today: CivilDate, now: Instant, zone: TimeZoneRules,
        total: Int, name: String
    ) {
        self.entries = entries.sorted { ReviewReport.order($0) < ReviewReport.order($1) }
        self.grouping = grouping
        self.today = today
        self.now = now
        self.zone = zone
        self.total = total
        self.name = name
    }

    /// Whether an item is without a review that holds.
    package var isOwed: Bool { entries.contains(where: \.standing.isOwed) }

    struct Group {
        let heading: String
        let entries: [ReviewEntry]
    }

    var groups: [Group] { groups(by: grouping) }

    func groups(by grouping: Grouping) -> [Group] {
        var order: [String] = []
        var members: [String: [ReviewEntry]] = [:]
        for entry in entries {
            let heading = grouping == .owner ? entry.owner ?? "nobody" : span(entry)
            if members[heading] == nil { order.append(heading) }
            members[heading, default: []].append(entry)
        }
        if grouping == .owner { order.sort() }
        return order.map { Group(heading: $0, entries: members[$0] ?? []) }
    }

    /// The time in which a review is owed.
    private func span(_ entry: ReviewEntry) -> String {
        switch entry.standing {
        case .neverReviewed: return "Never reviewed"
        case .overdue: return "Overdue"
        case .lapsed: return "Changed since the review"
        case .due, .current:
            guard let due = entry.due else { return "" }
            if due.dayNumber - today.dayNumber < 7 { return "In a week" }
            return String("\(due)".prefix(7))
        }
    }

    /// How many of each standing.
    package var summary: String {
        let words: [(ReviewStanding, String)] = [
            (.overdue, "overdue"), (.neverReviewed, "never reviewed"), (.lapsed, "changed since the review"),
            (.due, "due"), (.current, "current"),
        ]
        let parts = words.compactMap { standing, word -> String? in
            let count = entries.count { $0.standing == standing }
            return count == 0 ? nil : "\(count) \(word)"
        }
        let found = parts.isEmpty ? "nothing to review" : parts.joined(separator: ", ")
        return "\(found), of \(CountText.of(total, "item"))"
    }

    private static func order(_ entry: ReviewEntry) -> Order {
        let rank = ReviewStanding.allCases.firstIndex(of: entry.standing) ?? 0
        return Order(rank: min(rank, 3), due: entry.due?.dayNumber ?? 0, id: entry.id, path: entry.path)
    }

    private struct Order: Comparable {
        let rank: Int
        let due: Int
        let id: String
        let path: String

        static func < (left: Order, right: Order) -> Bool {
            (left.rank, left.due, left.id, left.path) < (right.rank, right.due, right.id, right.path)
        }
    }
}

extension ReviewEntry {
    /// When it is owed, in words: "overdue 12 days", "in 3 days".
    func timing(_ today: CivilDate) -> String {
        switch standing {
        case .neverReviewed: return "never reviewed"
        case .lapsed: return verification == .redated ? "date changed" : "changed since"
        case .overdue, .due, .current:
            guard let due else { return "" }
            let days = due.dayNumber - today.dayNumber
            if days < 0 { return "overdue \(CountText.of(-days, "day"))" }
            return days == 0 ? "today" : "in \(CountText.of(days, "day"))"
        }
    }
}
