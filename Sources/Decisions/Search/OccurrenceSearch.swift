/// Finds out which edges of a graph some context takes, one by one: first by walking contexts picked by chance, then by search.
struct OccurrenceSearch {
    private let graph: FlowGraph
    private let budget: ProofBudget
    private var encoding: FlowEncoding
    private var noise = Noise()
    /// How many conflicts are left for all searches together.
    private var conflicts: Int

    /// By place and edge.
    private(set) var edges: [[Occurrence]]
    /// By place and edge, a context that takes it, by cells.
    private var examples: [[[Int]?]]
    /// For each place, a few contexts that come there.
    private(set) var visitors: [[[Int]]]

    private static let walks = 500
    private static let visitorLimit = 6

    init(_ graph: FlowGraph, _ budget: ProofBudget) {
        self.graph = graph
        self.budget = budget
        conflicts = 10 * budget.conflicts
        encoding = FlowEncoding(graph)
        edges = graph.places.map { $0.edges.map { _ in .undecided } }
        examples = graph.places.map { $0.edges.map { _ in nil } }
        visitors = graph.places.map { _ in [] }
        for _ in 0..<Self.walks { note(graph.partition.fields.map { noise.next(below: $0.cells.count) }) }
        for place in graph.places.indices {
            for edge in graph.places[place].edges.indices where edges[place][edge] == .undecided { decide(place, edge) }
        }
    }

    /// Walks a context and notes where it comes.
    ///
    /// - Returns: The places.
    @discardableResult
    private mutating func note(_ cells: [Int]) -> Set<Int> {
        var walked: Set<Int> = []
        var place = graph.start
        while walked.insert(place).inserted {
            if visitors[place].count < Self.visitorLimit { visitors[place].append(cells) }
            guard let edge = graph.edge(from: place, for: cells) else { break }
            if edges[place][edge] != .sometimes {
                edges[place][edge] = .sometimes
                examples[place][edge] = cells
            }
            place = graph.places[place].edges[edge].target
        }
        return walked
    }

    private mutating func solve(_ assumptions: [Literal]) -> ClauseSolver.Answer {
        if encoding.solver.assignments >= budget.assignments { return .undecided }
        let before = encoding.solver.conflicts
        defer { conflicts -= encoding.solver.conflicts - before }
        return encoding.solve(assumptions, limit: max(0, min(conflicts, budget.conflicts)))
    }

    private mutating func decide(_ place: Int, _ edge: Int) {
        while conflicts > 0, encoding.solver.assignments < budget.assignments {
            switch solve([encoding.taken[place][edge]]) {
            case .undecided: return
            case .unsatisfiable: edges[place][edge] = .never
            case .satisfiable:
                let walked = note(encoding.context)
                if edges[place][edge] == .undecided {
                    encoding.forbidUnfounded(walked)
                    continue
                }
            }
            return
        }
    }

    // MARK: Cycles

    /// Cycles that some context goes round, each with one that does; nil where it was not decided whether there are more.
    mutating func cycles(_ order: FlowOrder) -> [(places: [Int], context: [Int])]? {
        guard order.isCyclic.contains(true) else { return [] }
        let ends = graph.places.indices.filter { graph.places[$0].edges.isEmpty }.map { !encoding.reached[$0] }
        var cycles: [(places: [Int], context: [Int])] = []
        while cycles.count < RealCycles.limit {
            switch solve(ends) {
            case .undecided: return nil
            case .unsatisfiable: return cycles
            case .satisfiable:
                let context = encoding.context
                let cycle = graph.cycle(of: context)
                cycles.append((cycle.map(\.place), context))
                encoding.forbid(cycle)
            }
        }
        return cycles
    }

    // MARK: Witnesses

    /// A caller who takes one of some edges, whatever the fields are that are not among these; no field can be left out.
    mutating func witness(_ edges: [(place: Int, edge: Int)]) -> [Int: Int]? {
        guard let example = edges.compactMap({ examples[$0.place][$0.edge] }).first else { return nil }
        let looked = GraphWalker(graph: graph).walk(example).looked
        var cells = Dictionary(uniqueKeysWithValues: looked.map { ($0, example[$0]) })
        let refuted = edges.map { !encoding.taken[$0.place][$0.edge] }
        for field in looked.sorted() {
            guard let cell = cells.removeValue(forKey: field) else { continue }
            guard case .unsatisfiable(let core) = solve(encoding.literals(cells) + refuted) else {
                cells[field] = cell
                continue
            }
            // Fields that the refutation did not need can be left out at once.
            cells = cells.filter { !core.isDisjoint(with: encoding.literals([$0.key: $0.value])) }
        }
        return cells
    }
}

extension FlowGraph {
    /// The circle that a context goes round, which must be one that never comes to an end.
    func cycle(of cells: [Int]) -> [(place: Int, edge: Int)] {
        var path: [(place: Int, edge: Int)] = []
        var seen: [Int: Int] = [:]
        var place = start
        while seen[place] == nil {
            seen[place] = path.count
            let edge = edge(from: place, for: cells)!
            path.append((place, edge))
            place = places[place].edges[edge].target
        }
        return Array(path[seen[place]!...])
    }
}
