/// A graph as clauses: a context is described by where each field's cell lies, and of every place and edge it is said whether the
/// context comes there.
struct FlowEncoding {
    let graph: FlowGraph
    private(set) var solver = ClauseSolver()
    /// By field and cell but the last: the field's cell is this or an earlier one.
    private var bounds: [[Literal]] = []
    private var conditions: [CellCondition: Literal] = [:]
    private let truth: Literal
    /// By place.
    private(set) var reached: [Literal] = []
    /// By place and edge.
    private(set) var taken: [[Literal]] = []

    init(_ graph: FlowGraph) {
        self.graph = graph
        truth = solver.newVariable()
        solver.add([truth])
        for part in graph.partition.fields {
            let literals = (0..<part.cells.count - 1).map { _ in solver.newVariable() }
            for (lower, upper) in zip(literals, literals.dropFirst()) { solver.add([!lower, upper]) }
            bounds.append(literals)
        }
        reached = graph.places.map { _ in solver.newVariable() }
        var arriving = [[Literal]](repeating: [], count: graph.places.count)
        arriving[graph.start].append(truth)
        for (place, here) in graph.places.enumerated() {
            var rest = truth
            var literals: [Literal] = []
            for edge in here.edges {
                let test = literal(edge.test)
                let way = all([reached[place], rest, test])
                literals.append(way)
                arriving[edge.target].append(way)
                rest = all([rest, !test])
            }
            taken.append(literals)
        }
        for place in graph.places.indices { define(reached[place], asAny: arriving[place]) }
    }

    // MARK: Definitions

    private mutating func define(_ literal: Literal, asAny parts: [Literal]) {
        solver.add([!literal] + parts)
        for part in parts { solver.add([literal, !part]) }
    }

    private mutating func all(_ parts: [Literal]) -> Literal {
        let parts = parts.filter { $0 != truth }
        if parts.contains(!truth) { return !truth }
        if parts.count < 2 { return parts.first ?? truth }
        let literal = solver.newVariable()
        define(!literal, asAny: parts.map { !$0 })
        return literal
    }

    private mutating func any(_ parts: [Literal]) -> Literal { !all(parts.map { !$0 }) }

    private mutating func literal(_ condition: CellCondition) -> Literal {
        if let known = conditions[condition] { return known }
        let literal: Literal
        switch condition {
        case .test(let field, let set):
            var runs: [Literal] = []
            for run in set.runs { runs.append(within(run, field)) }
            literal = any(runs)
        case .all(let parts):
            var literals: [Literal] = []
            for part in parts { literals.append(self.literal(part)) }
            literal = all(literals)
        case .any(let parts):
            var literals: [Literal] = []
            for part in parts { literals.append(self.literal(part)) }
            literal = any(literals)
        case .not(let part): literal = !self.literal(part)
        }
        conditions[condition] = literal
        return literal
    }

    private mutating func within(_ run: Range<Int>, _ field: Int) -> Literal { all(interval(run, field)) }

    /// That a field's cell is in a run: at most two literals.
    private func interval(_ run: Range<Int>, _ field: Int) -> [Literal] {
        let lower = run.lowerBound > 0 ? [!bounds[field][run.lowerBound - 1]] : []
        let upper = run.upperBound - 1 < bounds[field].count ? [bounds[field][run.upperBound - 1]] : []
        return lower + upper
    }

    // MARK: Questions

    /// That these fields have these cells.
    func literals(_ cells: [Int: Int]) -> [Literal] {
        cells.keys.sorted().flatMap { interval(cells[$0]!..<cells[$0]! + 1, $0) }
    }

    mutating func solve(_ assumptions: [Literal], limit: Int) -> ClauseSolver.Answer {
        solver.solve(assumptions, limit: limit)
    }

    /// The cell of each field in the last model.
    var context: [Int] {
        bounds.map { literals in literals.firstIndex { solver.isTrue($0) } ?? literals.count }
    }

    /// Says that the places that the last model claims, but its context does not come to, need a way in from elsewhere: going
    /// round in a circle does not bring a caller there.
    mutating func forbidUnfounded(_ walked: Set<Int>) {
        let claimed = Set(graph.places.indices.filter { solver.isTrue(reached[$0]) && !walked.contains($0) })
        var entrances: [Literal] = []
        for (place, here) in graph.places.enumerated() where !claimed.contains(place) {
            for (number, edge) in here.edges.enumerated() where claimed.contains(edge.target) {
                entrances.append(taken[place][number])
            }
        }
        for place in claimed.sorted() { solver.add([!reached[place]] + entrances) }
    }

    /// Says that no context is to take all of these edges.
    mutating func forbid(_ edges: [(place: Int, edge: Int)]) {
        solver.add(edges.map { !taken[$0.place][$0.edge] })
    }
}
