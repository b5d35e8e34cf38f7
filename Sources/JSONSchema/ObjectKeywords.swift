import YAML

/// The keywords that apply to objects, but for `unevaluatedProperties`.
final class ObjectKeywords: Sendable {
    private static let patternLimit = 100

    /// The names under `properties`, as declared.
    let names: [String]
    let properties: [String: Int]
    private let patterns: [(pattern: Pattern, subschema: Int)]
    private let additional: Int?
    private let propertyNames: Int?
    private let required: [String]
    private let dependentRequired: [(name: String, required: [String])]
    private let dependentSchemas: [(name: String, subschema: Int)]
    private let minProperties: Int?
    private let maxProperties: Int?
    /// How often the presence of a property is asked for at most.
    private let questions: Int

    /// Nil when none of the keywords is present.
    init?(_ reader: KeywordReader, _ compiler: inout SchemaCompiler) throws(SchemaError) {
        let members = try compiler.members(.properties, reader)
        names = members.map(\.name)
        properties = Dictionary(members.map { ($0.name, $0.subschema) }) { first, _ in first }
        var patterns: [(pattern: Pattern, subschema: Int)] = []
        let patternMembers = try compiler.members(.patternProperties, reader)
        guard patternMembers.count <= Self.patternLimit else {
            throw reader.error(
                "patternProperties has more than \(Self.patternLimit) patterns, and each name is held against all.",
                at: .patternProperties)
        }
        for member in patternMembers {
            patterns.append((try compiler.pattern(member.name, reader, .patternProperties), member.subschema))
        }
        self.patterns = patterns
        additional = try compiler.subschema(.additionalProperties, reader)
        propertyNames = try compiler.subschema(.propertyNames, reader)
        required = try reader.texts(.required)
        let dependencies = try compiler.dependencies(reader)
        dependentRequired = dependencies.required
        dependentSchemas = dependencies.schemas
        minProperties = try reader.count(.minProperties)
        maxProperties = try reader.count(.maxProperties)
        questions = required.count + dependentSchemas.count + dependentRequired.reduce(0) { $0 + 1 + $1.required.count }
        if names.isEmpty, patterns.isEmpty, additional == nil, propertyNames == nil, required.isEmpty,
            dependentRequired.isEmpty, dependentSchemas.isEmpty, minProperties == nil, maxProperties == nil
        {
            return nil
        }
    }

    /// The schemas applied to the object itself.
    var inPlace: [Int] { dependentSchemas.map(\.subschema) }

    func accept(
        _ mapping: Mapping, _ node: Node, _ reading: ScalarReading, in subschema: Subschema,
        _ evaluation: inout Evaluation, _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        for (position, entry) in mapping.entries.enumerated() {
            if !acceptEntry(entry, at: position, in: subschema, &evaluation, &evaluated) {
                guard evaluation.continues else { return false }
                isValid = false
            }
        }
        let present = PropertyLookup(mapping, questions: questions)
        for name in required where !present.contains(name) {
            guard evaluation.record(subschema, .required, node, .missingProperty(name: name)) else { return false }
            isValid = false
        }
        let count = mapping.entries.count
        if let minProperties, count < minProperties {
            guard
                evaluation.record(
                    subschema, .minProperties, node,
                    .propertyCount(minimum: minProperties, maximum: maxProperties, found: count))
            else { return false }
            isValid = false
        }
        if let maxProperties, count > maxProperties {
            guard
                evaluation.record(
                    subschema, .maxProperties, node,
                    .propertyCount(minimum: minProperties, maximum: maxProperties, found: count))
            else { return false }
            isValid = false
        }
        for dependency in dependentRequired where present.contains(dependency.name) {
            for name in dependency.required where !present.contains(name) {
                guard
                    evaluation.record(
                        subschema, .dependentRequired, node,
                        .missingDependency(name: name, requiredBy: dependency.name))
                else { return false }
                isValid = false
            }
        }
        for dependency in dependentSchemas where present.contains(dependency.name) {
            if !evaluation.evaluate(dependency.subschema, node, reading, &evaluated) {
                guard evaluation.continues else { return false }
                isValid = false
            }
        }
        return isValid
    }

    private func acceptEntry(
        _ entry: Mapping.Entry, at position: Int, in subschema: Subschema, _ evaluation: inout Evaluation,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        var isKnown = false
        if let propertyNames {
            let key = Node(.scalar(Scalar(entry.key.text, style: .doubleQuoted)), range: entry.keyRange)
            isValid = evaluation.evaluateChild(propertyNames, key, at: position)
            guard isValid || evaluation.continues else { return false }
        }
        if let child = properties[entry.key.text] {
            isKnown = true
            let isAccepted = evaluation.evaluateChild(child, entry.value, at: position)
            guard isAccepted || evaluation.continues else { return false }
            isValid = isValid && isAccepted
        }
        for (pattern, child) in patterns where evaluation.matches(pattern, entry.key.text) {
            isKnown = true
            let isAccepted = evaluation.evaluateChild(child, entry.value, at: position)
            guard isAccepted || evaluation.continues else { return false }
            isValid = isValid && isAccepted
        }
        if !isKnown, let additional {
            isKnown = true
            let isAccepted =
                evaluation.isFalse(additional)
                ? evaluation.refuseProperty(subschema, .additionalProperties, entry, at: position, known: names)
                : evaluation.evaluateChild(additional, entry.value, at: position)
            isValid = isValid && isAccepted
        }
        if isKnown { evaluated.markProperty(position) }
        return isValid
    }
}

/// Whether an object has a property: by scan, or by a set where many questions meet many properties.
private struct PropertyLookup {
    private let mapping: Mapping
    private let names: Set<String>?

    init(_ mapping: Mapping, questions: Int) {
        self.mapping = mapping
        names = questions * mapping.entries.count > 1_000 ? Set(mapping.entries.map(\.key.text)) : nil
    }

    func contains(_ name: String) -> Bool {
        names?.contains(name) ?? mapping.entries.contains { $0.key.text == name }
    }
}
