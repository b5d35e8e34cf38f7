import Content
import Diagnostics
import Time

/// KB401
struct ReviewDateRule: FileRule {
    static let id = RuleID("KB401", "review-date")
    static let severity = Severity.error
    static let summary = "A review has happened already."
    static let why = """
        A review dated in the future keeps an article current that nobody has read. It is nearly always a slip of the year.
        """
    static let examples = RuleExamples(
        valid: [.article("review: {last: 2026-09-01}")], invalid: [.article("review: {last: ↓2027-06-01}")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for item in file.content.items {
            guard let last = item.review?.last, last.value > context.today else { continue }
            report.add(.future(last.value), in: item, at: last.range)
        }
    }
}

extension Message {
    fileprivate static func future(_ day: CivilDate) -> Message {
        Message("the last review, on \(day), lies in the future", help: "write the day on which it was reviewed")
    }
}
