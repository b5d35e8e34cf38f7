import Content
import Diagnostics

/// KB211
struct HiddenReferenceRule: BaseRule {
    static let id = RuleID("KB211", "hidden-reference")
    static let severity = Severity.error
    static let summary = "Content refers only to what its readers may see."
    static let why = """
        A link from public content to an agents' article either fails for its readers or tells them of something they \
        should not know. An index for an audience holds nothing else, so there the link would be dropped.
        """
    static let examples = RuleExamples(
        valid: [.article("audience: [agents]", body: "See [arrival](kb:arrival).")],
        invalid: [
            RuleExample([
                "articles/desk.md": RuleExample.articleText("id: desk\naudience: [billing]"),
                "articles/parking.md": RuleExample.articleText("audience: [agents]", body: "See [the desk](↓kb:desk)."),
            ])
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for item in base.items where !item.audience.isEmpty {
            for reference in item.references {
                // A plan for calls names teams; only texts that readers see are held to their audience.
                guard case .item(let name, _) = reference.target, let id = base.resolve(name) else { continue }
                let readers = reference.audience ?? item.audience
                let editions = base.editions(of: id).filter { !$0.audience.isEmpty }
                // A name that is not declared is the mistake then.
                let names = readers + editions.flatMap { $0.audience }
                guard names.allSatisfy({ base.configuration.audiences[$0] != nil }) else { continue }
                guard !editions.isEmpty, !editions.contains(where: { base.mayRead(readers, $0.audience) })
                else { continue }
                let audience = editions[0].audience
                report.add(.hidden(id, audience, readers), in: item, at: reference.range)
            }
        }
    }
}

extension Message {
    fileprivate static func hidden(_ id: String, _ audience: [String], _ readers: [String]) -> Message {
        Message(
            "'\(id)' is for \(audience.joined(separator: ", ")), but this is read by \(readers.joined(separator: ", "))",
            help: "refer to content of the same audience, or put the reference into a section block with 'audience'")
    }
}
