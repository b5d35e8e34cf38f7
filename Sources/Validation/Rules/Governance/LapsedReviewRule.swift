import Content
import Diagnostics
import Time

/// KB410
struct LapsedReviewRule: BaseRule {
    static let id = RuleID("KB410", "lapsed-review")
    static let severity = Severity.warning
    static let summary = "What was reviewed is as it was reviewed."
    static let why = """
        A review says that somebody found right what a reader sees: the text, the values of the facts in it, the sections and \
        workflows that it shows. The hash under 'verified' binds the review to that and to its day. When one of them changes, \
        nobody has said that the new text is right. A day that was changed by hand says that nobody looked at all, which is \
        an error.
        """
    private static let zeros = String(repeating: "0", count: 64)
    static let examples = RuleExamples(
        valid: [
            .article("review: {last: 2026-06-01, every: 180d}"),
            .article(
                "review: {last: 2026-06-01, every: 180d, "
                    + "verified: 5ad8f8c31fd47632aa623e360b741fb0407cd1e24647f96b8b5429a2031eb134}"),
        ],
        invalid: [.article("review: {last: 2026-06-01, every: 180d, verified: ↓\(zeros)}")])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        guard base.items.contains(where: { $0.boundReview != nil }) else { return }
        var hashes = ReviewHashes(base)
        for item in base.items where !item.isRetired {
            guard let review = item.boundReview,
                let binding = hashes.binding(of: item, review.verified.value, on: review.last.value)
            else { continue }
            switch binding {
            case .holds: continue
            case .changed: report.add(.changed(review.last.value), in: item, at: review.verified.range)
            case .redated(let day):
                report.add(
                    .redated(from: day, to: review.last.value), in: item, at: review.last.range, severity: .error)
            }
        }
    }
}

extension Message {
    fileprivate static func changed(_ day: CivilDate) -> Message {
        Message(
            "what a reader sees was changed after the review of \(day)",
            help: "read it, with the facts and sections that it shows, and run 'kb review done'")
    }

    fileprivate static func redated(from day: CivilDate, to other: CivilDate) -> Message {
        Message(
            "the day of the review was changed by hand from \(day) to \(other)",
            help: "write \(day) again, or read the text and run 'kb review done'")
    }
}
