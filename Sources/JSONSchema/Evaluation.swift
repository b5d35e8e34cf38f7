import YAML

/// How an unquoted YAML scalar that spells a boolean or a number is read while schemas are applied to it.
enum ScalarReading {
    /// Each schema decides by the types it accepts.
    case open
    /// A schema around has decided for text.
    case text
    /// By its spelling.
    case resolved
}

/// One run over an instance: a quick check that stops at the first defect, or a report that collects violations.
struct Evaluation {
    /// How many schemas may be applied inside one another.
    private static let depthLimit = 512
    /// What applying a schema costs in steps, besides one for every 16 bytes of the value, and recording a violation.
    private static let applicationCost = 8
    private static let recordCost = 40

    let schema: Schema
    private let root: Node
    private let options: ValidationOptions
    private(set) var isReporting: Bool
    var violations: [SchemaViolation] = []
    private(set) var exceededLimit: SchemaViolation.Limit?
    /// Positions from the root to the instance in work.
    private(set) var path: [Int] = []
    private var steps: Int
    private var depth = 0
    /// The resources entered, outermost first: the dynamic scope.
    private var scope: [Int] = []
    /// References being followed; those for the instance in work begin at `firstReference`.
    private var references: [Int] = []
    private var firstReference = 0
    private var declaredProperties: [ObjectIdentifier: [String]] = [:]

    init(schema: Schema, root: Node, options: ValidationOptions, isReporting: Bool) {
        self.schema = schema
        self.root = root
        self.options = options
        self.isReporting = isReporting
        steps = options.stepLimit
    }

    /// Whether work goes on after a defect: only to report more of them.
    var continues: Bool { isReporting && exceededLimit == nil && violations.count < max(1, options.violationLimit) }

    mutating func evaluateRoot() -> Bool {
        var evaluated = Evaluated(collects: false)
        return evaluate(0, root, .open, &evaluated) && exceededLimit == nil
    }

    /// Takes steps from the budget; false when it is used up.
    mutating func spend(_ count: Int) -> Bool {
        steps -= count
        if steps < 0 { exceededLimit = exceededLimit ?? .steps }
        return exceededLimit == nil
    }

    mutating func matches(_ pattern: Pattern, _ text: String) -> Bool {
        guard exceededLimit == nil, let found = pattern.search(text, steps: &steps) else {
            exceededLimit = exceededLimit ?? .steps
            return false
        }
        return found
    }

    // MARK: Applying schemas

    /// Applies a schema to the instance in work.
    mutating func evaluate(_ number: Int, _ node: Node, _ reading: ScalarReading, _ evaluated: inout Evaluated) -> Bool
    {
        let subschema = schema.subschemas[number]
        if subschema.isTrue { return spend(Self.applicationCost) }
        guard spend(Self.applicationCost + node.range.count / 16), depth < Self.depthLimit else {
            exceededLimit = exceededLimit ?? .depth
            return false
        }
        depth += 1
        let entersResource = scope.last != subschema.resource
        if entersResource { scope.append(subschema.resource) }
        defer {
            depth -= 1
            if entersResource { scope.removeLast() }
        }
        let (type, reading) = read(node, reading, accepted: schema.acceptedTypes[number])
        guard subschema.unevaluatedItems != nil || subschema.unevaluatedProperties != nil else {
            return apply(subschema, node, type, reading, &evaluated)
        }
        var own = Evaluated(collects: true)
        var isValid = apply(subschema, node, type, reading, &own)
        guard isValid || continues else { return false }
        isValid = applyUnevaluated(subschema, node, &own) && isValid
        evaluated.merge(own)
        return isValid
    }

    /// Applies a schema to a child of the instance in work.
    mutating func evaluateChild(_ number: Int, _ node: Node, at position: Int) -> Bool {
        descend(position)
        let outerReference = firstReference
        firstReference = references.count
        defer {
            firstReference = outerReference
            ascend()
        }
        var evaluated = Evaluated(collects: false)
        return evaluate(number, node, .open, &evaluated)
    }

