import Decisions
import SeededRandom

/// A context so small that every caller can be listed, and random conditions over it.
enum SmallWorld {
    static let fields = [
        ContextField(name: "payer", domain: .choice(["medicare", "medicaid", "commercial"]), allowsUnknown: true),
        ContextField(name: "pacemaker", domain: .boolean),
        ContextField(name: "age", domain: .integer(0...6), allowsUnknown: true),
        ContextField(name: "visit", domain: .date(20_000...20_004)),
    ]

    /// Every value that a field may hold.
    static func values(_ field: ContextField) -> [ContextValue] {
        let known: [ContextValue] =
            switch field.domain {
            case .choice(let names): names.map { .choice($0) }
            case .boolean: [.boolean(false), .boolean(true)]
            case .integer(let bounds): bounds.map { .integer($0) }
            case .date(let bounds): bounds.map { .date($0) }
            }
        return known + (field.allowsUnknown ? [.unknown] : [])
    }

    /// Every caller of whom everything is known and who agrees with what is.
    static func completions(_ known: CallerContext) -> [CallerContext] {
        fields.reduce([known]) { callers, field in
            known[field.name] != nil
                ? callers : callers.flatMap { caller in values(field).map { caller.merging([field.name: $0]) { $1 } } }
        }
    }

    static func test(_ field: ContextField, _ generator: inout SeededGenerator) -> FieldTest {
        let values = values(field)
        switch field.domain {
        case .integer(let bounds), .date(let bounds):
            if Bool.random(using: &generator) { break }
            let count = Int.random(in: 1...2, using: &generator)
            return .comparisons(
                (0..<count).map { _ in
                    let relation = Comparison.Relation.allCases.randomElement(using: &generator)!
                    return Comparison(
                        relation, Int.random(in: bounds.lowerBound - 1...bounds.upperBound + 1, using: &generator))
                })
        default: break
        }
        return .values(Array(values.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator))))
    }

    static func condition(_ depth: Int, _ generator: inout SeededGenerator) -> Condition {
        let kind = depth == 0 ? 0 : Int.random(in: 0...3, using: &generator)
        if kind == 0 {
            let field = fields.randomElement(using: &generator)!
            return .test(field: field.name, test(field, &generator))
        }
        if kind == 1 { return .not(condition(depth - 1, &generator)) }
        let parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in condition(depth - 1, &generator) }
        return kind == 2 ? .all(parts) : .any(parts)
    }

    /// What is known of a caller when some questions were asked.
    static func caller(_ generator: inout SeededGenerator) -> CallerContext {
        var caller: CallerContext = [:]
        for field in fields where Bool.random(using: &generator) {
            caller[field.name] = values(field).randomElement(using: &generator)
        }
        return caller
    }
}

extension Condition {
    /// Two-valued truth, spelled out again so that nothing under test is asked.
    func isTrue(_ caller: CallerContext) -> Bool {
        switch self {
        case .all(let parts): return !parts.contains { !$0.isTrue(caller) }
        case .any(let parts): return parts.contains { $0.isTrue(caller) }
        case .not(let part): return !part.isTrue(caller)
        case .test(let field, .values(let values)): return values.contains { $0 == caller[field] }
        case .test(let field, .comparisons(let comparisons)):
            let number: Int
            switch caller[field] {
            case .integer(let value), .date(let value): number = value
            default: return false
            }
            return !comparisons.contains { comparison in
                let order = number - comparison.bound
                switch comparison.relation {
                case .less: return !(order < 0)
                case .atMost: return !(order <= 0)
                case .equal: return !(order == 0)
                case .atLeast: return !(order >= 0)
                case .greater: return !(order > 0)
                }
            }
        }
    }
}
