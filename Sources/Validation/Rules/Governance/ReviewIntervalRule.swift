import Content
import Diagnostics
import Time

/// KB402
struct ReviewIntervalRule: FileRule {
    static let id = RuleID("KB402", "review-interval")
    static let severity = Severity.error
    static let summary = "An item is reviewed at least as often as its risk demands."
    static let why = """
        The policy in kb.yaml says how old an answer of each risk may get. An item may be reviewed more often, never less.
        """
    static let examples = RuleExamples(
        valid: [.article("risk: high\nreview: {last: 2026-08-01, every: 60d}")],
        invalid: [.article("risk: high\nreview: {last: 2026-08-01, every: ↓180d}")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for item in file.content.items {
            let policy = context.configuration.review.interval(item.risk)
            guard let every = item.review?.every, every.value > policy else { continue }
            report.add(.tooLong(every.value, policy, item.risk), in: item, at: every.range)
        }
    }
}

extension Message {
    fileprivate static func tooLong(_ every: Period, _ policy: Period, _ risk: Item.Risk) -> Message {
        Message(
            "a review every \(every) is less often than the policy for \(risk.rawValue) risk",
            help: "write \(policy) or less, or leave 'every' out")
    }
}
