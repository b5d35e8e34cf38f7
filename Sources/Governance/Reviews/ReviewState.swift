package import Time

/// How far an item's review has got on a day.
package enum ReviewState: String, CaseIterable, Sendable {
    case current
    /// The due date is near.
    case due
    case overdue
    case neverReviewed = "never-reviewed"

    /// - Parameters:
    ///   - last: The day of the last review.
    ///   - due: The day by which the next one is owed.
    ///   - warn: How long before that day it counts as due.
    package init(last: CivilDate?, due: CivilDate?, warn: Period, today: CivilDate) {
        guard last != nil, let due else {
            self = .neverReviewed
            return
        }
        if today > due {
            self = .overdue
        } else if due.dayNumber - today.dayNumber <= warn.days {
            self = .due
        } else {
            self = .current
        }
    }
}
