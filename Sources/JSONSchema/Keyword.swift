/// The keywords of draft 2020-12, and `dependencies` and `definitions` of earlier drafts.
package enum Keyword: String, Hashable, CaseIterable, Sendable {
    case id = "$id"
    case schema = "$schema"
    case ref = "$ref"
    case anchor = "$anchor"
    case dynamicRef = "$dynamicRef"
    case dynamicAnchor = "$dynamicAnchor"
    case vocabulary = "$vocabulary"
    case comment = "$comment"
    case defs = "$defs"
    case definitions
    case prefixItems, items, contains
    case additionalProperties, properties, patternProperties, propertyNames, dependentSchemas, dependencies
    case `if`, then, `else`, allOf, anyOf, oneOf, not
    case unevaluatedItems, unevaluatedProperties
    case type, const, `enum`
    case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
    case maxLength, minLength, pattern
    case maxItems, minItems, uniqueItems, maxContains, minContains
    case maxProperties, minProperties, required, dependentRequired
    case title, description, `default`, deprecated, readOnly, writeOnly, examples
    case format
    case contentEncoding, contentMediaType, contentSchema

    /// How a keyword's value holds schemas.
    enum Holding {
        case nothing, schema, list, map
    }

    var holding: Holding {
        switch self {
        case .items, .contains, .additionalProperties, .propertyNames, .if, .then, .else, .not, .unevaluatedItems,
            .unevaluatedProperties, .contentSchema:
            .schema
        case .prefixItems, .allOf, .anyOf, .oneOf: .list
        case .defs, .definitions, .properties, .patternProperties, .dependentSchemas, .dependencies: .map
        default: .nothing
        }
    }

    /// The vocabulary that defines this keyword.
    var vocabulary: Vocabularies {
        switch self {
        case .id, .schema, .ref, .anchor, .dynamicRef, .dynamicAnchor, .vocabulary, .comment, .defs, .definitions: .core
        case .prefixItems, .items, .contains, .additionalProperties, .properties, .patternProperties, .propertyNames,
            .dependentSchemas, .dependencies, .if, .then, .else, .allOf, .anyOf, .oneOf, .not:
            .applicator
        case .unevaluatedItems, .unevaluatedProperties: .unevaluated
        case .type, .const, .enum, .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum, .maxLength,
            .minLength, .pattern, .maxItems, .minItems, .uniqueItems, .maxContains, .minContains, .maxProperties,
            .minProperties, .required, .dependentRequired:
            .validation
        case .title, .description, .default, .deprecated, .readOnly, .writeOnly, .examples: .metaData
        case .format: [.formatAnnotation, .formatAssertion]
        case .contentEncoding, .contentMediaType, .contentSchema: .content
        }
    }
}
