import Content
import Diagnostics
import JSONSchema
import Time

/// KB405
struct UncheckedSourceRule: FileRule {
    static let id = RuleID("KB405", "unchecked-source")
    static let severity = Severity.warning
    static let summary = "Cited rules were looked up within the time a review may take."
    static let why = """
        Laws and payers' rules change without telling us. A citation carries the day on which somebody last compared it \
        with its source; one older than the item's review interval is a claim on trust.
        """
    static let examples = RuleExamples(
        valid: [.article("sources: [{cite: 45 CFR 164.524, checked: 2026-06-01}]")],
        invalid: [
            .article("sources: [{cite: 45 CFR 164.524, checked: ↓2024-06-01}]"),
            .article("sources: [{cite: ↓45 CFR 164.524}]"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, !item.isRetired, let article = file.article else { return }
        // The day counts for at least a year: a source is not re-read at every monthly review.
        let interval = max(item.reviewInterval(context.configuration.review), Period(hours: 366 * 24))
        for source in article.sources {
            guard let checked = source.checked else {
                // A day that is written but wrong is reported as what it is.
                let isMalformed = file.schemaFindings.contains {
                    $0.instancePath.first == "sources" && $0.instancePath.last == "checked"
                }
                guard !isMalformed else { continue }
                report.add(.never(source.cite.value), in: item, at: source.cite.range)
                continue
            }
            if checked.value.adding(days: interval.days) < context.today {
                report.add(.old(source.cite.value, checked.value), in: item, at: checked.range)
            }
        }
    }
}

extension Message {
    fileprivate static func never(_ cite: String) -> Message {
        Message("nobody noted when '\(cite)' was checked", help: "look it up and add 'checked: YYYY-MM-DD'")
    }

    fileprivate static func old(_ cite: String, _ day: CivilDate) -> Message {
        Message("'\(cite)' was last checked on \(day)", help: "look it up again and write today's date as 'checked'")
    }
}
