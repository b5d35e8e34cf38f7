import YAML

/// `minimum`, `maximum`, their exclusive forms and `multipleOf`.
final class NumberKeywords: Sendable {
    struct Bound: Sendable {
        let value: ExactNumber
        let text: String
    }

    private let minimum: Bound?
    private let exclusiveMinimum: Bound?
    private let maximum: Bound?
    private let exclusiveMaximum: Bound?
    private let divisor: (value: ExactNumber.Divisor, text: String)?

    /// Nil when none of the keywords is present.
    init?(_ reader: KeywordReader) throws(SchemaError) {
        minimum = try reader.number(.minimum)
        exclusiveMinimum = try reader.number(.exclusiveMinimum)
        maximum = try reader.number(.maximum)
        exclusiveMaximum = try reader.number(.exclusiveMaximum)
        if let multiple = try reader.number(.multipleOf) {
            guard let value = ExactNumber.Divisor(multiple.value) else {
                throw reader.error(
                    "The value of multipleOf must be greater than zero and have at most 37 significant digits.",
                    at: .multipleOf)
            }
            divisor = (value, multiple.text)
        } else {
            divisor = nil
        }
        if minimum == nil, exclusiveMinimum == nil, maximum == nil, exclusiveMaximum == nil, divisor == nil {
            return nil
        }
    }

    /// Infinities and not-a-number, which YAML can spell, satisfy none of these keywords.
    func accept(_ node: Node, _ text: String, in subschema: Subschema, _ evaluation: inout Evaluation) -> Bool {
        guard evaluation.spend(text.utf8.count) else { return false }
        let value = ExactNumber(text)
        var isValid = true
        if let bound = minimum, value.map({ $0 < bound.value }) ?? true {
            guard
                evaluation.record(
                    subschema, .minimum, node, .minimum(limit: bound.text, isExclusive: false, found: text))
            else { return false }
            isValid = false
        }
        if let bound = exclusiveMinimum, value.map({ $0 <= bound.value }) ?? true {
            guard
                evaluation.record(
                    subschema, .exclusiveMinimum, node, .minimum(limit: bound.text, isExclusive: true, found: text))
            else { return false }
            isValid = false
        }
        if let bound = maximum, value.map({ $0 > bound.value }) ?? true {
            guard
                evaluation.record(
                    subschema, .maximum, node, .maximum(limit: bound.text, isExclusive: false, found: text))
            else { return false }
            isValid = false
        }
        if let bound = exclusiveMaximum, value.map({ $0 >= bound.value }) ?? true {
            guard
                evaluation.record(
                    subschema, .exclusiveMaximum, node, .maximum(limit: bound.text, isExclusive: true, found: text))
            else { return false }
            isValid = false
        }
        if let divisor, !(value?.isMultiple(of: divisor.value) ?? false) {
            guard evaluation.record(subschema, .multipleOf, node, .multipleOf(divisor: divisor.text, found: text))
            else { return false }
            isValid = false
        }
        return isValid
    }
}
