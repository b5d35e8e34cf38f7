/// One way in which an instance breaks a schema, with everything a message for people needs.
package struct SchemaViolation: Hashable, Sendable {
    /// The keyword that is broken; nil for a `false` schema and for limits.
    package var keyword: Keyword?
    package var reason: Reason
    /// Property names and item indices from the root to the value at fault; an unknown property's path ends in its
    /// name.
    package var instancePath: [String]
    /// UTF-8 offsets of the value at fault, or of the key where `propertyNames` is broken.
    package var range: Range<Int>
    /// UTF-8 offsets of the key, where the value is that of a property.
    package var keyRange: Range<Int>?
    /// The URI of the document that holds the schema.
    package var schemaDocument: String
    /// Reference tokens from that document's root to the keyword.
    package var schemaPath: [String]
    /// `title` and `description` of the schema that holds the keyword.
    package var title: String?
    package var description: String?
    /// For `anyOf` and `oneOf`: what is wrong by the branch that fits best.
    package var causes: [SchemaViolation] = []

    package var instancePointer: String { JSONPointer.text(of: instancePath) }
    package var schemaPointer: String { JSONPointer.text(of: schemaPath) }

    /// This violation, or in place of a failed choice those of the branch that fits best, however deep.
    package var mostSpecific: [SchemaViolation] {
        causes.isEmpty ? [self] : causes.flatMap(\.mostSpecific)
    }

    /// What exactly is wrong. Numbers are given by their source text, lengths in Unicode scalars.
    package enum Reason: Hashable, Sendable {
        case type(expected: [InstanceType], found: InstanceType)
        case enumeration(allowed: [String], found: String)
        case constant(expected: String, found: String)
        /// The schema here is `false`.
        case forbidden
        /// `additionalProperties` or `unevaluatedProperties` is `false`; `known` are the names the schema declares.
        case unknownProperty(name: String, known: [String])
        case missingProperty(name: String)
        /// `dependentRequired`: a property asks for another one.
        case missingDependency(name: String, requiredBy: String)
        case propertyCount(minimum: Int?, maximum: Int?, found: Int)
        case minimum(limit: String, isExclusive: Bool, found: String)
        case maximum(limit: String, isExclusive: Bool, found: String)
        case multipleOf(divisor: String, found: String)
        case length(minimum: Int?, maximum: Int?, found: Int)
        case pattern(pattern: String, found: String)
        case format(name: String, found: String)
        case itemCount(minimum: Int?, maximum: Int?, found: Int)
        /// `items` or `unevaluatedItems` is `false`.
        case unexpectedItem(index: Int)
        /// `uniqueItems`: two items are equal.
        case duplicateItem(first: Int, second: Int)
        case contains(minimum: Int, maximum: Int?, found: Int)
        /// No branch matches; `best` is the index of the branch that `causes` speaks of, if it is one branch.
        case anyOf(branches: Int, best: Int?)
        /// No branch or several branches match.
        case oneOf(branches: Int, matching: [Int], best: Int?)
        case not
        /// The schema refers to itself for the same value without end.
        case recursion
        /// Validation was given up: see `ValidationOptions`.
        case limit(Limit)
    }

    package enum Limit: Hashable, Sendable {
        case steps, depth
    }
}
