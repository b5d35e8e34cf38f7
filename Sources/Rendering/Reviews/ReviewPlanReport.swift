package import Governance
import Presentation
package import Time

/// A plan of reviews, owner by owner: the form of `schemas/output/review-plan.schema.json`, version 1.
package struct ReviewPlanReport: Sendable {
    static let version = 1
    package let plan: ReviewPlan
    package let today: CivilDate
    package let now: Instant
    package let zone: TimeZoneRules

    package init(_ plan: ReviewPlan, today: CivilDate, now: Instant, zone: TimeZoneRules) {
        self.plan = plan
        self.today = today
        self.now = now
        self.zone = zone
    }

    struct Owner {
        let name: String
        let weeks: [(monday: CivilDate, reviews: [ReviewPlan.Review])]

        var count: Int { weeks.reduce(0) { $0 + $1.reviews.count } }
        var most: Int { weeks.map(\.reviews.count).max() ?? 0 }
        var heading: String { "\(CountText.of(count, "review")), at most \(most) a week" }
    }

    var owners: [Owner] {
        var owners: [Owner] = []
        var rest = plan.reviews[...]
        while let first = rest.first {
            let own = rest.prefix { $0.entry.owner == first.entry.owner }
            rest = rest.dropFirst(own.count)
            let weeks = Dictionary(grouping: own, by: \.week).sorted { $0.key < $1.key }
            owners.append(
                Owner(name: first.entry.owner ?? "nobody", weeks: weeks.map { (monday: $0.key, reviews: $0.value) }))
        }
        return owners
    }

    static func json(_ review: ReviewPlan.Review) -> JSONValue {
        let entry = review.entry
        return [
            "id": .string(entry.id), "kind": .string(entry.kind), "title": .string(entry.title),
            "path": .string(entry.path), "line": .integer(entry.line), "owner": entry.owner.map(JSONValue.string),
            "risk": .string(entry.risk), "language": entry.language.map(JSONValue.string),
            "week": .string("\(review.week)"), "due": review.due.map { .string("\($0)") },
            "state": .string(review.due == nil ? "owed" : "due"),
        ]
    }
}
