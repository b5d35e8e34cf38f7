/// Searches for the order of questions that takes the fewest on average: what is best for a function follows from what is best for
/// each part of it that an answer leaves.
struct BestOrder {
    private struct Choice {
        let cost: Double
        let field: Int
    }

    private let table: DiagramTable
    private let partition: ContextPartition
    /// The fields that have to be asked for; others cost nothing.
    private let asked: Set<Int>
    private var steps: Int
    private var known: [Diagram: Choice] = [:]
    /// By field and cell, the share of its values.
    private let shares: [[Double]]

    init(_ table: DiagramTable, _ partition: ContextPartition, asked: Set<Int>, steps: Int) {
        self.table = table
        self.partition = partition
        self.asked = asked
        self.steps = steps
        shares = partition.fields.map { part in
            let size = part.size.approximate
            return part.cells.map { $0.size.approximate / size }
        }
    }

    /// The mean number of questions; nil beyond the budget.
    mutating func cost(_ function: Diagram) throws(DiagramOverflow) -> Double? {
        if function.number != nil { return 0 }
        if let choice = known[function] { return choice.cost }
        let fields = table.levels(function).map { DiagramLevels.field(of: $0) }
        // What costs nothing comes first: it can only help.
        let free = fields.first { !asked.contains($0) }
        var best: Choice?
        for field in free.map({ [$0] }) ?? fields {
            steps -= 1
            if steps < 0 { return nil }
            var sum = asked.contains(field) ? 1.0 : 0
            for (share, part) in try parts(function, field) {
                guard let cost = try cost(part) else { return nil }
                sum += share * cost
            }
            if sum < best?.cost ?? .infinity { best = Choice(cost: sum, field: field) }
        }
        known[function] = best
        return best!.cost
    }

    /// What each cell of a field leaves, with its share.
    private func parts(_ function: Diagram, _ field: Int) throws(DiagramOverflow) -> [(Double, Diagram)] {
        var parts: [(Double, Diagram)] = []
        for cell in shares[field].indices {
            parts.append(
                (
                    shares[field][cell],
                    try table.restricting(function, level: DiagramLevels.value(field), to: cell)
                ))
        }
        return parts
    }

    /// The best order, after its cost was found.
    func plan(_ function: Diagram, _ endings: [FlowEnding]) throws(DiagramOverflow) -> QuestionPlan {
        if let number = function.number { return .end(endings[number]) }
        let field = known[function]!.field
        var cells: [Diagram: [Int]] = [:]
        var order: [Diagram] = []
        for (cell, (_, part)) in try parts(function, field).enumerated() {
            if cells[part] == nil { order.append(part) }
            cells[part, default: []].append(cell)
        }
        var branches: [QuestionPlan.Branch] = []
        for part in order {
            let values = partition.fields[field].merged(CellSet(cells[part]!))
            branches.append(QuestionPlan.Branch(values: values, next: try plan(part, endings)))
        }
        let name = partition.fields[field].field.name
        return asked.contains(field) ? .ask(name, branches) : .look(name, branches)
    }
}
