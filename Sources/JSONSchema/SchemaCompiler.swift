import YAML

/// Compiles a schema and all that it refers to, each schema once; a work list keeps long chains off the stack.
struct SchemaCompiler {
    /// How many instructions the patterns of one schema may have together.
    private static let patternBudget = 200_000

    let registry: SchemaRegistry
    let formats: FormatTreatment
    private var subschemas: [Subschema?] = []
    private var numbers: [SchemaLocation: Int] = [:]
    private var pending: [SchemaLocation] = []
    private var resources: [SchemaRegistry.Target] = []
    private var resourceNumbers: [SchemaRegistry.Target: Int] = [:]
    private var vocabularies: [SchemaRegistry.Target: Vocabularies] = [:]
    private var pointers = PointerResolver()
    private var patternInstructions = 0

    init(registry: SchemaRegistry, formats: FormatTreatment) {
        self.registry = registry
        self.formats = formats
    }

    mutating func compile(document: Int) throws(SchemaError) -> Schema {
        _ = try reserve(SchemaLocation(document: document, path: []))
        while let location = pending.popLast(), let number = numbers[location] {
            subschemas[number] = try subschema(at: location)
        }
        let dynamicAnchors = resources.map { target in
            registry.documents[target.document].resources[target.resource].dynamicAnchors.compactMapValues { path in
                numbers[SchemaLocation(document: target.document, path: path)]
            }
        }
        return Schema(
            subschemas: subschemas.compactMap(\.self), dynamicAnchors: dynamicAnchors, documents: registry.documents)
    }

    /// The number of the schema at a location, which is compiled later if it is new.
    private mutating func reserve(_ location: SchemaLocation) throws(SchemaError) -> Int {
        if let number = numbers[location] { return number }
        let number = subschemas.count
        subschemas.append(nil)
        numbers[location] = number
        pending.append(location)
        return number
    }

    private mutating func subschema(at location: SchemaLocation) throws(SchemaError) -> Subschema {
        let document = registry.documents[location.document]
        let node = document.node(at: location.path)
        let resource = SchemaRegistry.Target(
            document: location.document, resource: document.resource(at: location.path))
        let resourceNumber = try number(of: resource)
        if let value = node.scalar?.boolean { return Subschema(value, location: location, resource: resourceNumber) }
        guard let mapping = node.mapping else {
            throw document.error("A schema must be an object, true or false.", at: node, path: location.path)
        }
        let reader = KeywordReader(mapping, at: location, of: document, vocabularies: try vocabularies(of: resource))
        return try Subschema(reader, resource: resourceNumber, &self)
    }

    /// The number of a resource; all its dynamic anchors are compiled with it, since references may turn to them.
    private mutating func number(of target: SchemaRegistry.Target) throws(SchemaError) -> Int {
        if let number = resourceNumbers[target] { return number }
        let number = resources.count
        resources.append(target)
        resourceNumbers[target] = number
        for path in registry.documents[target.document].resources[target.resource].dynamicAnchors.values {
            _ = try reserve(SchemaLocation(document: target.document, path: path))
        }
        return number
    }

    /// The vocabularies of a resource's dialect: that of its `$schema`, or of the resource around it.
    private mutating func vocabularies(of target: SchemaRegistry.Target) throws(SchemaError) -> Vocabularies {
        if let known = vocabularies[target] { return known }
        let document = registry.documents[target.document]
        let resource = document.resources[target.resource]
        let result: Vocabularies
        if let dialect = resource.dialect {
            result = try vocabularies(ofDialect: dialect, document: document, path: resource.path)
        } else if let parent = resource.parent {
            result = try vocabularies(of: SchemaRegistry.Target(document: target.document, resource: parent))
        } else {
            result = .standard
        }
        vocabularies[target] = result
        return result
    }

    private func vocabularies(
        ofDialect dialect: Node, document: SchemaDocument, path: [Int]
    ) throws(SchemaError) -> Vocabularies {
        guard let uri = dialect.schemaText.map({ URIReference($0).withoutFragment }),
            let target = registry.target(of: uri)
        else {
            throw document.error(
                "The dialect of $schema is not known; \(Vocabularies.standardDialect) is.", at: dialect, path: path)
        }
        guard let declared = registry.documents[target.document].resources[target.resource].vocabulary?.mapping else {
            return .standard
        }
        var result: Vocabularies = .core
        for entry in declared.entries {
            if let vocabulary = Vocabularies(uri: entry.key.text) {
                result.insert(vocabulary)
            } else if entry.value.scalar?.boolean != false {
                throw document.error(
                    "The dialect requires a vocabulary that is not known: \(entry.key.text).", at: dialect, path: path)
            }
        }
        return result
    }

    // MARK: What the keywords ask for

