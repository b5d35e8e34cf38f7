import Content
import Diagnostics
import Governance
import Time

/// KB403
struct OverdueReviewRule: FileRule {
    static let id = RuleID("KB403", "overdue-review")
    static let severity = Severity.warning
    static let summary = "No review is overdue."
    static let why = """
        An answer past its review may still be right, but nobody has said so. Time alone brings this about, so it warns \
        here; readers see the state beside the answer.
        """
    static let examples = RuleExamples(
        valid: [.article("review: {last: 2026-06-01, every: 180d}")],
        invalid: [.article("review: {last: ↓2026-01-15, every: 90d}")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        let policy = context.configuration.review
        for item in file.content.items where !item.isRetired {
            guard let last = item.review?.last, let due = item.reviewDue(policy),
                ReviewState(last: last.value, due: due, warn: policy.warn, today: context.today) == .overdue
            else { continue }
            report.add(.overdue(due, context.today), in: item, at: last.range)
        }
    }
}

extension Message {
    fileprivate static func overdue(_ due: CivilDate, _ today: CivilDate) -> Message {
        let days = today.dayNumber - due.dayNumber
        return Message(
            "the review was due on \(due), \(days == 1 ? "a day" : "\(days) days") ago",
            help: "read it through, correct it, and run 'kb review done'")
    }
}
