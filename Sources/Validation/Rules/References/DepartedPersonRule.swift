import Content
import Diagnostics
import Time

/// KB209
struct DepartedPersonRule: BaseRule {
    static let id = RuleID("KB209", "departed-person")
    static let severity = Severity.warning
    static let summary = "Nobody who has left owns content."
    static let why = """
        A review that is owed by somebody who has left is owed by nobody. Time alone brings this about, so it warns; \
        `kb reassign` moves what they owned.
        """
    static let examples = RuleExamples(
        valid: [.article("owner: editor-1")],
        invalid: [
            RuleExample([
                "people.yaml":
                    "people: [{id: editor-1, name: A, email: a@example.org}, {id: old, name: B, email: b@example.org, until: 2026-08-01}]\n"
                    + "groups: [{id: editors, members: [editor-1]}]\n",
                "articles/parking.md": RuleExample.articleText("owner: ↓old"),
            ])
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for (path, item, reference) in base.allReferences {
            guard case .owner(let name) = reference.target, let person = base.people.person(name),
                let until = person.until?.value, until <= context.today
            else { continue }
            report.add(.departed(name, until, reference.role), path: path, range: reference.range, item: item)
        }
    }
}

extension Message {
    fileprivate static func departed(_ name: String, _ day: CivilDate, _ role: String) -> Message {
        Message(
            "the \(role) '\(name)' left on \(day)",
            help: role == "owner" ? "hand over with 'kb reassign \(name) NEW-OWNER'" : "remove them from the list")
    }
}
