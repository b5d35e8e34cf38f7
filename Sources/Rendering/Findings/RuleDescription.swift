package import Diagnostics

/// What a reader of a report learns of a rule.
package struct RuleDescription: Hashable, Sendable {
    package var id: RuleID
    package var severity: Severity
    /// What it asks for, in one line.
    package var summary: String
    /// What goes wrong without it, in one paragraph.
    package var why: String?
    /// Its documentation.
    package var url: String?

    package init(id: RuleID, severity: Severity, summary: String, why: String? = nil, url: String? = nil) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.why = why
        self.url = url
    }
}