    mutating func descend(_ position: Int) { path.append(position) }
    mutating func ascend() { path.removeLast() }

    /// Runs a check inside a report without recording anything.
    mutating func silently<Result>(_ check: (inout Evaluation) -> Result) -> Result {
        let wasReporting = isReporting
        isReporting = false
        defer { isReporting = wasReporting }
        return check(&self)
    }

    /// Applies the target of a reference, unless the same one is already being followed for the same instance.
    mutating func follow(
        _ target: Int, _ keyword: Keyword, from subschema: Subschema, _ node: Node, _ reading: ScalarReading,
        _ evaluated: inout Evaluated
    ) -> Bool {
        guard !references[firstReference...].contains(target) else {
            _ = record(subschema, keyword, node, .recursion)
            return false
        }
        references.append(target)
        defer { references.removeLast() }
        return evaluate(target, node, reading, &evaluated)
    }

    /// Where a `$dynamicRef` leads: the outermost resource in scope with its dynamic anchor.
    func target(of reference: (target: Int, anchor: String?)) -> Int {
        guard let anchor = reference.anchor else { return reference.target }
        for resource in scope {
            if let target = schema.dynamicAnchors[resource][anchor] { return target }
        }
        return reference.target
    }

    /// The type of a node for a schema that accepts some types, and the reading for what it applies in place.
    private func read(
        _ node: Node, _ reading: ScalarReading, accepted: TypeSet
    ) -> (InstanceType, ScalarReading) {
        let type = node.instanceType
        guard isAmbiguous(node, of: type) else { return (type, reading) }
        switch reading {
        case .text: return (.string, .text)
        case .resolved: return (type, .resolved)
        case .open:
            let isText = accepted.contains(TypeSet(.string)) && !accepted.accepts(type, of: node)
            return isText ? (.string, .text) : (type, .open)
        }
    }

    /// Whether a scalar spells a boolean or a number but might be meant as text.
    func isAmbiguous(_ node: Node, of type: InstanceType) -> Bool {
        guard options.typing == .yaml, type == .boolean || type == .integer || type == .number else { return false }
        return node.scalar?.style == .plain
    }

    private mutating func apply(
        _ subschema: Subschema, _ node: Node, _ type: InstanceType, _ reading: ScalarReading,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        if subschema.isFalse {
            _ = record(subschema, nil, node, .forbidden)
            return false
        }
        if let types = subschema.types, !types.accepts(type, of: node) {
            guard record(subschema, .type, node, .type(expected: types.types, found: type)) else { return false }
            isValid = false
        }
        if subschema.enumeration != nil || subschema.constant != nil, !spend(node.range.count) { return false }
        if let values = subschema.enumeration, !values.contains(node, as: type) {
            guard record(subschema, .enum, node, .enumeration(allowed: values.texts, found: node.displayText))
            else { return false }
            isValid = false
        }
        if let value = subschema.constant, !value.contains(node, as: type) {
            guard record(subschema, .const, node, .constant(expected: value.texts[0], found: node.displayText))
            else { return false }
            isValid = false
        }
        if !applyTyped(subschema, node, type, reading, &evaluated) {
            guard continues else { return false }
            isValid = false
        }
        if let applicators = subschema.applicators {
            isValid = applicators.accept(node, reading, in: subschema, &self, &evaluated) && isValid
        }
        return isValid
    }

    /// Applies the keywords that concern one type only.
    private mutating func applyTyped(
        _ subschema: Subschema, _ node: Node, _ type: InstanceType, _ reading: ScalarReading,
        _ evaluated: inout Evaluated
    ) -> Bool {
        switch node.content {
        case .mapping(let mapping):
            return subschema.object?.accept(mapping, node, reading, in: subschema, &self, &evaluated) ?? true
        case .sequence(let items):
            return subschema.array?.accept(items, node, in: subschema, &self, &evaluated) ?? true
        case .scalar(let scalar):
            switch type {
            case .string: return subschema.string?.accept(node, scalar.text, in: subschema, &self) ?? true
            case .integer, .number: return subschema.number?.accept(node, scalar.text, in: subschema, &self) ?? true
            default: return true
            }
        }
    }

