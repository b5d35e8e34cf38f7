package import Approvals
import Content
import Time

/// A requirement in words.
package struct RequirementText {
    private let entry: GateReport.Entry
    private let report: GateReport
    private var requirement: Requirement { entry.requirement }

    package init(_ entry: GateReport.Entry, in report: GateReport) {
        self.entry = entry
        self.report = report
    }

    /// What changed: `edit of mri (MRI referral), risk high`.
    package var change: String {
        let change = requirement.change
        var text = change.action.rawValue
        if let from = change.from { text += " from \(from)" }
        if let id = change.id { text += " of \(id)" }
        if let title = change.title { text += " (\(title))" }
        if let risk = change.risk, risk != .normal { text += ", risk \(risk.rawValue)" }
        if entry.importance.reach > 0 {
            text += ", told by \(entry.importance.reach) item" + (entry.importance.reach == 1 ? "" : "s")
        }
        if entry.importance.scenarios > 0 {
            text += ", changes \(entry.importance.scenarios) scenario" + (entry.importance.scenarios == 1 ? "" : "s")
        }
        return text
    }

    /// What it needs, and how far that has got.
    package var need: String {
        switch requirement.need {
        case .approvals(let role, let count, _):
            let people = count == 1 ? "1 approval" : "\(count) approvals"
            let more = requirement.authors.hasUnknown ? " (one more, because a commit is signed by nobody known)" : ""
            let has = requirement.approvals.isEmpty ? "none yet" : "has \(requirement.approvals.count)"
            return "needs \(people) as '\(role)'\(more), \(has)"
        case .editing:
            var reasons: [String] = []
            if !requirement.unpermitted.isEmpty { reasons.append("\(list(requirement.unpermitted)) may not edit it") }
            if requirement.authors.hasUnknown {
                reasons.append("a commit is signed by nobody known, so who made it is open")
            }
            return reasons.joined(separator: ", and ") + "; people.yaml of the base says who may edit"
        case .statement(let reason): return "is no statement that counts: \(reason)"
        case .merge: return "was changed in the base as well; merge or rebase, then have the result approved"
        }
    }

    /// The approvals that count, a line each.
    package var approvals: [String] {
        requirement.approvals.map { approval in
            let attested = approval.attestedBy.map { " on a forge, attested by \(report.name(of: $0))" } ?? ""
            let evidence = approval.evidence.map { " (\($0))" } ?? ""
            return "approved by \(report.name(of: approval.person))\(attested)\(evidence), key \(approval.fingerprint)"
        }
    }

    /// Who may still approve, or what stands in the way.
    package var advice: String? {
        guard requirement.state != .met, case .approvals(let role, _, _) = requirement.need else { return nil }
        if requirement.candidates.count < requirement.missingCount {
            let who = requirement.candidates.isEmpty ? "nobody else" : "only \(list(requirement.candidates))"
            return "\(who) may approve as '\(role)' here"
                + (requirement.authors.hasUnknown
                    ? "; sign the commits, or have their author attested"
                    : "; add members to the role in people.yaml first")
        }
        let due = requirement.owedUntil.map { "by \(report.zone.offsetText($0)), " } ?? ""
        return "\(due)may approve: \(list(requirement.candidates))"
    }

    /// The statements that do not count, a line each.
    package var rejections: [String] {
        requirement.rejections.map {
            "does not count: \(report.name(of: $0.person)), because \($0.reason.description) (\($0.path))"
        }
    }

    private func list(_ people: [String]) -> String {
        let shown = people.prefix(6).map(report.name).joined(separator: ", ")
        return people.count > 6 ? "\(shown) and \(people.count - 6) more" : shown
    }
}
