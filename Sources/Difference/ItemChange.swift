package import Content
import Diagnostics
import YAML

/// What a change of an item is, told from its two versions without comparing their texts word by word.
package enum ItemChange: String, CaseIterable, Sendable {
    case created, removed, restored, renamed, retired, reinstated
    /// What readers see: the title, the answer, the body.
    case text
    /// The questions, branches and outcomes of a workflow, or what they are about.
    case workflow
    case metadata
    case reviewed
    case formatting
    /// What it was cannot be told, because the content is not here or cannot be read.
    case unknown

    /// Fields of which a reader sees the text.
    private static let texts: Set<String> = [
        "title", "answer", "say", "never_say", "message", "sections", "questions", "description", "phones", "hours",
        "address",
        "values",
    ]
    private static let flows: Set<String> = ["steps", "start", "fields", "budget"]

    /// - Parameters:
    ///   - id: Of the item, or a fact's name.
    ///   - formerID: Where it had another before.
    ///   - before: Nil where it was not there.
    ///   - after: Nil where it is there no more.
    /// - Returns: What changed, the most telling first; never empty.
    package static func all(
        of id: String, before formerID: String? = nil, from before: ContentFile?, to after: ContentFile?
    ) -> [ItemChange] {
        guard let after else { return [.removed] }
        guard let before else { return [.created] }
        guard let old = before.part(named: formerID ?? id), let new = after.part(named: id) else { return [.unknown] }
        var changes: Set<ItemChange> = []
        let hasOtherID = formerID.map { $0 != id } ?? false
        if before.path != after.path || hasOtherID { changes.insert(.renamed) }
        for name in Set(old.fields.keys).union(new.fields.keys) where old.fields[name] != new.fields[name] {
            switch name {
            case "id", "aliases": if !hasOtherID { changes.insert(.metadata) }
            case "status": changes.insert(new.fields[name] == "s:retired" ? .retired : .reinstated)
            case "review": changes.insert(.reviewed)
            case let name where flows.contains(name): changes.insert(.workflow)
            case let name where texts.contains(name): changes.insert(.text)
            default: changes.insert(.metadata)
            }
        }
        if !old.body.elementsEqual(new.body) { changes.insert(old.words == new.words ? .formatting : .text) }
        if changes.isEmpty, before.source.bytes != after.source.bytes { changes.insert(.formatting) }
        // Another item of the same file changed.
        if changes.isEmpty { return [.unknown] }
        if changes.count > 1 { changes.remove(.formatting) }
        return allCases.filter(changes.contains)
    }
}

/// The part of a file that is one item's.
private struct ItemPart {
    /// Each top field with its value, which equal texts alone make equal.
    var fields: [String: String]
    var body: ArraySlice<UInt8>

    /// The body without its white space.
    var words: [ArraySlice<UInt8>] {
        body.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
}

extension ContentFile {
    fileprivate func part(named id: String) -> ItemPart? {
        if let number = items.firstIndex(where: { $0.id.value == id }), itemNodes.indices.contains(number) {
            let body = frontMatter.map { source.bytes[$0.upperBound...].drop { $0 != UInt8(ascii: "\n") } }
            return ItemPart(fields: Self.fields(of: itemNodes[number]), body: body ?? [])
        }
        guard let fact = root?["facts"]?[id] else { return nil }
        return ItemPart(fields: Self.fields(of: fact), body: [])
    }

    private static func fields(of node: Node) -> [String: String] {
        guard case .mapping(let mapping) = node.content else { return [:] }
        return Dictionary(mapping.entries.map { ($0.key.text, text(of: $0.value)) }) { first, _ in first }
    }

    private static func text(of node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): "s:\(scalar.text)"
        case .sequence(let nodes): "l\(nodes.count):" + nodes.map { part(text(of: $0)) }.joined()
        case .mapping(let mapping):
            "m\(mapping.entries.count):"
                + mapping.entries.map { part($0.key.text) + part(text(of: $0.value)) }.joined()
        }
    }

    /// With its length before it, so that two values cannot look like another two.
    private static func part(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
