import YAML

/// The keywords that apply schemas to the same instance: references, combinations and conditions.
final class InPlaceApplicators: Sendable {
    let reference: Int?
    /// `$dynamicRef`: where it leads at first, and the anchor's name when that is a dynamic one.
    let dynamicReference: (target: Int, anchor: String?)?
    let allOf: [Int]
    let anyOf: [Int]
    let oneOf: [Int]
    let not: Int?
    let condition: Int?
    let then: Int?
    let otherwise: Int?

    /// Nil when none of the keywords is present.
    init?(_ reader: KeywordReader, _ compiler: inout SchemaCompiler) throws(SchemaError) {
        reference = try compiler.reference(.ref, reader)?.target
        dynamicReference = try compiler.reference(.dynamicRef, reader)
        allOf = try compiler.subschemas(.allOf, reader)
        anyOf = try compiler.subschemas(.anyOf, reader)
        oneOf = try compiler.subschemas(.oneOf, reader)
        not = try compiler.subschema(.not, reader)
        condition = try compiler.subschema(.if, reader)
        then = try compiler.subschema(.then, reader)
        otherwise = try compiler.subschema(.else, reader)
        if reference == nil, dynamicReference == nil, allOf.isEmpty, anyOf.isEmpty, oneOf.isEmpty, not == nil,
            condition == nil
        {
            return nil
        }
    }

    func accept(
        _ node: Node, _ reading: ScalarReading, in subschema: Subschema, _ evaluation: inout Evaluation,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var isValid = true
        if let reference, !evaluation.follow(reference, .ref, from: subschema, node, reading, &evaluated) {
            guard evaluation.continues else { return false }
            isValid = false
        }
        if let dynamicReference {
            let target = evaluation.target(of: dynamicReference)
            if !evaluation.follow(target, .dynamicRef, from: subschema, node, reading, &evaluated) {
                guard evaluation.continues else { return false }
                isValid = false
            }
        }
        for branch in allOf where !evaluation.evaluate(branch, node, reading, &evaluated) {
            guard evaluation.continues else { return false }
            isValid = false
        }
        if !anyOf.isEmpty, !evaluation.choose(.anyOf, anyOf, node, reading, in: subschema, &evaluated) {
            guard evaluation.continues else { return false }
            isValid = false
        }
        if !oneOf.isEmpty, !evaluation.choose(.oneOf, oneOf, node, reading, in: subschema, &evaluated) {
            guard evaluation.continues else { return false }
            isValid = false
        }
        if let not {
            var ignored = Evaluated(collects: false)
            let reading = reading == .open ? .resolved : reading
            if evaluation.silently({ $0.evaluate(not, node, reading, &ignored) }) {
                guard evaluation.record(subschema, .not, node, .not) else { return false }
                isValid = false
            }
        }
        if let condition {
            var own = Evaluated(collects: evaluated.collects)
            let conditionReading = reading == .open ? .resolved : reading
            let holds = evaluation.silently { $0.evaluate(condition, node, conditionReading, &own) }
            if holds { evaluated.merge(own) }
            if let branch = holds ? then : otherwise, !evaluation.evaluate(branch, node, reading, &evaluated) {
                guard evaluation.continues else { return false }
                isValid = false
            }
        }
        return isValid
    }
}
