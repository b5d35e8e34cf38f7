import Time

/// Writes conditions in words for people, such as `payer is medicaid or commercial, and age >= 65`.
package struct ConditionText {
    private let dateFields: Set<String>

    /// - Parameter fields: The fields of the context; a bound on a date is written as one.
    package init(_ fields: [ContextField]) {
        dateFields = Set(
            fields.filter { field in
                if case .date = field.domain { true } else { false }
            }.map(\.name))
    }

    package func text(_ condition: Condition) -> String {
        switch condition {
        case .test(let field, .values(let values)): "\(field) is " + values.map(\.text).joined(separator: " or ")
        case .test(let field, .comparisons(let comparisons)):
            comparisons.map { "\(field) \(text($0, of: field))" }.joined(separator: " and ")
        case .all(let parts): parts.map(grouped).joined(separator: ", and ")
        case .any(let parts): parts.map(grouped).joined(separator: ", or ")
        case .not(let part): "not \(grouped(part))"
        }
    }

    /// As files write it: `>= 65`.
    package func text(_ comparison: Comparison, of field: String) -> String {
        let bound = comparison.bound
        let isDate = dateFields.contains(field)
        return "\(comparison.relation.rawValue) " + (isDate ? CivilDate(dayNumber: bound).description : "\(bound)")
    }

    private func grouped(_ condition: Condition) -> String {
        if case .test = condition { text(condition) } else { "(\(text(condition)))" }
    }
}

extension ContextField {
    /// The value that a text names; nil where it is none of this field's.
    package func value(_ text: String) -> ContextValue? {
        if text == "unknown" { return allowsUnknown ? .unknown : nil }
        switch domain {
        case .choice(let values): return values.contains(text) ? .choice(text) : nil
        case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
        case .integer(let bounds): return Int(text).flatMap { bounds.contains($0) ? .integer($0) : nil }
        case .date(let bounds):
            return CivilDate(text).flatMap { bounds.contains($0.dayNumber) ? .date($0.dayNumber) : nil }
        }
    }

    /// What its values can be, for messages.
    package var domainText: String {
        let values: String =
            switch domain {
            case .choice(let values): values.joined(separator: ", ")
            case .boolean: "true, false"
            case .integer(let bounds): "\(bounds.lowerBound) to \(bounds.upperBound)"
            case .date(let bounds):
                "\(CivilDate(dayNumber: bounds.lowerBound)) to \(CivilDate(dayNumber: bounds.upperBound))"
            }
        return allowsUnknown ? values + ", unknown" : values
    }
}
