import Content
import Diagnostics

/// KB210
struct EmptyGroupRule: BaseRule {
    static let id = RuleID("KB210", "empty-group")
    static let severity = Severity.warning
    static let summary = "Every group has a member who is still here."
    static let why =
        "What a group owns is reviewed by its members. Without one, its reviews and approvals wait for ever."
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample(
                "people.yaml",
                "people: [{id: editor-1, name: A, email: a@example.org}]\n"
                    + "groups: [{id: editors, members: [editor-1]}, {id: ↓nobody, members: []}]\n")
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for group in base.people.groups {
            let isPresent = group.members.contains { member in
                // A member whom nobody knows is a finding of KB208, and most likely somebody misspelt.
                guard let person = base.people.person(member.value) else { return true }
                return person.until.map { $0.value > context.today } ?? true
            }
            if !isPresent { report.add(.empty(group.id.value), path: "people.yaml", range: group.id.range) }
        }
    }
}

extension Message {
    fileprivate static func empty(_ id: String) -> Message {
        Message("the group '\(id)' has no member who is still here", help: "add a member, or reassign what it owns")
    }
}
