import YAML

/// The keywords that apply to arrays, but for `unevaluatedItems`.
final class ArrayKeywords: Sendable {
    private let prefixItems: [Int]
    private let items: Int?
    private let contains: Int?
    private let minContains: Int?
    private let maxContains: Int?
    private let minItems: Int?
    private let maxItems: Int?
    private let uniqueItems: Bool

    /// Nil when none of the keywords is present.
    init?(_ reader: KeywordReader, _ compiler: inout SchemaCompiler) throws(SchemaError) {
        prefixItems = try compiler.subschemas(.prefixItems, reader)
        items = try compiler.subschema(.items, reader)
        contains = try compiler.subschema(.contains, reader)
        minContains = try reader.count(.minContains)
        maxContains = try reader.count(.maxContains)
        minItems = try reader.count(.minItems)
        maxItems = try reader.count(.maxItems)
        uniqueItems = try reader.boolean(.uniqueItems) ?? false
        if prefixItems.isEmpty, items == nil, contains == nil, minItems == nil, maxItems == nil, !uniqueItems {
            return nil
        }
    }

    func accept(
        _ list: [Node], _ node: Node, in subschema: Subschema, _ evaluation: inout Evaluation,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        if let minItems, list.count < minItems {
            guard
                evaluation.record(
                    subschema, .minItems, node, .itemCount(minimum: minItems, maximum: maxItems, found: list.count))
            else { return false }
            isValid = false
        }
        if let maxItems, list.count > maxItems {
            guard
                evaluation.record(
                    subschema, .maxItems, node, .itemCount(minimum: minItems, maximum: maxItems, found: list.count))
            else { return false }
            isValid = false
        }
        if uniqueItems, evaluation.spend(node.range.count),
            let (first, second) = Self.duplicate(in: list)
        {
            evaluation.descend(second)
            defer { evaluation.ascend() }
            guard evaluation.record(subschema, .uniqueItems, list[second], .duplicateItem(first: first, second: second))
            else { return false }
            isValid = false
        }
        if !acceptItems(list, in: subschema, &evaluation, &evaluated) {
            guard evaluation.continues else { return false }
            isValid = false
        }
        if let contains, !acceptContains(contains, list, node, in: subschema, &evaluation, &evaluated) {
            guard evaluation.continues else { return false }
            isValid = false
        }
        return isValid
    }

    private func acceptItems(
        _ list: [Node], in subschema: Subschema, _ evaluation: inout Evaluation, _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        for (position, item) in list.enumerated() {
            let child: Int
            if position < prefixItems.count {
                child = prefixItems[position]
            } else if let items {
                child = items
            } else {
                break
            }
            evaluated.markItem(position)
            let isAccepted =
                position >= prefixItems.count && evaluation.isFalse(child)
                ? evaluation.refuseItem(subschema, .items, item, at: position)
                : evaluation.evaluateChild(child, item, at: position)
            guard isAccepted || evaluation.continues else { return false }
            isValid = isValid && isAccepted
        }
        return isValid
    }

    private func acceptContains(
        _ contains: Int, _ list: [Node], _ node: Node, in subschema: Subschema, _ evaluation: inout Evaluation,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var count = 0
        for (position, item) in list.enumerated() {
            let isMatch = evaluation.silently { $0.evaluateChild(contains, item, at: position) }
            guard isMatch else { continue }
            count += 1
            evaluated.markItem(position)
        }
        let minimum = minContains ?? 1
        guard count < minimum || count > maxContains ?? Int.max else { return true }
        let keyword: Keyword = count < minimum ? (minContains == nil ? .contains : .minContains) : .maxContains
        _ = evaluation.record(subschema, keyword, node, .contains(minimum: minimum, maximum: maxContains, found: count))
        return false
    }

    /// The first item that is equal to an earlier one.
    private static func duplicate(in list: [Node]) -> (Int, Int)? {
        guard list.count > 1 else { return nil }
        var seen: [Int: [Int]] = [:]
        for (position, item) in list.enumerated() {
            var hasher = Hasher()
            item.hash(into: &hasher)
            let hash = hasher.finalize()
            if let first = seen[hash]?.first(where: { list[$0].isEqual(to: item) }) { return (first, position) }
            seen[hash, default: []].append(position)
        }
        return nil
    }
}
