package import YAML

/// A compiled schema with everything it refers to; made by `SchemaRegistry.compile`.
package final class Schema: Sendable {
    /// The first is the root.
    let subschemas: [Subschema]
    /// By resource: where its dynamic anchors lead.
    let dynamicAnchors: [[String: Int]]
    /// By schema: the types a value has that the schema and what it applies in place can accept.
    let acceptedTypes: [TypeSet]
    private let documents: [SchemaDocument]

    init(subschemas: [Subschema], dynamicAnchors: [[String: Int]], documents: [SchemaDocument]) {
        self.subschemas = subschemas
        self.dynamicAnchors = dynamicAnchors
        self.documents = documents
        acceptedTypes = AcceptedTypes.all(of: subschemas)
    }

    /// What is wrong with an instance; empty when it is valid.
    ///
    /// Violations come in the order of the schema's keywords and the instance's members, at most
    /// `options.violationLimit`; of a failed `anyOf` or `oneOf` there is one, whose `causes` are those of the branch
    /// that fits best. When `options.stepLimit` is reached, one violation with the reason `.limit` is all.
    package func validate(_ instance: Node, options: ValidationOptions = ValidationOptions()) -> [SchemaViolation] {
        var check = Evaluation(schema: self, root: instance, options: options, isReporting: false)
        if check.evaluateRoot() { return [] }
        if let limit = check.exceededLimit { return [violation(of: limit, instance)] }
        var report = Evaluation(schema: self, root: instance, options: options, isReporting: true)
        _ = report.evaluateRoot()
        if let limit = report.exceededLimit { return [violation(of: limit, instance)] }
        return Array(report.violations.prefix(max(1, options.violationLimit)))
    }

    /// `title` and `description` of the schema itself.
    package var title: String? { subschemas[0].title }
    package var description: String? { subschemas[0].description }

    private func violation(of limit: SchemaViolation.Limit, _ instance: Node) -> SchemaViolation {
        SchemaViolation(
            keyword: nil, reason: .limit(limit), instancePath: [], range: instance.range, keyRange: nil,
            schemaDocument: documentURI(of: subschemas[0]), schemaPath: [], title: nil, description: nil)
    }

    func documentURI(of subschema: Subschema) -> String {
        documents[subschema.location.document].uri
    }

    /// Reference tokens from the document's root to a keyword of a schema.
    func path(of keyword: Keyword?, in subschema: Subschema) -> [String] {
        let tokens = documents[subschema.location.document].root.tokens(along: subschema.location.path)
        return keyword.map { tokens + [$0.rawValue] } ?? tokens
    }

    /// The property names that a schema and all it applies in place declare, in the order of declaration.
    func declaredProperties(of subschema: Subschema) -> [String] {
        var names: [String] = []
        var known: Set<String> = []
        var visited: Set<ObjectIdentifier> = []
        var pending = [subschema]
        while let next = pending.popLast() {
            guard visited.insert(ObjectIdentifier(next)).inserted else { continue }
            for name in next.object?.names ?? [] where known.insert(name).inserted { names.append(name) }
            pending += next.inPlace.reversed().map { subschemas[$0] }
        }
        return names
    }
}

extension Subschema {
    /// The schemas applied to the same instance that may add to what this one accepts.
    var inPlace: [Int] {
        var numbers: [Int] = []
        if let applicators {
            if let reference = applicators.reference { numbers.append(reference) }
            if let reference = applicators.dynamicReference { numbers.append(reference.target) }
            numbers += applicators.allOf + applicators.anyOf + applicators.oneOf
            numbers += [applicators.condition, applicators.then, applicators.otherwise].compactMap(\.self)
        }
        return numbers + (object?.inPlace ?? [])
    }
}
