package import Time

/// Something that changes by itself at a moment, because content says so.
package struct ComingChange: Hashable, Sendable {
    package enum Event: String, CaseIterable, Sendable {
        case appears
        case expires
        /// One edition ends and another begins.
        case replaced
        /// A fact gets another value for some callers, or none.
        case changes
        /// A review is owed from then on.
        case reviewDue = "review-due"
        /// A person is no longer there.
        case leaves
        /// A pinned answer is pinned no more.
        case unpinned
        /// A desk or location is closed for the day.
        case closed
    }

    package var at: Instant
    package var event: Event
    /// The kind of an item, `fact`, `pin`, `person` or `key`.
    package var kind: String
    package var id: String
    package var title: String
    package var path: String
    package var line: Int
    package var owner: String?
    package var language: String?
    /// The values of a fact, or the file of an edition, before and after.
    package var before: String?
    package var after: String?
}
