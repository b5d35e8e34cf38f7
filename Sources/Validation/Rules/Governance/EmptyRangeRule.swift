import Content
import Diagnostics
import Time

/// KB406
struct EmptyRangeRule: BaseRule {
    static let id = RuleID("KB406", "empty-range")
    static let severity = Severity.error
    static let summary = "Alerts, editions and values end after they begin."
    static let why = """
        What ends before it begins is never shown. An alert with two days swapped is the closed clinic that nobody was told of.
        """
    static let examples = RuleExamples(
        valid: [.article("effective: {from: 2026-01-01, until: 2027-01-01}")],
        invalid: [.article("effective: {from: 2027-01-01, until: ↓2026-01-01}")])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for item in base.items {
            check(item.effective?.from, item.effective?.until, path: item.path, item: item.id.value, base, &report)
            if case .alert(let alert) = item.details {
                check(alert.from, alert.until, path: item.path, item: item.id.value, base, &report)
            }
        }
        for fact in base.facts {
            for value in fact.values { check(value.from, value.until, path: fact.path, item: nil, base, &report) }
        }
    }

    private func check(
        _ from: Located<Moment>?, _ until: Located<Moment>?, path: String, item: String?, _ base: KnowledgeBase,
        _ report: inout Report
    ) {
        guard let from, let until, base.range(from: from.value, until: until.value)?.isEmpty == true else { return }
        let isEqual = from.value == until.value
        report.add(isEqual ? .same : .swapped, path: path, range: until.range, item: item)
    }
}

extension Message {
    fileprivate static let swapped = Message("this ends before it begins", help: "write an end after the start")
    fileprivate static let same = Message(
        "this ends when it begins, so it is never in force",
        help: "write the first moment at which it no longer holds; the end itself does not count")
}