    private mutating func applyUnevaluated(_ subschema: Subschema, _ node: Node, _ evaluated: inout Evaluated) -> Bool {
        var isValid = true
        switch node.content {
        case .mapping(let mapping):
            guard let child = subschema.unevaluatedProperties else { return true }
            for (position, entry) in mapping.entries.enumerated() where !evaluated.hasProperty(position) {
                let isAccepted =
                    isFalse(child)
                    ? refuseProperty(
                        subschema, .unevaluatedProperties, entry, at: position,
                        known: isReporting ? declaredProperties(of: subschema) : [])
                    : evaluateChild(child, entry.value, at: position)
                guard isAccepted || continues else { return false }
                isValid = isValid && isAccepted
            }
            evaluated.markAllProperties()
        case .sequence(let items):
            guard let child = subschema.unevaluatedItems else { return true }
            for (position, item) in items.enumerated() where !evaluated.hasItem(position) {
                let isAccepted =
                    isFalse(child)
                    ? refuseItem(subschema, .unevaluatedItems, item, at: position)
                    : evaluateChild(child, item, at: position)
                guard isAccepted || continues else { return false }
                isValid = isValid && isAccepted
            }
            evaluated.markAllItems()
        case .scalar: break
        }
        return isValid
    }

    private mutating func declaredProperties(of subschema: Subschema) -> [String] {
        if let known = declaredProperties[ObjectIdentifier(subschema)] { return known }
        let names = schema.declaredProperties(of: subschema)
        declaredProperties[ObjectIdentifier(subschema)] = names
        return names
    }

    // MARK: Reporting

    func isFalse(_ number: Int) -> Bool { schema.subschemas[number].isFalse }

    mutating func refuseProperty(
        _ subschema: Subschema, _ keyword: Keyword, _ entry: Mapping.Entry, at position: Int, known: [String]
    ) -> Bool {
        descend(position)
        defer { ascend() }
        _ = record(subschema, keyword, entry.value, .unknownProperty(name: entry.key.text, known: known))
        return false
    }

    mutating func refuseItem(_ subschema: Subschema, _ keyword: Keyword, _ item: Node, at position: Int) -> Bool {
        descend(position)
        defer { ascend() }
        _ = record(subschema, keyword, item, .unexpectedItem(index: position))
        return false
    }

    /// Records a violation when this is a report; whether to go on looking for others.
    mutating func record(
        _ subschema: Subschema, _ keyword: Keyword?, _ node: Node, _ reason: @autoclosure () -> SchemaViolation.Reason,
        causes: @autoclosure () -> [SchemaViolation] = []
    ) -> Bool {
        guard isReporting, spend(Self.recordCost) else { return false }
        violations.append(
            SchemaViolation(
                keyword: keyword, reason: reason(), instancePath: root.tokens(along: path), range: node.range,
                keyRange: root.keyRange(at: path), schemaDocument: schema.documentURI(of: subschema),
                schemaPath: schema.path(of: keyword, in: subschema), title: subschema.title,
                description: subschema.description, causes: causes()))
        return continues
    }
}

extension Node {
    /// The range of the key of the value that a path of positions leads to, if it is a property.
    fileprivate func keyRange(at path: [Int]) -> Range<Int>? {
        guard let last = path.last else { return nil }
        let parent = path.dropLast().reduce(self) { node, position in
            switch node.content {
            case .mapping(let mapping): mapping.entries[position].value
            case .sequence(let items): items[position]
            case .scalar: node
            }
        }
        return parent.mapping?.entries[last].keyRange
    }
}
