import Content
import Diagnostics

/// KB208
struct UnknownOwnerRule: BaseRule {
    static let id = RuleID("KB208", "unknown-owner")
    static let severity = Severity.error
    static let summary = "Owners and members are people or groups of people.yaml."
    static let why = """
        The owner is who answers when a rule changes, and whom a review reminds. An owner whom nobody knows is an article \
        that nobody reviews.
        """
    static let examples = RuleExamples(
        valid: [.article("owner: editors"), .article("owner: editor-1")],
        invalid: [.article("owner: ↓editor")])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        guard base.hasFile("people.yaml") || !base.hasReferences else {
            report.add(.noPeople, path: "kb.yaml", range: 0..<0)
            return
        }
        let known = base.people.persons.map(\.id.value) + base.people.groups.map(\.id.value)
        for (path, item, reference) in base.allReferences {
            guard case .owner(let name) = reference.target, !known.contains(name) else { continue }
            let suggestion = report.suggestion(for: name, among: known)
            report.add(
                .unknown(name, reference.role, suggestion: suggestion), path: path, range: reference.range, item: item)
        }
    }
}

extension Message {
    fileprivate static let noPeople = Message(
        "there is no people.yaml, so nobody owns anything", help: "add it beside kb.yaml, with 'people' and 'groups'")

    fileprivate static func unknown(_ name: String, _ role: String, suggestion: String?) -> Message {
        Message(
            "the \(role) '\(name)' is neither a person nor a group",
            help: suggestion ?? "declare it in people.yaml")
    }
}
