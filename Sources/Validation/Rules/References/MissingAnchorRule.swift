import Content
import Diagnostics

/// KB203
struct MissingAnchorRule: BaseRule {
    static let id = RuleID("KB203", "missing-anchor")
    static let severity = Severity.error
    static let summary = "Links to a heading, and sections of steps, name one that the article has."
    static let why = """
        A link to a section saves the reader the search through a page. When the heading was renamed, the link still opens \
        the article but at its top, and the reader may take the first paragraph for the answer.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "See [the desk](kb:arrival#at-the-desk).")],
        invalid: [
            .article(body: "See [the desk](↓kb:arrival#at-a-desk)."),
            RuleExample(
                "workflows/arrive.yaml",
                "id: arrive\ntitle: Arrive\nowner: editors\naudience: [agents]\ncategory: visit\n"
                    + "review: {last: 2026-06-01}\nstart: end\n"
                    + "steps: {end: {outcome: Go to the desk., article: ↓arrival, section: at-a-desk}}\n"),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var known: [String: (list: [String], set: Set<String>)] = [:]
        for (path, item, reference) in base.allReferences {
            guard case .item(let name, let anchor?) = reference.target, !anchor.isEmpty, let id = base.resolve(name)
            else { continue }
            let anchors = known[id] ?? self.anchors(of: id, in: base)
            known[id] = anchors
            guard !anchors.set.contains(anchor) else { continue }
            let suggestion = report.suggestion(for: anchor, among: anchors.list)
            report.add(
                .missing(anchor, id, anchors.list, suggestion: suggestion), path: path, range: reference.range,
                item: item)
        }
    }

    private func anchors(of id: String, in base: KnowledgeBase) -> (list: [String], set: Set<String>) {
        let anchors = base.editions(of: id).flatMap(\.anchors)
        return (anchors, Set(anchors))
    }
}

extension Message {
    fileprivate static func missing(_ anchor: String, _ id: String, _ anchors: [String], suggestion: String?) -> Message
    {
        let choice = anchors.isEmpty ? "it has no headings" : "it has #\(anchors.prefix(6).joined(separator: ", #"))"
        return Message(
            "'\(id)' has no heading for '#\(anchor)'", help: suggestion ?? choice)
    }
}
