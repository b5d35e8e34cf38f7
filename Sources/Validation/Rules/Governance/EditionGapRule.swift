import Content
import Diagnostics
import Time

/// KB413
struct EditionGapRule: BaseRule {
    static let id = RuleID("KB413", "edition-gap")
    static let severity = Severity.warning
    static let summary = "Between the first and the last edition of an item, one is always in force."
    static let why = """
        Next year's policy lies beside this year's. When the one ends on the last of December and the other begins on the third \
        of January, there is no policy for two days: searches find nothing, links lead nowhere, and nobody sees it coming.
        """
    static let examples = RuleExamples(
        valid: [editions(until: "2027-01-01", from: "2027-01-01")],
        invalid: [editions(until: "2026-12-31", from: "↓2027-01-03")])

    private static func editions(until: String, from: String) -> RuleExample {
        RuleExample([
            "articles/parking.md": RuleExample.articleText("effective: {until: \(until)}"),
            "articles/parking-2027.md": RuleExample.articleText("effective: {from: \(from)}"),
        ])
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for id in base.ids.sorted() {
            let editions = base.editions(of: id).filter { !$0.isRetired }
            guard editions.count > 1 else { continue }
            let languages = Dictionary(grouping: editions) { $0.language?.value ?? base.configuration.languages.first }
            for editions in languages.values where editions.count > 1 { check(editions, base, &report) }
        }
    }

    /// - Parameter editions: In one language.
    private func check(_ editions: [ItemRecord], _ base: KnowledgeBase, _ report: inout Report) {
        let dated = editions.compactMap { item in base.effectiveRange(item).map { (item: item, range: $0) } }
        let ordered = dated.filter { !$0.range.isEmpty }.sorted {
            ($0.range.from?.seconds ?? .min) < ($1.range.from?.seconds ?? .min)
        }
        for (before, after) in zip(ordered, ordered.dropFirst()) {
            guard let end = before.range.until, let start = after.range.from, end < start,
                let from = after.item.effective?.from
            else { continue }
            let zone = base.configuration.zone
            report.add(
                .gap(after.item.id.value, zone.local(end), zone.local(start)), in: after.item, at: from.range,
                related: [.init(before.item.location, "the edition before is here")])
        }
    }
}

extension Message {
    fileprivate static func gap(_ id: String, _ end: LocalDateTime, _ start: LocalDateTime) -> Message {
        Message(
            "no edition of '\(id)' is in force from \(end) until \(start)",
            help: "let this one begin when the one before it ends")
    }
}
