import Content
import Diagnostics

/// KB211
struct HiddenReferenceRule: BaseRule {
    static let id = RuleID("KB211", "hidden-reference")
    static let severity = Severity.error
    static let summary = "Content refers only to what its readers may see."
    static let why = """
        A link from public content to an agents' article either fails for its readers or tells them of something they \
        should not know. An index for an audience holds nothing else, so there the link would be dropped. The same holds \
        of a section, an escalation, a hand-off, a called workflow, a target of an alert and a pin.
        """
    static let examples = RuleExamples(
        valid: [
            .article("audience: [agents]", body: "See [arrival](kb:arrival)."),
            .article("audience: [agents]\nescalate: [{to: front-desk}]"),
        ],
        invalid: [
            RuleExample([
                "articles/desk.md": RuleExample.articleText("id: desk\naudience: [billing]"),
                "articles/parking.md": RuleExample.articleText("audience: [agents]", body: "See [the desk](↓kb:desk)."),
            ]),
            .article("audience: [public]\nescalate: [{to: ↓front-desk}]"),
            RuleExample([
                "articles/desk.md": RuleExample.articleText(
                    "id: desk", body: "## Open\n\n::: {audience: [billing]}\n## Codes\n\nText.\n:::"),
                "articles/parking.md": RuleExample.articleText(body: "See [the codes](↓kb:desk#codes)."),
            ]),
            RuleExample([
                "articles/desk.md": RuleExample.articleText("id: desk\naudience: [billing]"),
                "synonyms/pins.yaml":
                    "pins: [{questions: [Where is the desk], item: ↓desk, owner: editors, audience: [agents]}]\n",
            ]),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for item in base.items where !item.audience.isEmpty {
            for reference in item.references {
                let readers = reference.audience ?? item.audience
                guard let message = message(reference, readBy: readers, in: base) else { continue }
                report.add(message, in: item, at: reference.range)
            }
        }
        // Outside items only a pin has readers of its own.
        for (path, item, reference) in base.allReferences where item == nil {
            guard let readers = reference.audience, let message = message(reference, readBy: readers, in: base) else {
                continue
            }
            report.add(message, path: path, range: reference.range)
        }
    }

    private func message(_ reference: Reference, readBy readers: [String], in base: KnowledgeBase) -> Message? {
        let (name, anchor): (String, String?) =
            switch reference.target {
            case .item(let name, let anchor): (name, anchor)
            case .directoryEntry(let name), .workflow(let name): (name, nil)
            case .fact, .requirement, .owner, .audience, .category, .asset: ("", nil)
            }
        guard let id = base.resolve(name) else { return nil }
        let editions = base.editions(of: id).filter { !$0.audience.isEmpty }
        // A name that is not declared is the mistake then.
        let names = readers + editions.flatMap { $0.audience }
        guard names.allSatisfy({ base.configuration.audiences[$0] != nil }), !editions.isEmpty else { return nil }
        let readable = editions.filter { base.mayRead(readers, $0.audience) }
        guard !readable.isEmpty else { return .hidden("'\(id)'", editions[0].audience, readers) }
        guard let anchor else { return nil }
        for edition in readable {
            guard let audience = edition.readers(ofAnchor: anchor), !base.mayRead(readers, audience),
                audience.allSatisfy({ base.configuration.audiences[$0] != nil })
            else { continue }
            return .hidden("The section '\(id)#\(anchor)'", audience, readers)
        }
        return nil
    }
}

extension Message {
    fileprivate static func hidden(_ target: String, _ audience: [String], _ readers: [String]) -> Message {
        Message(
            "\(target) is for \(audience.joined(separator: ", ")), but this is read by \(readers.joined(separator: ", "))",
            help: "refer to content of the same audience, or put the reference into a section block with 'audience'")
    }
}
