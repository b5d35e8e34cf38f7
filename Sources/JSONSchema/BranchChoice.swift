import YAML

extension Evaluation {
    /// Applies `anyOf` or `oneOf`.
    ///
    /// An ambiguous scalar is first read by its spelling, so that `12` does not match both of an integer and a text
    /// branch; only when no branch accepts that does each branch decide for itself.
    mutating func choose(
        _ keyword: Keyword, _ branches: [Int], _ node: Node, _ reading: ScalarReading, in subschema: Subschema,
        _ evaluated: inout Evaluated
    ) -> Bool {
        if reading == .open, isAmbiguous(node, of: node.instanceType) {
            let outcome = silently { $0.chooseQuickly(keyword, branches, node, .resolved, &evaluated) }
            if outcome == .enough { return true }
            if outcome == .tooMany {
                return isReporting && chooseReporting(keyword, branches, node, .resolved, in: subschema, &evaluated)
            }
        }
        guard isReporting else { return chooseQuickly(keyword, branches, node, reading, &evaluated) == .enough }
        return chooseReporting(keyword, branches, node, reading, in: subschema, &evaluated)
    }

    private enum Outcome { case none, enough, tooMany }

    private mutating func chooseQuickly(
        _ keyword: Keyword, _ branches: [Int], _ node: Node, _ reading: ScalarReading, _ evaluated: inout Evaluated
    ) -> Outcome {
        var outcome = Outcome.none
        for branch in branches {
            var own = Evaluated(collects: evaluated.collects)
            guard evaluate(branch, node, reading, &own) else { continue }
            if outcome == .enough, keyword == .oneOf { return .tooMany }
            outcome = .enough
            evaluated.merge(own)
            if keyword == .anyOf, !evaluated.collects { break }
        }
        return outcome
    }

    private mutating func chooseReporting(
        _ keyword: Keyword, _ branches: [Int], _ node: Node, _ reading: ScalarReading, in subschema: Subschema,
        _ evaluated: inout Evaluated
    ) -> Bool {
        var matching: [Int] = []
        var choice = BranchChoice(schema: schema, branches: branches, depth: path.count)
        for (index, branch) in branches.enumerated() {
            var own = Evaluated(collects: evaluated.collects)
            let outer = violations
            violations = []
            let isMatch = evaluate(branch, node, reading, &own)
            if isMatch {
                matching.append(index)
                evaluated.merge(own)
            } else {
                choice.consider(index, violations, own)
            }
            violations = outer
            if exceededLimit != nil { return false }
        }
        if matching.count == 1 || (keyword == .anyOf && !matching.isEmpty) { return true }
        guard matching.isEmpty else {
            _ = record(subschema, keyword, node, .oneOf(branches: branches.count, matching: matching, best: nil))
            return false
        }
        if let best = choice.bestEvaluated { evaluated.merge(best) }
        let index = choice.common == nil ? choice.best : nil
        let reason: SchemaViolation.Reason =
            keyword == .anyOf
            ? .anyOf(branches: branches.count, best: index)
            : .oneOf(branches: branches.count, matching: [], best: index)
        _ = record(subschema, keyword, node, reason, causes: choice.common.map { [$0] } ?? choice.bestViolations)
        return false
    }
}

/// Finds the failed branch that the author most probably meant.
struct BranchChoice {
    /// Smaller is better: right type, right discriminating values, right property names, few defects, deep ones.
    private struct Rank: Comparable {
        var hasWrongType = false
        var wrongDiscriminators = 0
        var wrongNames = 0
        var count = 0
        var depth = 0

        static func < (left: Rank, right: Rank) -> Bool {
            if left.hasWrongType != right.hasWrongType { return right.hasWrongType }
            return (left.wrongDiscriminators, left.wrongNames, left.count, -left.depth)
                < (right.wrongDiscriminators, right.wrongNames, right.count, -right.depth)
        }
    }

    private let depth: Int
    private let discriminators: Set<String>
    private var bestRank: Rank?
    private(set) var best: Int?
    private(set) var bestViolations: [SchemaViolation] = []
    private(set) var bestEvaluated: Evaluated?
    /// What the branches have in common, when all expect other types or all expect other values.
    private(set) var common: SchemaViolation?
    private var isFirst = true

    /// - Parameter depth: how many steps the instance lies below the root.
    init(schema: Schema, branches: [Int], depth: Int) {
        self.depth = depth
        var seen: Set<String> = []
        var discriminators: Set<String> = []
        for branch in branches {
            for name in schema.fixedProperties(of: branch) where !seen.insert(name).inserted {
                discriminators.insert(name)
            }
        }
        self.discriminators = discriminators
    }

    mutating func consider(_ index: Int, _ violations: [SchemaViolation], _ evaluated: Evaluated) {
        let rank = rank(of: violations)
        if bestRank.map({ rank < $0 }) ?? true {
            bestRank = rank
            best = index
            bestViolations = violations
            bestEvaluated = evaluated
        }
        let sole = violations.first { $0.instancePath.count == depth && ($0.keyword == .type || violations.count == 1) }
        common = isFirst ? sole : common.flatMap { common in sole.flatMap(common.joined) }
        isFirst = false
    }

    private func rank(of violations: [SchemaViolation]) -> Rank {
        var rank = Rank()
        rank.count = violations.count
        for violation in violations {
            let below = violation.instancePath.count - depth
            rank.depth = max(rank.depth, below)
            switch violation.reason {
            case .type, .forbidden: if below == 0 { rank.hasWrongType = true }
            case .enumeration, .constant:
                if below == 1, let name = violation.instancePath.last, discriminators.contains(name) {
                    rank.wrongDiscriminators += 1
                }
            case .missingProperty: if below == 0 { rank.wrongNames += 1 }
            case .unknownProperty: if below == 1 { rank.wrongNames += 1 }
            default: break
            }
        }
        return rank
    }
}

extension SchemaViolation {
    /// One violation in place of two about the same value: with all types, or all values, that either expects.
    fileprivate func joined(with other: SchemaViolation) -> SchemaViolation? {
        var joined = self
        switch (reason, other.reason) {
        case (.type(let left, let found), .type(let right, _)):
            joined.reason = .type(expected: left + right.filter { !left.contains($0) }, found: found)
        case (.enumeration, .enumeration), (.enumeration, .constant), (.constant, .enumeration), (.constant, .constant):
            let left = allowedValues
            joined.reason = .enumeration(
                allowed: left.values + other.allowedValues.values.filter { !left.values.contains($0) },
                found: left.found)
        default: return nil
        }
        return joined
    }

    private var allowedValues: (values: [String], found: String) {
        switch reason {
        case .enumeration(let allowed, let found): (allowed, found)
        case .constant(let expected, let found): ([expected], found)
        default: ([], "")
        }
    }
}

extension Schema {
    /// The properties for which a schema prescribes one value or a few, directly or through a reference.
    fileprivate func fixedProperties(of number: Int) -> [String] {
        let subschema = subschemas[resolved(number)]
        guard let object = subschema.object else { return [] }
        return object.names.filter { name in
            guard let property = object.properties[name].map({ subschemas[resolved($0)] }) else { return false }
            return property.constant != nil || property.enumeration != nil
        }
    }

    /// The schema behind a chain of references.
    private func resolved(_ number: Int) -> Int {
        var number = number
        for _ in 0..<8 {
            let subschema = subschemas[number]
            guard subschema.object == nil, let reference = subschema.applicators?.reference else { break }
            number = reference
        }
        return number
    }
}
