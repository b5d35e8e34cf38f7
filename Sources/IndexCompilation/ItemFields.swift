import Content
import SearchIndex
import YAML

/// The fields of an item that a reader is shown and nothing is decided by.
struct ItemFields {
    private let node: Node
    private let conditions: ConditionReader

    /// What only one kind has, by name; it goes into the index as it is written.
    private static let details = [
        "start", "steps", "fields", "budget", "targets", "phones", "hours", "after_hours", "address", "pass",
        "sections",
    ]

    /// - Parameter node: The mapping that the item was read from.
    init(_ node: Node, _ conditions: ConditionReader) {
        self.node = node
        self.conditions = conditions
    }

    func fill(_ document: inout IndexDocument, for readership: Readership) {
        document.type = node["type"]?.text
        document.say = node["say"]?.text
        document.related = texts("related")
        document.attachments = (node["attachments"]?.sequence ?? []).compactMap { attachment in
            let names = attachment["audience"].map { $0.sequence?.compactMap(\.text) ?? [$0.text].compactMap(\.self) }
            guard let file = attachment["file"]?.text, let audience = readership.known(names ?? []) else { return nil }
            return .init(file: file, audience: audience)
        }
        document.escalate = (node["escalate"]?.sequence ?? []).compactMap { escalation in
            guard let to = escalation["to"]?.text else { return nil }
            // A condition that cannot be decided is an error, and such an item is not in the index.
            return .init(id: to, condition: escalation["if"].flatMap { try? conditions.condition($0) })
        }
        document.details = ItemFields.details.compactMap { name in node[name].map { .init(name, IndexValue($0)) } }
        if document.kind == "quiz" {
            document.questions = (node["questions"]?.sequence ?? []).compactMap { $0["ask"]?.text }
        }
    }

    private func texts(_ name: String) -> [String] {
        guard let value = node[name] else { return [] }
        return value.sequence?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
    }
}

extension IndexValue {
    /// A YAML value as JSON has it: plain scalars by the core schema, everything else as text.
    init(_ node: Node) {
        switch node.content {
        case .sequence(let nodes): self = .list(nodes.map { IndexValue($0) })
        case .mapping(let mapping):
            self = .object(mapping.entries.map { Member($0.key.text, IndexValue($0.value)) })
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .boolean(let truth): self = .boolean(truth)
            // `0800` is a time or a number of a form, not eight hundred.
            case .integer where scalar.integer.map({ "\($0)" }) == scalar.text: self = .integer(scalar.integer ?? 0)
            case .integer, .number, .text: self = .text(scalar.text)
            }
        }
    }
}
