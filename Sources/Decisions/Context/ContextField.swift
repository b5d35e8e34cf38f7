package import Time

/// What a field of a caller's context may hold. Domains are finite or intervals, so that conditions are decidable.
package struct ContextField: Hashable, Sendable {
    package enum Domain: Hashable, Sendable {
        /// One of these values, in the order they were declared.
        case choice([String])
        case boolean
        case integer(ClosedRange<Int>)
        /// Days since 1970-01-01.
        case date(ClosedRange<Int>)
    }

    package let name: String
    package let domain: Domain
    /// "I don't know" is an answer.
    package let allowsUnknown: Bool
    /// Names for sets of values.
    package let groups: [String: [String]]
    /// What people call each value; a value without a label is its own.
    package let labels: [String: String]
    /// The date field from which this one is known: the days from today until it.
    package let daysUntil: String?
    /// What each word that a test may use stands for: values, groups, `unknown`; a number stands for itself.
    package let words: [String: [ContextValue]]

    package init(
        name: String, domain: Domain, allowsUnknown: Bool = false, groups: [String: [String]] = [:],
        labels: [String: String] = [:], daysUntil: String? = nil
    ) {
        self.name = name
        self.domain = domain
        self.allowsUnknown = allowsUnknown
        self.groups = groups
        self.labels = labels
        self.daysUntil = daysUntil
        words = Self.words(domain, groups, allowsUnknown: allowsUnknown)
    }

    /// Whether a value means the same in both declarations.
    func isAlike(_ other: ContextField) -> Bool {
        domain == other.domain && allowsUnknown == other.allowsUnknown && daysUntil == other.daysUntil
    }

    private static func words(
        _ domain: Domain, _ groups: [String: [String]], allowsUnknown: Bool
    ) -> [String: [ContextValue]] {
        var words = groups.mapValues { $0.map { ContextValue.choice($0) } }
        switch domain {
        case .choice(let names): for name in names { words[name] = [.choice(name)] }
        case .boolean: words = ["true": [.boolean(true)], "false": [.boolean(false)]]
        case .integer, .date: words = [:]
        }
        if allowsUnknown { words["unknown"] = [.unknown] }
        return words
    }
}

/// A caller's answer to one field.
package enum ContextValue: Hashable, Sendable {
    case choice(String)
    case boolean(Bool)
    case integer(Int)
    /// Days since 1970-01-01.
    case date(Int)
    /// The caller was asked and does not know.
    case unknown
}

/// What is known of a caller, by field.
package typealias CallerContext = [String: ContextValue]

extension ContextField {
    /// A value from every set of values that these tests tell apart: all choices and both truth values, and of an interval
    /// its ends and the numbers around each bound.
    package func representatives(for tests: [FieldTest]) -> [ContextValue] {
        let known: [ContextValue] =
            switch domain {
            case .choice(let names): names.map { .choice($0) }
            case .boolean: [.boolean(true), .boolean(false)]
            case .integer(let bounds): cuts(bounds, tests).map { .integer($0) }
            case .date(let bounds): cuts(bounds, tests).map { .date($0) }
            }
        return allowsUnknown ? known + [.unknown] : known
    }

    /// What people call a value.
    package func describe(_ value: ContextValue) -> String {
        switch value {
        case .choice(let name): name
        case .boolean(let truth): truth ? "true" : "false"
        case .integer(let number): "\(number)"
        case .date(let day): CivilDate(dayNumber: day).description
        case .unknown: "unknown"
        }
    }

    private func cuts(_ bounds: ClosedRange<Int>, _ tests: [FieldTest]) -> [Int] {
        var cuts: Set<Int> = [bounds.lowerBound, bounds.upperBound]
        for number in tests.flatMap(\.numbers) {
            // A bound may be the last number there is.
            for step in -1...1 {
                let (near, isBeyond) = number.addingReportingOverflow(step)
                if !isBeyond, bounds.contains(near) { cuts.insert(near) }
            }
        }
        return cuts.sorted()
    }
}

extension [ContextField] {
    /// A caller with what follows from what is known, on a day.
    package func deriving(_ caller: CallerContext, today: CivilDate) -> CallerContext {
        var caller = caller
        for field in self where caller[field.name] == nil {
            guard let source = field.daysUntil, case .date(let day)? = caller[source],
                case .integer(let bounds) = field.domain
            else { continue }
            // What is farther off than the field reaches is at its end; a day that is over may be nothing the field can say.
            let days = Swift.min(day - today.dayNumber, bounds.upperBound)
            if days >= bounds.lowerBound { caller[field.name] = .integer(days) }
        }
        return caller
    }
}

extension ContextValue {
    /// As conditions and command lines write it.
    package var text: String {
        switch self {
        case .choice(let name): name
        case .boolean(let truth): truth ? "true" : "false"
        case .integer(let number): "\(number)"
        case .date(let day): CivilDate(dayNumber: day).description
        case .unknown: "unknown"
        }
    }
}

extension CallerContext {
    /// What is known when a condition holds: the fields that it allows one value only.
    package func assuming(_ condition: Condition?) -> CallerContext {
        var caller = self
        if let condition { caller.assume(condition) }
        return caller
    }

    private mutating func assume(_ condition: Condition) {
        switch condition {
        case .test(let field, .values(let values)) where values.count == 1 && self[field] == nil:
            self[field] = values[0]
        case .all(let parts): for part in parts { assume(part) }
        default: break
        }
    }
}
