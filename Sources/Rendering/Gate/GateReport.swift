package import Approvals
import Diagnostics
package import Presentation
package import Time

/// What a change still needs before it may go out.
package struct GateReport: Sendable {
    package struct Entry: Sendable {
        package let requirement: Requirement
        package let importance: Importance

        package init(_ requirement: Requirement, _ importance: Importance) {
            self.requirement = requirement
            self.importance = importance
        }
    }

    /// Those that are missing first, and of these what matters most to readers.
    package let entries: [Entry]
    /// What validation found in what changed.
    package let findings: FindingSet
    package let zone: TimeZoneRules
    /// The base and the head, as they were named.
    package let base: String
    package let head: String
    /// The ids of the commits; the base's nil where there is none.
    package let commits: (base: String?, head: String)
    /// Whether the base says who approves anything.
    package var hasRules = true
    /// Statements that speak of nothing that changes here; such a one may ratify what went out before.
    package var idleStatements: [String] = []
    private let names: [String: String]

    /// - Parameter names: Of people, by id.
    package init(
        _ entries: [Entry], findings: FindingSet, zone: TimeZoneRules, base: String, head: String,
        commits: (base: String?, head: String), names: [String: String]
    ) {
        let order = Requirement.State.allCases.reversed() as [Requirement.State]
        self.entries = entries.sorted { left, right in
            let (first, second) = (
                order.firstIndex(of: left.requirement.state) ?? 0, order.firstIndex(of: right.requirement.state) ?? 0
            )
            if first != second { return first < second }
            if left.importance.weight != right.importance.weight { return left.importance > right.importance }
            return left.requirement.change.path.utf8.lexicographicallyPrecedes(right.requirement.change.path.utf8)
        }
        self.findings = findings
        self.zone = zone
        self.base = base
        self.head = head
        self.commits = commits
        self.names = names
    }

    package var isPassed: Bool { count(.missing) == 0 && errorCount == 0 }

    package func count(_ state: Requirement.State) -> Int { entries.count { $0.requirement.state == state } }

    package var errorCount: Int {
        findings.active.count { $0.diagnostic.severity == .error && $0.isNew != false }
    }

    package func name(of person: String) -> String { names[person] ?? person }

    /// One sentence for standard error.
    package var summary: String {
        let parts = [(Requirement.State.missing, "missing"), (.owed, "owed"), (.met, "met")].compactMap { state, word in
            count(state) == 0 ? nil : "\(count(state)) \(word)"
        }
        let needs =
            parts.isEmpty
            ? "Nothing needs approval\(hasRules ? "" : ", because kb.yaml of the base has no 'approval'")"
            : "Requirements: " + parts.joined(separator: ", ")
        let errors = errorCount == 0 ? "" : errorCount == 1 ? "; 1 error" : "; \(errorCount) errors"
        return needs + errors + "."
    }
}

/// The formats of `kb gate`; the raw value is the name on the command line.
package enum GateFormat: String, CaseIterable, Sendable {
    case text, markdown, json, jsonl, github

    package func render(
        _ report: GateReport, width: Int, palette: Palette, to output: inout some TextOutputStream
    ) {
        switch self {
        case .text: GateTextRenderer(width: width, palette: palette).render(report, to: &output)
        case .markdown: GateMarkdownRenderer().render(report, to: &output)
        case .json: GateJSONRenderer().render(report, to: &output)
        case .jsonl: GateJSONRenderer().renderLines(report, to: &output)
        case .github: GateGitHubRenderer().render(report, to: &output)
        }
    }
}
