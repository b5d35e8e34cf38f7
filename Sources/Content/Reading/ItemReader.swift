import Decisions
import Time
import YAML

/// Reads the parts that items of every kind share, and hands over to the reader of the kind.
struct ItemReader {
    let path: String
    let configuration: Configuration
    let conditions: ConditionReader
    let findings: Findings

    /// - Returns: nil when there is no id to know the item by.
    func item(_ kind: Item.Kind, _ node: Node, details: (FieldReader) -> Item.Details) -> Item? {
        guard let fields = FieldReader(node, findings), let id = fields.text("id") else { return nil }
        let firstReference = findings.references.count
        var item = Item(kind: kind, path: path, id: id, details: details(fields))
        item.title = fields.text("title")
        item.owner = fields.text("owner")
        item.audience = fields.texts("audience")
        item.review = review(fields)
        item.effective = fields.child("effective").map {
            Effective(from: $0.moment("from"), until: $0.moment("until"), range: $0.node.range)
        }
        item.language = fields.text("language")
        item.translation = fields.child("translation").flatMap { translation in
            translation.text("of").map { Translation(source: $0, hash: translation.text("hash")) }
        }
        item.isRetired = fields.text("status")?.value == "retired"
        item.replacedBy = fields.text("replaced_by")
        item.aliases = fields.texts("aliases")
        item.risk = fields.text("risk").flatMap { Item.Risk(rawValue: $0.value) } ?? .normal
        item.category = fields.text("category")
        item.topics = fields.texts("topics")
        item.questions = fields.texts("questions")
        item.keywords = fields.texts("keywords")
        item.applies = fields.condition("applies", conditions)
        refer(item, fields)
        item.references = Array(findings.references[firstReference...])
        return item
    }

    func requirements(_ node: Node?) -> [RequirementUse] {
        (node?.sequence ?? []).compactMap { use in
            let fields = FieldReader(use, findings)
            guard let id = fields?.text("id") ?? FieldReader.text(use) else { return nil }
            findings.refer(.requirement(id.value), "requirement", id.range)
            return RequirementUse(id: id, condition: fields?.condition("if", conditions))
        }
    }

    private func review(_ fields: FieldReader) -> Review? {
        guard let review = fields.child("review") else { return nil }
        return Review(
            last: review.date("last"), every: review.period("every"), verified: review.text("verified"),
            range: review.node.range)
    }

    private func refer(_ item: Item, _ fields: FieldReader) {
        if let owner = item.owner { findings.refer(.owner(owner.value), "owner", owner.range) }
        for audience in item.audience { findings.refer(.audience(audience.value), "audience", audience.range) }
        if let category = item.category { findings.refer(.category(category.value), "category", category.range) }
        if let source = item.translation?.source {
            findings.refer(.item(source.value, anchor: nil), Reference.Role.translation, source.range)
        }
        if let replacement = item.replacedBy {
            findings.refer(.item(replacement.value, anchor: nil), "replacement", replacement.range)
        }
        for related in fields.texts("related") {
            findings.refer(.item(related.value, anchor: nil), "related item", related.range)
        }
        for escalation in fields.children("escalate") {
            _ = escalation.condition("if", conditions)
            if let to = escalation.text("to") {
                findings.refer(.directoryEntry(to.value), Reference.Role.escalation, to.range)
            }
        }
        for attachment in fields.children("attachments") {
            let audience = attachment.audience("audience")
            guard let file = attachment.text("file") else { continue }
            findings.references.append(
                Reference(.asset(file.value), role: "attachment", range: file.range, audience: audience))
        }
    }
}