    /// The schema that is a keyword's value.
    mutating func subschema(_ keyword: Keyword, _ reader: KeywordReader) throws(SchemaError) -> Int? {
        reader.node(keyword) == nil ? nil : try reserve(reader.location(of: keyword))
    }

    /// The schemas in a keyword's list; empty when absent.
    mutating func subschemas(_ keyword: Keyword, _ reader: KeywordReader) throws(SchemaError) -> [Int] {
        guard let node = reader.node(keyword) else { return [] }
        guard let items = node.sequence, !items.isEmpty else {
            throw reader.error("The value of \(keyword.rawValue) must be a list of at least one schema.", at: keyword)
        }
        var numbers: [Int] = []
        for position in items.indices { numbers.append(try reserve(reader.location(of: keyword, position))) }
        return numbers
    }

    /// The schemas in a keyword's map, in the order of the source.
    mutating func members(
        _ keyword: Keyword, _ reader: KeywordReader
    ) throws(SchemaError) -> [(name: String, subschema: Int)] {
        guard let node = reader.node(keyword) else { return [] }
        guard let mapping = node.mapping else {
            throw reader.error("The value of \(keyword.rawValue) must be a map of schemas.", at: keyword)
        }
        var members: [(name: String, subschema: Int)] = []
        for (position, entry) in mapping.entries.enumerated() {
            members.append((entry.key.text, try reserve(reader.location(of: keyword, position))))
        }
        return members
    }

    /// `dependentRequired`, `dependentSchemas` and the older `dependencies`, which mixes both.
    mutating func dependencies(
        _ reader: KeywordReader
    ) throws(SchemaError) -> (required: [(name: String, required: [String])], schemas: [(name: String, subschema: Int)])
    {
        var required: [(name: String, required: [String])] = []
        var schemas = try members(.dependentSchemas, reader)
        for keyword in [Keyword.dependentRequired, .dependencies] {
            guard let node = reader.node(keyword) else { continue }
            guard let mapping = node.mapping else {
                throw reader.error("The value of \(keyword.rawValue) must be a map.", at: keyword)
            }
            for (position, entry) in mapping.entries.enumerated() {
                if entry.value.sequence != nil || keyword == .dependentRequired {
                    guard let names = entry.value.schemaTexts else {
                        throw reader.error("Every member of \(keyword.rawValue) must be a list of names.", at: keyword)
                    }
                    required.append((entry.key.text, names))
                } else {
                    schemas.append((entry.key.text, try reserve(reader.location(of: keyword, position))))
                }
            }
        }
        return (required, schemas)
    }

    mutating func pattern(
        _ source: String, _ reader: KeywordReader, _ keyword: Keyword
    ) throws(SchemaError) -> Pattern {
        do {
            let pattern = try Pattern(source)
            patternInstructions += pattern.size
            guard patternInstructions <= Self.patternBudget else {
                throw reader.error("The patterns of this schema are too large together.", at: keyword)
            }
            return pattern
        } catch let error as PatternError {
            throw reader.error(
                "\(error.message) (Character \(error.offset + 1) of the pattern \(source.prefix(80)).)", at: keyword)
        } catch let error as SchemaError {
            throw error
        } catch {
            preconditionFailure("Patterns throw no other errors.")
        }
    }

    /// Where `$ref` or `$dynamicRef` leads, and the name of the dynamic anchor there, if the reference uses one.
    mutating func reference(
        _ keyword: Keyword, _ reader: KeywordReader
    ) throws(SchemaError) -> (target: Int, anchor: String?)? {
        guard let text = try reader.text(keyword) else { return nil }
        let document = registry.documents[reader.location.document]
        let base = document.resources[document.resource(at: reader.location.path)].uri
        let reference = URIReference(text).resolved(against: URIReference(base))
        guard let target = registry.target(of: reference.withoutFragment) else {
            throw reader.error(
                "No schema is registered as \(reference.withoutFragment); references are never fetched.", at: keyword)
        }
        let targetDocument = registry.documents[target.document]
        let resource = targetDocument.resources[target.resource]
        guard let fragment = URIReference.decodingPercent(reference.fragment ?? "") else {
            throw reader.error("The fragment of this reference is not well formed.", at: keyword)
        }
        let start = SchemaLocation(document: target.document, path: resource.path)
        let location =
            if let tokens = JSONPointer.tokens(of: fragment) {
                pointers.location(from: start, tokens: tokens, in: targetDocument)
            } else {
                resource.anchors[fragment].map { SchemaLocation(document: target.document, path: $0) }
            }
        guard let location else { throw reader.error("There is nothing at \(text).", at: keyword) }
        let anchor = resource.dynamicAnchors[fragment] == location.path ? fragment : nil
        return (try reserve(location), anchor)
    }
}
