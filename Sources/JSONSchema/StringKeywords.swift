import YAML

/// `minLength`, `maxLength`, `pattern` and, where it is an assertion, `format`.
final class StringKeywords: Sendable {
    private let minLength: Int?
    private let maxLength: Int?
    private let pattern: Pattern?
    private let format: Format?

    /// Nil when none of the keywords is present.
    init?(_ reader: KeywordReader, _ compiler: inout SchemaCompiler) throws(SchemaError) {
        minLength = try reader.count(.minLength)
        maxLength = try reader.count(.maxLength)
        if let source = try reader.text(.pattern) {
            pattern = try compiler.pattern(source, reader, .pattern)
        } else {
            pattern = nil
        }
        let isAssertion = compiler.formats == .assertion || reader.vocabularies.contains(.formatAssertion)
        let name = try reader.text(.format)
        format = isAssertion ? name.flatMap(Format.init(rawValue:)) : nil
        if minLength == nil, maxLength == nil, pattern == nil, format == nil { return nil }
    }

    func accept(_ node: Node, _ text: String, in subschema: Subschema, _ evaluation: inout Evaluation) -> Bool {
        var isValid = true
        if minLength != nil || maxLength != nil {
            let length = text.unicodeScalars.count
            guard evaluation.spend(text.utf8.count / 16) else { return false }
            if let minLength, length < minLength {
                guard
                    evaluation.record(
                        subschema, .minLength, node, .length(minimum: minLength, maximum: maxLength, found: length))
                else { return false }
                isValid = false
            }
            if let maxLength, length > maxLength {
                guard
                    evaluation.record(
                        subschema, .maxLength, node, .length(minimum: minLength, maximum: maxLength, found: length))
                else { return false }
                isValid = false
            }
        }
        if let pattern, !evaluation.matches(pattern, text) {
            guard evaluation.record(subschema, .pattern, node, .pattern(pattern: pattern.source, found: text))
            else { return false }
            isValid = false
        }
        if let format, evaluation.spend(text.utf8.count), !format.accepts(text) {
            guard evaluation.record(subschema, .format, node, .format(name: format.rawValue, found: text))
            else { return false }
            isValid = false
        }
        return isValid
    }
}
