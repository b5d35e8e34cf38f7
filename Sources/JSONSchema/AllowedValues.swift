import YAML

/// The values of `enum`, or the one of `const`, found by hash.
final class AllowedValues: Sendable {
    /// How messages show each value.
    let texts: [String]
    /// The types these values have.
    let types: TypeSet
    /// Strings by their canonical form.
    private let strings: [String: [String]]
    private let others: [Node]
    /// The others by hash, where they are many.
    private let buckets: [Int: [Node]]
    private static let scanLimit = 4

    /// Nil when the keyword is absent.
    init?(_ reader: KeywordReader, _ keyword: Keyword) throws(SchemaError) {
        guard let node = reader.node(keyword) else { return nil }
        let values: [Node]
        if keyword == .const {
            values = [node]
        } else {
            guard let items = node.sequence else {
                throw reader.error("The value of enum must be a list.", at: keyword)
            }
            values = items
        }
        texts = values.map(\.displayText)
        types = values.reduce(into: TypeSet()) { $0.insert(TypeSet($1.instanceType)) }
        var strings: [String: [String]] = [:]
        var others: [Node] = []
        for value in values {
            if value.instanceType == .string, let text = value.scalar?.text {
                strings[text, default: []].append(text)
            } else {
                others.append(value)
            }
        }
        self.strings = strings
        self.others = others
        buckets = others.count > Self.scanLimit ? Dictionary(grouping: others, by: Self.hash) : [:]
    }

    /// Whether a node is one of the values, when read as this type.
    func contains(_ node: Node, as type: InstanceType) -> Bool {
        if type == .string, let text = node.scalar?.text {
            return strings[text]?.contains { $0.hasSameScalars(as: text) } ?? false
        }
        guard others.count > Self.scanLimit else { return others.contains { $0.isEqual(to: node) } }
        return buckets[Self.hash(node)]?.contains { $0.isEqual(to: node) } ?? false
    }

    private static func hash(_ node: Node) -> Int {
        var hasher = Hasher()
        node.hash(into: &hasher)
        return hasher.finalize()
    }
}
