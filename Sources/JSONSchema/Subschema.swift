/// Where a schema stands: a document and the positions that lead to it from the root.
struct SchemaLocation: Hashable, Sendable {
    var document: Int
    var path: [Int]
}

/// One schema object or boolean in compiled form. Other schemas are referred to by their number.
final class Subschema: Sendable {
    let location: SchemaLocation
    /// The number of the schema resource this is part of.
    let resource: Int
    let title: String?
    let description: String?
    /// Whether this is the schema `false`.
    let isFalse: Bool
    /// Whether this accepts everything.
    let isTrue: Bool
    let types: TypeSet?
    let enumeration: AllowedValues?
    let constant: AllowedValues?
    let number: NumberKeywords?
    let string: StringKeywords?
    let array: ArrayKeywords?
    let object: ObjectKeywords?
    let applicators: InPlaceApplicators?
    let unevaluatedItems: Int?
    let unevaluatedProperties: Int?

    /// A boolean schema.
    init(_ value: Bool, location: SchemaLocation, resource: Int) {
        self.location = location
        self.resource = resource
        isFalse = !value
        isTrue = value
        title = nil
        description = nil
        types = nil
        enumeration = nil
        constant = nil
        number = nil
        string = nil
        array = nil
        object = nil
        applicators = nil
        unevaluatedItems = nil
        unevaluatedProperties = nil
    }

    init(_ reader: KeywordReader, resource: Int, _ compiler: inout SchemaCompiler) throws(SchemaError) {
        location = reader.location
        self.resource = resource
        isFalse = false
        title = reader.node(.title)?.schemaText
        description = reader.node(.description)?.schemaText
        types = try reader.types()
        enumeration = try AllowedValues(reader, .enum)
        constant = try AllowedValues(reader, .const)
        number = try NumberKeywords(reader)
        string = try StringKeywords(reader, &compiler)
        array = try ArrayKeywords(reader, &compiler)
        object = try ObjectKeywords(reader, &compiler)
        applicators = try InPlaceApplicators(reader, &compiler)
        unevaluatedItems = try compiler.subschema(.unevaluatedItems, reader)
        unevaluatedProperties = try compiler.subschema(.unevaluatedProperties, reader)
        isTrue =
            types == nil && enumeration == nil && constant == nil && number == nil && string == nil && array == nil
            && object == nil && applicators == nil && unevaluatedItems == nil && unevaluatedProperties == nil
    }
}
