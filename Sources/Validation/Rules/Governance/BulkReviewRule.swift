import Content
import Diagnostics
import Time

/// KB411
struct BulkReviewRule: BaseRule {
    static let id = RuleID("KB411", "bulk-review")
    static let severity = Severity.warning
    static let summary = "Nobody confirms more reviews on a day than can be read."
    static let why = """
        Whether somebody opened a text before confirming it, no program can know. That one owner's items were confirmed by the \
        hundred on one day shows that nobody read them. 'review.most_per_day' in kb.yaml says how many are believed.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample([
                "kb.yaml": (RuleExample.base["kb.yaml"] ?? "").replacing(
                    "review: {", with: "review: {most_per_day: 1, "),
                "articles/lockers.md": bound("lockers", "↓"),
                "articles/parking.md": bound("parking"),
            ])
        ])

    private static func bound(_ id: String, _ mark: String = "") -> String {
        let hash = String(repeating: "0", count: 64)
        return RuleExample.articleText("id: \(id)\nreview: {last: \(mark)2026-08-31, every: 180d, verified: \(hash)}")
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var reviews: [OwnerDay: [ItemRecord]] = [:]
        for item in base.items where !item.isRetired {
            guard let review = item.boundReview, let owner = item.owner else { continue }
            reviews[OwnerDay(owner: owner, day: review.last.value), default: []].append(item)
        }
        for (key, items) in reviews where items.count > max(1, context.configuration.review.mostPerDay) {
            guard let first = items.first, let review = first.boundReview else { continue }
            report.add(.bulk(items.count, key.owner, key.day), in: first, at: review.last.range)
        }
    }

    private struct OwnerDay: Hashable {
        let owner: String
        let day: CivilDate
    }
}

extension Message {
    fileprivate static func bulk(_ count: Int, _ owner: String, _ day: CivilDate) -> Message {
        Message(
            "\(count) items of '\(owner)' were confirmed on \(day)",
            help: "read them over more days ('kb review plan' spreads them), or raise 'review.most_per_day' in kb.yaml")
    }
}
