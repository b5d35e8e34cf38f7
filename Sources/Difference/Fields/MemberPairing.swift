package import YAML

/// Which members of two lists are versions of one another.
package struct MemberPairing {
    /// The earlier member of a later one, by index.
    package private(set) var partners: [Int: Int] = [:]
    package private(set) var removed: [Int] = []
    /// Later members that stand elsewhere among those that stayed.
    package private(set) var moved: [Int] = []

    /// Fields by which a member is known, in this order.
    private static let identities = [
        "id", "name", "text", "file", "cite", "ask", "workflow", "title", "to", "number", "item", "go", "else", "for",
    ]
    private static let ordered: Set<String> = ["when", "escalate", "approval", "values"]

    /// Whether the order of a list's members says something.
    ///
    /// - Parameter key: The list's.
    package static func isOrdered(_ key: String?) -> Bool { key.map { ordered.contains($0) } ?? false }

    package static func identity(of member: Node) -> String? {
        guard let mapping = member.mapping else { return nil }
        for name in identities {
            if let text = mapping[name]?.text, !text.isEmpty { return text }
        }
        return nil
    }

    package init(_ before: [Node], _ after: [Node]) {
        let old = before.map(\.saying)
        let new = after.map(\.saying)
        var numbers: [String: Int] = [:]
        func number(_ text: String) -> Int {
            if let known = numbers[text] { return known }
            numbers[text] = numbers.count
            return numbers.count - 1
        }
        let aligned = SequenceAlignment(old.map(number), new.map(number)).pairs
        for pair in aligned { partners[pair.after] = pair.before }
        var left = Set(before.indices).subtracting(aligned.map(\.before)).sorted()
        func take(_ key: (Node, String) -> String?, isMove: Bool) {
            var byKey: [String: [Int]] = [:]
            for index in left.reversed() {
                if let key = key(before[index], old[index]) { byKey[key, default: []].append(index) }
            }
            for index in after.indices where partners[index] == nil {
                guard let key = key(after[index], new[index]), let found = byKey[key]?.popLast() else { continue }
                partners[index] = found
                if isMove { moved.append(index) }
            }
            let taken = Set(partners.values)
            left.removeAll(where: taken.contains)
        }
        take({ $1 }, isMove: true)
        take({ node, _ in MemberPairing.identity(of: node) }, isMove: false)
        let unpaired = after.indices.filter { partners[$0] == nil }
        let forms = (MemberPairing.uniqueForms(before, left), MemberPairing.uniqueForms(after, unpaired))
        take(
            { node, _ in
                MemberPairing.form(of: node).flatMap { forms.0.contains($0) && forms.1.contains($0) ? $0 : nil }
            },
            isMove: false)
        let places = MemberPairing.places(aligned, before.count, after.count)
        let right = after.indices.filter { partners[$0] == nil }
        let similar = SimilarTexts(
            left.map { .init(text: MemberPairing.words(before[$0]), place: places.before[$0]) },
            right.map { .init(text: MemberPairing.words(after[$0]), place: places.after[$0]) })
        for pair in similar.pairs { partners[right[pair.after]] = left[pair.before] }
        var taken = Set(partners.values)
        left.removeAll(where: taken.contains)
        // What is left of one form at the same place took the place of what was there.
        var byPlace: [Int: [Int]] = [:]
        for index in left.reversed() where before[index].mapping != nil {
            byPlace[places.before[index], default: []].append(index)
        }
        for index in right where partners[index] == nil && after[index].mapping != nil {
            if let found = byPlace[places.after[index]]?.popLast() { partners[index] = found }
        }
        taken = Set(partners.values)
        removed = left.filter { !taken.contains($0) }
    }

    /// The names of the fields of a member that is known by none of them: of a fact's values, say, the one that ends.
    private static func form(of member: Node) -> String? {
        guard let mapping = member.mapping, identity(of: member) == nil else { return nil }
        return mapping.entries.map(\.key.text).sorted().joined(separator: "\n")
    }

    /// The forms that one of some members has, and no other.
    private static func uniqueForms(_ members: [Node], _ indices: [Int]) -> Set<String> {
        let counts = Dictionary(indices.compactMap { form(of: members[$0]) }.map { ($0, 1) }, uniquingKeysWith: +)
        return Set(counts.filter { $0.value == 1 }.keys)
    }

    private static func words(_ node: Node) -> String {
        var words: [String] = []
        func collect(_ node: Node) {
            guard words.count < 500 else { return }
            switch node.content {
            case .scalar(let scalar): words.append(scalar.text)
            case .sequence(let nodes): for node in nodes { collect(node) }
            case .mapping(let mapping): for entry in mapping.entries { collect(entry.value) }
            }
        }
        collect(node)
        return words.joined(separator: " ")
    }

    private static func places(
        _ aligned: [(before: Int, after: Int)], _ old: Int, _ new: Int
    ) -> (before: [Int], after: [Int]) {
        func places(_ fixed: [Int], _ count: Int) -> [Int] {
            var result: [Int] = []
            var rest = fixed[...]
            for index in 0..<count {
                while let first = rest.first, first < index { rest.removeFirst() }
                result.append(fixed.count - rest.count)
            }
            return result
        }
        return (places(aligned.map(\.before), old), places(aligned.map(\.after), new))
    }
}
