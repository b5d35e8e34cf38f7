import Governance
import Time

/// What a commit says of reviews.
struct ReviewMessage {
    let entries: [ReviewEntry]
    let day: CivilDate
    /// They were chosen by a query, and confirmed together.
    let isChosen: Bool

    init(_ entries: [ReviewEntry], _ day: CivilDate, isChosen: Bool) {
        self.entries = entries
        self.day = day
        self.isChosen = isChosen
    }

    var text: String {
        let ids = Set(entries.map(\.id)).sorted()
        let subject = ids.count == 1 ? "Review \(ids[0])" : "Review \(ids.count) items"
        let note = isChosen && ids.count > 1 ? "Chosen by a query and confirmed together on \(day).\n\n" : ""
        return "\(subject)\n\n\(note)" + ids.map { "Reviewed: \($0)\n" }.joined()
    }
}
