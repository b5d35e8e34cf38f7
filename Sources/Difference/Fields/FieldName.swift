/// What fields are called for people, and how much they matter to readers.
struct FieldName {
    /// Fields of which each entry has a name of its own, and what one of them is called.
    private static let collections: [String: String] = [
        "steps": "step", "next": "answer", "fields": "field", "context": "field", "audiences": "audience",
        "requirements": "requirement", "groups": "group", "values": "value", "roles": "role", "hours": "hours",
        "categories": "category", "facts": "fact", "by_risk": "risk", "overdue": "risk",
    ]
    private static let members: [String: String] = [
        "questions": "question", "keywords": "keyword", "topics": "topic", "aliases": "alias", "sources": "source",
        "attachments": "attachment", "values": "value", "phones": "phone", "choices": "choice", "pins": "pin",
        "people": "person", "groups": "group", "hubs": "hub", "sections": "section", "items": "item",
        "scenarios": "scenario", "languages": "language", "synonyms": "words", "requires": "requires",
    ]
    private static let names: [String: String] = [
        "applies": "applies to", "if": "for", "effective": "in force", "go": "goes to", "else": "otherwise",
        "replaced_by": "replaced by", "related": "see also", "topics": "topics", "asked": "asks for",
    ]
    private static let found: Set<String> = [
        "questions", "keywords", "aliases", "category", "topics", "language",
    ]
    private static let kept: Set<String> = ["owner", "review", "translation", "budget", "schema", "$schema"]
    private static let seenOfConfiguration: Set<String> = [
        "context", "requirements", "audiences", "timezone", "languages", "name",
    ]

    static func field(_ key: String) -> String { names[key] ?? key.replacing("_", with: " ") }

    /// One entry of a mapping: a field, or what a collection has under a name.
    static func entry(_ key: String, of parent: String?) -> String {
        guard let parent, let one = collections[parent] else { return field(key) }
        return "\(one) ‘\(key.shortened)’"
    }

    static func member(_ name: String, of parent: String?) -> String {
        "\(parent.map { members[$0] ?? field($0) } ?? "entry") ‘\(name.shortened)’"
    }

    static func member(number: Int, of parent: String?) -> String {
        "\(parent.map { members[$0] ?? field($0) } ?? "entry") \(number)"
    }

    /// - Parameters:
    ///   - kind: Of the thing: `article`, `fact`, `kb`.
    ///   - key: The field at the top.
    static func weight(_ kind: String, _ key: String) -> FieldChange.Weight {
        switch kind {
        case "tests", "people", "template", "schema": .kept
        case "synonyms": .found
        case "kb": seenOfConfiguration.contains(key) ? .seen : .kept
        case "quiz": kept.contains(key) ? .kept : .seen
        default: kept.contains(key) ? .kept : found.contains(key) ? .found : .seen
        }
    }
}
