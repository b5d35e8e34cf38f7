import Content
import Diagnostics

/// KB207
struct UnreachableItemRule: BaseRule {
    static let id = RuleID("KB207", "unreachable-item")
    static let severity = Severity.warning
    static let summary = "Every article and workflow can be found from a category, a hub or other content."
    static let why = """
        Search is not the only way in: people browse, and reviewers walk through a category to see what is missing. An item \
        without a category, a hub, a link or a workflow that names it is found only by luck.
        """
    static let examples = RuleExamples(
        valid: [.article("category: visit")],
        invalid: [
            RuleExample(
                "articles/parking.md",
                "---\nid: ↓parking\ntitle: Parking\nanswer: In the garage.\nowner: editors\naudience: [agents]\n"
                    + "review: {last: 2026-06-01}\n---\nText.\n")
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        // A knowledge base that has no navigation at all is found by search alone, and knows it.
        guard !base.categories.isEmpty || base.items.contains(where: { $0.kind == .hub }) else { return }
        var named: Set<String> = []
        for (_, item, reference) in base.allReferences {
            guard let name = reference.target.itemName, let id = base.resolve(name), id != item else { continue }
            named.insert(id)
        }
        for item in base.items where item.kind == .article || item.kind == .workflow {
            guard !item.hasCategory, !item.isRetired, item.translation == nil, !named.contains(item.id.value)
            else { continue }
            report.add(.unreachable(item.id.value), in: item)
        }
    }
}

extension Message {
    fileprivate static func unreachable(_ id: String) -> Message {
        Message("nothing leads to '\(id)'", help: "give it a 'category', list it in a hub, or link to it")
    }
}
