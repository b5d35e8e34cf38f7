/// Finds out which types each schema can accept, by its own `type` (or an `enum` or `const` of nothing but text) and by
/// the schemas it applies in place;
/// the YAML typing rule decides by it whether an unquoted scalar is text.
struct AcceptedTypes {
    /// Chains longer than this are taken to accept every type.
    private static let depthLimit = 64

    private let subschemas: [Subschema]
    private var results: [TypeSet?]
    private var active: Set<Int> = []

    static func all(of subschemas: [Subschema]) -> [TypeSet] {
        var finder = AcceptedTypes(subschemas: subschemas, results: Array(repeating: nil, count: subschemas.count))
        return subschemas.indices.map { finder.types(of: $0, depth: 0) }
    }

    private init(subschemas: [Subschema], results: [TypeSet?]) {
        self.subschemas = subschemas
        self.results = results
    }

    private mutating func types(of number: Int, depth: Int) -> TypeSet {
        if let known = results[number] { return known }
        guard depth < Self.depthLimit, active.insert(number).inserted else { return .all }
        defer { active.remove(number) }
        let subschema = subschemas[number]
        let allowed = subschema.constant?.types ?? subschema.enumeration?.types
        var types = subschema.types ?? (allowed == TypeSet(.string) ? TypeSet(.string) : .all)
        if let applicators = subschema.applicators {
            let references = [applicators.reference, applicators.dynamicReference?.target].compactMap(\.self)
            for part in references + applicators.allOf {
                types.formIntersection(self.types(of: part, depth: depth + 1).withIntegers)
            }
            for choice in [applicators.anyOf, applicators.oneOf] where !choice.isEmpty {
                var union = TypeSet()
                for branch in choice { union.formUnion(self.types(of: branch, depth: depth + 1).withIntegers) }
                types.formIntersection(union)
            }
        }
        results[number] = types
        return types
    }
}

extension TypeSet {
    /// With integers where numbers are, so that an intersection keeps them.
    fileprivate var withIntegers: TypeSet {
        contains(TypeSet(.number)) ? union(TypeSet(.integer)) : self
    }
}
