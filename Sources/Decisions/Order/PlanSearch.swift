import Glibc

/// Searches for an order of questions that takes few on average. What is best for a function follows from what is best for each
/// part of it that an answer leaves.
struct PlanSearch {
    enum Choice {
        /// Try every field.
        case best
        /// Ask for the field whose answer tells most about the outcome.
        case likely
    }

    private struct Decision {
        let cost: Double
        let field: Int
    }

    private let table: DiagramTable
    private let partition: ContextPartition
    /// By field and cell.
    private let likelihoods: [[Double]]
    /// The fields that have to be asked for; others cost nothing.
    private let asked: Set<Int>
    private let choice: Choice
    /// How many parts of functions may be looked at; weighed by their size where the choice is a likely one.
    private var steps: Int
    private var known: [Diagram: Decision] = [:]
    private var doubts: [Diagram: Double] = [:]

    init(
        _ table: DiagramTable, _ partition: ContextPartition, _ likelihoods: [[Double]], asked: Set<Int>,
        _ choice: Choice, steps: Int
    ) {
        self.table = table
        self.partition = partition
        self.likelihoods = likelihoods
        self.asked = asked
        self.choice = choice
        self.steps = steps
    }

    /// The mean number of questions; nil beyond the budget.
    mutating func cost(_ function: Diagram) throws(DiagramOverflow) -> Double? {
        if function.number != nil { return 0 }
        if let decision = known[function] { return decision.cost }
        let fields = table.levels(function).map { DiagramLevels.field(of: $0) }
        // What costs nothing comes first: it can only help.
        var candidates = fields.first { !asked.contains($0) }.map { [$0] } ?? fields
        if choice == .likely, candidates.count > 1 {
            guard let field = try mostTelling(function, candidates) else { return nil }
            candidates = [field]
        }
        var best: Decision?
        for field in candidates {
            steps -= 1
            if steps < 0 { return nil }
            var sum = asked.contains(field) ? 1.0 : 0
            for (likelihood, part) in try parts(function, field) {
                guard let cost = try cost(part) else { return nil }
                sum += likelihood * cost
            }
            if sum < best?.cost ?? .infinity { best = Decision(cost: sum, field: field) }
        }
        known[function] = best
        return best?.cost
    }

    /// The field after whose answer the least doubt is left; nil beyond the budget.
    private mutating func mostTelling(_ function: Diagram, _ fields: [Int]) throws(DiagramOverflow) -> Int? {
        var best: (field: Int, doubt: Double)?
        for field in fields {
            var doubt = 0.0
            for (likelihood, part) in try parts(function, field) {
                guard let left = self.doubt(part) else { return nil }
                doubt += likelihood * left
            }
            if doubt < best?.doubt ?? .infinity { best = (field, doubt) }
        }
        return best?.field
    }

    /// The entropy of the outcome, in bits; nil beyond the budget.
    private mutating func doubt(_ function: Diagram) -> Double? {
        if function.number != nil { return 0 }
        if let doubt = doubts[function] { return doubt }
        let shares = table.shares(function, likelihoods)
        steps -= shares.visited
        if steps < 0 { return nil }
        let doubt = shares.byNumber.values.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
        doubts[function] = doubt
        return doubt
    }

    /// What each cell of a field leaves.
    private func parts(_ function: Diagram, _ field: Int) throws(DiagramOverflow) -> [(Double, Diagram)] {
        var parts: [(Double, Diagram)] = []
        for (cell, likelihood) in likelihoods[field].enumerated() {
            parts.append((likelihood, try table.restricting(function, level: DiagramLevels.value(field), to: cell)))
        }
        return parts
    }

    /// The order that was found, after its cost was. A long one is cut where its parts end; what follows is left out.
    func plan(_ function: Diagram, _ outcomes: [Outcome?]) throws(DiagramOverflow) -> QuestionPlan {
        var plan = QuestionPlan.leftOut
        for depth in 1...partition.fields.count + 1 {
            var writer = PlanWriter(self, outcomes)
            let longer = try writer.plan(function, depth: depth)
            if writer.size > Self.longest { break }
            plan = longer
            if writer.isWhole { break }
        }
        return plan
    }

    private static let longest = 1000

    private struct PlanWriter {
        let search: PlanSearch
        let outcomes: [Outcome?]
        var size = 0
        var isWhole = true

        init(_ search: PlanSearch, _ outcomes: [Outcome?]) {
            self.search = search
            self.outcomes = outcomes
        }

        mutating func plan(_ function: Diagram, depth: Int) throws(DiagramOverflow) -> QuestionPlan {
            size += 1
            if let number = function.number { return .end(outcomes[number]) }
            guard depth > 0, size <= PlanSearch.longest, let field = search.known[function]?.field else {
                isWhole = false
                return .leftOut
            }
            var cells: [Diagram: [Int]] = [:]
            var order: [Diagram] = []
            for (cell, (_, part)) in try search.parts(function, field).enumerated() {
                if cells[part] == nil { order.append(part) }
                cells[part, default: []].append(cell)
            }
            let values = search.partition.fields[field]
            var branches: [QuestionPlan.Branch] = []
            for part in order {
                branches.append(
                    QuestionPlan.Branch(
                        values: values.merged(CellSet(cells[part] ?? [])), next: try plan(part, depth: depth - 1)))
            }
            return search.asked.contains(field) ? .ask(values.field.name, branches) : .look(values.field.name, branches)
        }
    }
}

extension DiagramTable {
    /// How likely each number of a function is, and how many nodes that took to find out.
    fileprivate func shares(
        _ function: Diagram, _ likelihoods: [[Double]]
    ) -> (byNumber: [Int: Double], visited: Int) {
        var byNumber: [Int: Double] = [:]
        var byNode = [function: 1.0]
        let nodes = nodes(of: function)
        for node in nodes {
            let own = likelihoods[DiagramLevels.field(of: level(node))]
            let share = byNode[node] ?? 0
            for edge in edges(node) {
                let part = edge.cells.reduce(0) { $0 + own[$1] } * share
                if let number = edge.child.number {
                    byNumber[number, default: 0] += part
                } else {
                    byNode[edge.child, default: 0] += part
                }
            }
        }
        return (byNumber, nodes.count)
    }
}
