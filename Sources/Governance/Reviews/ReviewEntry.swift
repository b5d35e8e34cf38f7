package import Time

/// An item as one that has to be reviewed.
package struct ReviewEntry: Hashable, Sendable {
    package var id: String
    package var kind: String
    package var title: String
    /// Relative to the knowledge base.
    package var path: String
    /// Of its id, from 1.
    package var line: Int
    /// A person or a group.
    package var owner: String?
    package var risk: String
    package var language: String?
    /// When the edition comes into force, where that is still to come or long past; tells editions of one id apart.
    package var from: Instant?
    package var last: CivilDate?
    /// How long a review holds.
    package var every: Period
    package var verification: Verification
    package var standing: ReviewStanding

    /// - Parameters:
    ///   - warn: How long before its due date a review is listed.
    ///   - today: The day on which it is judged.
    package init(
        id: String, kind: String, title: String, path: String, line: Int, owner: String?, risk: String,
        language: String? = nil, from: Instant? = nil, last: CivilDate?, every: Period, verification: Verification,
        warn: Period, today: CivilDate
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.path = path
        self.line = line
        self.owner = owner
        self.risk = risk
        self.language = language
        self.from = from
        self.last = last
        self.every = every
        self.verification = verification
        let due = last.map { $0.adding(days: every.days) }
        standing = ReviewStanding(
            ReviewState(last: last, due: due, warn: warn, today: today), verification: verification)
    }

    /// The day by which the next review is owed; nil when there was none.
    package var due: CivilDate? { last.map { $0.adding(days: every.days) } }
}

/// What the hash says that a review is bound to.
package enum Verification: String, CaseIterable, Sendable {
    /// The review is bound to nothing.
    case none
    /// What a reader sees is as it was reviewed.
    case holds
    /// What a reader sees was changed.
    case changed
    /// What a reader sees is as it was reviewed, but on another day: the day alone was changed since.
    case redated
}

/// Where an item's review stands, with what its hash says.
package enum ReviewStanding: String, CaseIterable, Sendable {
    case neverReviewed = "never-reviewed"
    case overdue
    /// Its content changed after the review, or the day of the review alone was changed.
    case lapsed
    case due
    case current

    package init(_ state: ReviewState, verification: Verification) {
        let isLapsed = verification == .changed || verification == .redated
        self =
            switch state {
            case .neverReviewed: .neverReviewed
            case .overdue: .overdue
            case .due: isLapsed ? .lapsed : .due
            case .current: isLapsed ? .lapsed : .current
            }
    }

    /// Whether the item is without a review that holds.
    package var isOwed: Bool {
        switch self {
        case .neverReviewed, .overdue, .lapsed: true
        case .due, .current: false
        }
    }
}
