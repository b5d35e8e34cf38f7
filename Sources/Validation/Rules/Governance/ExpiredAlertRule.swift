import Content
import Diagnostics
import Time

/// KB408
struct ExpiredAlertRule: BaseRule {
    static let id = RuleID("KB408", "expired-alert")
    static let severity = Severity.note
    static let summary = "Alerts that ended long ago are removed."
    static let why = """
        An alert expires by itself and is not shown any more. Its file is a help to nobody after a quarter of a year, and \
        git keeps it for the record.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("alerts/lift.yaml", alert(until: "2026-08-20"))],
        invalid: [RuleExample("alerts/lift.yaml", alert(until: "↓2026-02-20"))])

    private static let keptDays = 92

    private static func alert(until: String) -> String {
        "id: lift\ntype: announcement\ntitle: The lift is out of order\nowner: editors\naudience: [agents]\n"
            + "from: 2026-02-01\nuntil: \(until)\nmessage: Send patients to the side door.\n"
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for item in base.items {
            guard case .alert(let alert) = item.details, let until = alert.until,
                until.value.local.date.adding(days: ExpiredAlertRule.keptDays) < context.today
            else { continue }
            report.add(.expired(item.id.value, until.value.local.date), in: item, at: until.range)
        }
    }
}

extension Message {
    fileprivate static func expired(_ id: String, _ day: CivilDate) -> Message {
        Message("the alert '\(id)' ended on \(day)", help: "delete the file; git keeps its history")
    }
}
