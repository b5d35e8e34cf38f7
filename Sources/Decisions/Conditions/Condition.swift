/// A statement about a caller, closed under all, any and not.
package indirect enum Condition: Hashable, Sendable {
    case test(field: String, FieldTest)
    case all([Condition])
    case any([Condition])
    case not(Condition)
}

/// What one field must be.
package enum FieldTest: Hashable, Sendable {
    /// Any of these; group names are resolved already.
    case values([ContextValue])
    /// All of these comparisons.
    case comparisons([Comparison])
}

/// A bound on an integer, or on a date as days since 1970-01-01.
package struct Comparison: Hashable, Sendable {
    package enum Relation: String, CaseIterable, Sendable {
        // Longest first: `<=` must be tried before `<`.
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
        case equal = "="
    }

    package let relation: Relation
    package let bound: Int

    package init(_ relation: Relation, _ bound: Int) {
        self.relation = relation
        self.bound = bound
    }

    package func holds(for value: Int) -> Bool {
        switch relation {
        case .atMost: value <= bound
        case .atLeast: value >= bound
        case .less: value < bound
        case .greater: value > bound
        case .equal: value == bound
        }
    }
}

/// The outcome of a condition for a caller of whom not everything is known.
package enum Verdict: Int, Sendable {
    case fails
    case mayHold
    case holds
}

extension Condition {
    /// Whether this holds for a caller (Kleene's three-valued logic: a field that was not asked may be anything).
    package func verdict(for caller: CallerContext) -> Verdict {
        switch self {
        case .test(let field, let test):
            guard let value = caller[field] else { return .mayHold }
            return test.accepts(value) ? .holds : .fails
        case .all(let parts):
            return parts.reduce(.holds) { least($0, $1.verdict(for: caller)) }
        case .any(let parts):
            return parts.reduce(.fails) { greatest($0, $1.verdict(for: caller)) }
        case .not(let part):
            switch part.verdict(for: caller) {
            case .holds: return .fails
            case .fails: return .holds
            case .mayHold: return .mayHold
            }
        }
    }

    /// The names of the fields that this looks at.
    package var fields: Set<String> {
        switch self {
        case .test(let field, _): [field]
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
        case .not(let part): part.fields
        }
    }

    private func least(_ left: Verdict, _ right: Verdict) -> Verdict { left.rawValue < right.rawValue ? left : right }
    private func greatest(_ left: Verdict, _ right: Verdict) -> Verdict {
        left.rawValue > right.rawValue ? left : right
    }
}

extension FieldTest {
    package func accepts(_ value: ContextValue) -> Bool {
        switch self {
        case .values(let allowed): return allowed.contains(value)
        case .comparisons(let comparisons):
            switch value {
            case .integer(let number), .date(let number): return comparisons.allSatisfy { $0.holds(for: number) }
            default: return false
            }
        }
    }

    /// The numbers at which this test changes its answer.
    var numbers: [Int] {
        switch self {
        case .comparisons(let comparisons): comparisons.map(\.bound)
        case .values(let values):
            values.compactMap { value in
                switch value {
                case .integer(let number), .date(let number): number
                default: nil
                }
            }
        }
    }
}
