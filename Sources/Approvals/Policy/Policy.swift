package import Content
package import Time

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

    /// So many approvals under a role.
    package struct Demand: Hashable, Sendable {
        package let role: String
        package var approvals: Int
        package var ratifyWithin: Period?
    }

    /// What a change demands: by what the file was and by what it becomes, so that nothing escapes by being renamed or by
    /// being declared harmless.
    package func demands(of change: Change) -> [Demand] {
        var demands: [Demand] = []
        let places = [(change.from ?? change.path, change.before), (change.path, change.after)]
        for case (let path, let version?) in places {
            guard let rule = rule(path, version, isGovernance: change.isGovernance) else { continue }
            // What could let anything pass does not go out first.
            let ratify = change.isGovernance ? nil : rule.ratifyWithin
            guard let index = demands.firstIndex(where: { $0.role == rule.role }) else {
                demands.append(Demand(role: rule.role, approvals: rule.approvals, ratifyWithin: ratify))
                continue
            }
            demands[index].approvals = max(demands[index].approvals, rule.approvals)
            demands[index].ratifyWithin = demands[index].ratifyWithin.flatMap { known in ratify.map { min(known, $0) } }
        }
        return demands
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
