import Content
import Diagnostics

/// KB701
struct ApprovalRoleRule: BaseRule {
    static let id = RuleID("KB701", "approval-role")
    static let severity = Severity.error
    static let summary = "Whoever must approve can: the role exists, may approve, and has the people."
    static let why = """
        The gate asks for approvals under the role that kb.yaml names. Where nobody has it, nothing that it is asked for \
        passes the gate any more, the change that would put kb.yaml right among it.
        """
    private static let roster = """
        people:
          - {id: editor-1, name: Example Editor, email: editor@example.org}
        groups:
          - {id: editors, members: [editor-1]}
        roles:
          approver: {members: [editors], may: [approve]}
          writer: {members: [editors], may: [edit]}

        """
    static let examples = RuleExamples(
        valid: [example("{match: {}, role: approver}")],
        invalid: [
            example("{match: {}, role: ↓aprover}"), example("{match: {}, role: ↓writer}"),
            example("{match: {}, role: ↓approver, approvals: 2}"),
        ])

    private static func example(_ rule: String) -> RuleExample {
        RuleExample("kb.yaml", (RuleExample.base["kb.yaml"] ?? "") + "approval: [\(rule)]\n").adding(
            "people.yaml", roster)
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        let people = base.people
        for rule in base.configuration.approval {
            guard let role = people.roles.first(where: { $0.name.value == rule.role }) else {
                let suggestion = report.suggestion(for: rule.role, among: people.roles.map(\.name.value))
                report.add(.unknown(rule.role, suggestion: suggestion), path: "kb.yaml", range: rule.range)
                continue
            }
            guard role.permissions.contains("approve") else {
                report.add(.powerless(rule.role), path: "kb.yaml", range: rule.range)
                continue
            }
            let members = Set(role.members.flatMap { people.group($0.value)?.members.map(\.value) ?? [$0.value] })
            let present = members.filter { member in
                guard let person = people.person(member) else { return false }
                return person.until.map { $0.value > context.today } ?? true
            }
            if present.count < rule.approvals {
                report.add(.few(rule.role, present.count, of: rule.approvals), path: "kb.yaml", range: rule.range)
            }
        }
    }
}

extension Message {
    fileprivate static func unknown(_ role: String, suggestion: String?) -> Message {
        Message(
            "people.yaml has no role '\(role)', so nobody can approve", help: suggestion ?? "declare it under 'roles'")
    }

    fileprivate static func powerless(_ role: String) -> Message {
        Message("the role '\(role)' may not approve", help: "add 'approve' to its 'may' in people.yaml")
    }

    fileprivate static func few(_ role: String, _ count: Int, of needed: Int) -> Message {
        Message(
            "\(needed) people must approve as '\(role)', which \(count == 0 ? "nobody has" : "\(count) here can")",
            help: "add members to the role in people.yaml")
    }
}
