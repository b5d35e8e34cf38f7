import Content
import Diagnostics

/// KB404
struct NeverReviewedRule: FileRule {
    static let id = RuleID("KB404", "never-reviewed")
    static let severity = Severity.warning
    static let summary = "Every item has been reviewed."
    static let why =
        "An item that was never reviewed is shown as such: nobody but its author has said that it is right."
    static let examples = RuleExamples(
        valid: [.article("review: {last: 2026-06-01}")], invalid: [.article("review: ↓{every: 90d}")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for item in file.content.items where !item.isRetired {
            guard let review = item.review, review.last == nil else { continue }
            // A date that is written but wrong is reported as what it is.
            guard !file.content.problems.contains(where: { review.range.contains($0.range.lowerBound) }) else {
                continue
            }
            report.add(.never, in: item, at: review.range)
        }
    }
}

extension Message {
    fileprivate static let never = Message(
        "this was never reviewed", help: "have its owner read it, and run 'kb review done'")
}
