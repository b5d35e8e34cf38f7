package import Content
import Time

/// Who approves what, as kb.yaml and the roles of people.yaml say.
package struct Policy: Sendable {
    private let rules: [(rule: ApprovalRule, paths: [PathPattern])]
    /// 64 hexadecimal digits: of the rules and of what roles may do, not of who has them.
    package let hash: String

    package init(_ rules: [ApprovalRule], roles: [People.Role]) {
        self.rules = rules.map { ($0, $0.paths.map { PathPattern($0) }) }
        hash = ContentHash.hash(of: Array(Policy.text(rules, roles).utf8))
    }

    /// Nothing needs approval.
    package var isEmpty: Bool { rules.isEmpty }

    /// What a change demands: by what the file was and by what it becomes, so that nothing escapes by being renamed or by
    /// being declared harmless.
    package func rules(for change: Change) -> [ApprovalRule] {
        var found: [ApprovalRule] = []
        let places = [(change.from ?? change.path, change.before), (change.path, change.after)]
        for case (let path, let version?) in places {
            guard var rule = rule(path, version, isGovernance: change.isGovernance) else { continue }
            // What could let anything pass does not go out first.
            if change.isGovernance { rule.ratifyWithin = nil }
            if !found.contains(rule) { found.append(rule) }
        }
        // Of two rules for one role, the stricter holds the other.
        return found.filter { rule in
            !found.contains { other in
                other != rule && other.role == rule.role && other.approvals >= rule.approvals
                    && (other.ratifyWithin == nil || rule.ratifyWithin != nil)
                    && (other.approvals > rule.approvals || other.ratifyWithin == nil)
            }
        }
    }

    private func rule(_ path: String, _ version: Change.Version, isGovernance: Bool) -> ApprovalRule? {
        let match = rules.first { entry in
            let rule = entry.rule
            return (rule.kinds.isEmpty || rule.kinds.contains(version.kind))
                && (rule.risks.isEmpty || version.risk.map(rule.risks.contains) ?? false)
                && (entry.paths.isEmpty || entry.paths.contains { $0.matches(path) })
        }
        if let match { return match.rule }
        // A policy that forgets itself is not free to change.
        guard isGovernance else { return nil }
        return rules.map(\.rule).reduce(nil) { strictest, rule in
            strictest.map { $0.approvals >= rule.approvals ? $0 : rule } ?? rule
        }
    }

    /// One text for one policy: every value with its length before it.
    private static func text(_ rules: [ApprovalRule], _ roles: [People.Role]) -> String {
        func list(_ values: [String]) -> String {
            "\(values.count)[" + values.map { "\($0.utf8.count):\($0)" }.joined() + "]"
        }
        var text = "kb policy 1\n"
        for rule in rules {
            text += "rule" + list([rule.role, "\(rule.approvals)", rule.ratifyWithin?.description ?? ""])
            text += list(rule.kinds) + list(rule.risks.map(\.rawValue)) + list(rule.paths) + "\n"
        }
        for role in roles.sorted(by: { $0.name.value.utf8.lexicographicallyPrecedes($1.name.value.utf8) }) {
            text +=
                "role" + list([role.name.value]) + list(role.permissions.sorted()) + list(role.paths.sorted()) + "\n"
        }
        return text
    }
}
