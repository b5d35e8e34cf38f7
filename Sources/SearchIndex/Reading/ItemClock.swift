package import Governance
package import Time

/// Judges at one moment where items stand.
package struct ItemClock: Sendable {
    package let now: Instant
    package let zone: TimeZoneRules
    /// How many days before its due date a review counts as due.
    package let warnDays: Int

    package init(now: Instant, zone: TimeZoneRules, warnDays: Int) {
        self.now = now
        self.zone = zone
        self.warnDays = warnDays
    }

    package func state(_ document: IndexDocument) -> ItemState { state(Facets(document)) }

    package func reviewState(_ document: IndexDocument) -> ReviewState { reviewState(document.review) }

    func state(_ facets: Facets) -> ItemState {
        if facets.isRetired { return .retired }
        if let from = facets.range.from, now < from { return .future }
        if let until = facets.range.until, now >= until { return .expired }
        // An alert is not reviewed: it ends.
        return .review(facets.kind == "alert" ? .current : reviewState(facets.review))
    }

    func reviewState(_ review: IndexDocument.Review?) -> ReviewState {
        ReviewState(
            last: review?.last, due: review?.due, warn: Period(hours: warnDays * 24), today: zone.local(now).date)
    }
}

/// Where an item stands: by its time, or by its review.
package enum ItemState: Hashable, Sendable {
    case retired
    case future
    case expired
    case review(ReviewState)

    package var name: String {
        switch self {
        case .retired: "retired"
        case .future: "future"
        case .expired: "expired"
        case .review(let state): state.rawValue
        }
    }

    package static let names = ["current", "due", "overdue", "never-reviewed", "retired", "future", "expired"]
}
