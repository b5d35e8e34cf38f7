/// Where the fields of a partition stand among the levels of a table: each field has a level for its value and one for whether
/// it was asked for, and the same again for a second caller who is compared with the first.
struct DiagramLevels: Sendable {
    let partition: ContextPartition
    let cells: [Int]

    init(_ partition: ContextPartition) {
        self.partition = partition
        cells = partition.fields.flatMap { [$0.cells.count, $0.cells.count, 2, 2] }
    }

    var count: Int { cells.count }

    static let each = 4

    static func value(_ field: Int) -> Int { each * field }
    static func otherValue(_ field: Int) -> Int { each * field + 1 }
    static func asked(_ field: Int) -> Int { each * field + 2 }
    static func otherAsked(_ field: Int) -> Int { each * field + 3 }
    static func field(of level: Int) -> Int { level / each }
}

extension DiagramTable {
    convenience init(_ levels: DiagramLevels, budget: Int) {
        self.init(cells: levels.cells, budget: budget)
    }

    /// The contexts for which a condition holds.
    ///
    /// - Parameter level: The level of a field's value.
    func contexts(
        _ condition: CellCondition, level: (Int) -> Int = DiagramLevels.value
    ) throws(DiagramOverflow) -> Diagram {
        switch condition {
        case .test(let field, let set): return try test(level(field), set)
        case .all(let parts):
            var result = Diagram.always
            for part in parts { result = try and(result, contexts(part, level: level)) }
            return result
        case .any(let parts):
            var result = Diagram.never
            for part in parts { result = try or(result, contexts(part, level: level)) }
            return result
        case .not(let part): return try not(contexts(part, level: level))
        }
    }

    /// How many contexts of a partition are in a set, which looks at values only.
    func count(_ set: Diagram, _ partition: ContextPartition) -> Natural {
        let sizes = partition.fields.map { $0.cells.map(\.size) }
        // How many contexts the fields from one on have.
        var tails = [Natural.one]
        for part in partition.fields.reversed() { tails.append(tails[tails.count - 1] * part.size) }
        tails.reverse()
        var known: [Diagram: Natural] = [:]
        func between(_ first: Int, _ next: Int) -> Natural {
            (first..<next).reduce(Natural.one) { $0 * partition.fields[$1].size }
        }
        /// Over the fields from this one on.
        func count(_ set: Diagram, from field: Int) -> Natural {
            if let number = set.number { return number == 0 ? .zero : tails[field] }
            let own = DiagramLevels.field(of: level(set))
            let result: Natural
            if let counted = known[set] {
                result = counted
            } else {
                result = edges(set).reduce(Natural.zero) { sum, edge in
                    let weight = edge.cells.reduce(Natural.zero) { $0 + sizes[own][$1] }
                    return sum + weight * count(edge.child, from: own + 1)
                }
                known[set] = result
            }
            return between(field, own) * result
        }
        return count(set, from: 0)
    }
}
