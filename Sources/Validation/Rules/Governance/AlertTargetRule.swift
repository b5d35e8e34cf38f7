import Content
import Diagnostics
import JSONSchema
import YAML

/// KB407
struct AlertTargetRule: FileRule {
    static let id = RuleID("KB407", "alert-target")
    static let severity = Severity.error
    static let summary = "An alert says what it stands beside."
    static let why = """
        An alert is shown beside what it targets. One that targets nothing is shown nowhere; one that is meant for everybody \
        says so with `targets: all` or `type: announcement`.
        """
    static let examples = RuleExamples(
        valid: [RuleExample("alerts/lift.yaml", alert("targets: {articles: [arrival]}"))],
        invalid: [
            RuleExample("alerts/lift.yaml", alert("targets: ↓{}")),
            RuleExample("alerts/lift.yaml", alert("severity: info").replacingID),
        ])

    private static func alert(_ line: String) -> String {
        "id: lift\ntype: alert\ntitle: The lift is out of order\nowner: editors\naudience: [agents]\nfrom: 2026-09-01\n"
            + "until: 2026-09-03\nmessage: Send patients to the side door.\n" + line + "\n"
    }

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        // What is wrong with the targets themselves is said where it stands.
        let isMalformed = file.schemaFindings.contains { violation in
            if case .propertyCount = violation.reason { return false }
            return violation.instancePath.first == "targets"
        }
        guard !isMalformed else { return }
        for item in file.content.items {
            guard case .alert(let alert) = item.details, !alert.isAnnouncement, !alert.targetsAll,
                alert.articles.isEmpty, alert.categories.isEmpty, alert.workflows.isEmpty
            else { continue }
            report.add(.nothing, in: item, at: file.content.root?["targets"]?.range)
        }
    }
}

extension String {
    /// Marks the id, where the finding about a missing field stands.
    fileprivate var replacingID: String { "id: ↓" + dropFirst(4) }
}

extension Message {
    fileprivate static let nothing = Message(
        "this alert targets nothing, so it is shown nowhere",
        help: "add 'targets: {articles: […], categories: […], workflows: […]}', or 'targets: all'")
}
