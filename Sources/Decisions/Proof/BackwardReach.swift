/// The contexts from which a walk through a graph comes to given places, over all fields.
struct BackwardReach {
    private let graph: FlowGraph
    private let order: FlowOrder
    private let relevance: FlowRelevance
    private let table: DiagramTable
    private var tests: TakenTests

    init(_ graph: FlowGraph, _ order: FlowOrder, _ relevance: FlowRelevance, _ table: DiagramTable) {
        self.graph = graph
        self.order = order
        self.relevance = relevance
        self.table = table
        tests = TakenTests(graph, table)
    }

    /// - Parameter seeds: For places, the contexts there that are sought. They may carry numbers above 1, which are kept.
    /// - Returns: The contexts at the start, by their values alone.
    mutating func contexts(leadingTo seeds: [Int: Diagram]) throws(DiagramOverflow) -> Diagram {
        try atStart(sets(leadingTo: seeds)[graph.start] ?? .never)
    }

    /// By place, the contexts there from which a walk comes to a place that is sought.
    mutating func sets(leadingTo seeds: [Int: Diagram]) throws(DiagramOverflow) -> [Int: Diagram] {
        var sets = seeds
        guard let last = seeds.keys.map({ order.component[$0] }).max() else { return sets }
        for number in (0...last).reversed() {
            guard order.isCyclic[number] else {
                let place = order.components[number][0]
                if let set = try contexts(at: place, seeds[place], sets) { sets[place] = set }
                continue
            }
            var queue = MemberQueue(order.components[number], graph)
            while let place = queue.next() {
                guard let set = try contexts(at: place, seeds[place], sets), set != sets[place] else { continue }
                sets[place] = set
                queue.insertPredecessors(of: place)
            }
        }
        return sets
    }

    /// Before the first question nothing was asked.
    private func atStart(_ set: Diagram) throws(DiagramOverflow) -> Diagram {
        var set = set
        for field in relevance.repeated.sorted() {
            set = try table.restricting(set, level: DiagramLevels.asked(field), to: 0)
        }
        return set
    }

    /// Nil where nothing that is sought comes after a place.
    private mutating func contexts(
        at place: Int, _ seed: Diagram?, _ sets: [Int: Diagram]
    ) throws(DiagramOverflow) -> Diagram? {
        var result = seed
        for (number, edge) in graph.places[place].edges.enumerated() {
            guard let after = sets[edge.target], after != .never else { continue }
            let taken = try table.and(tests.at(place)[number], before(after, place))
            result = try table.or(result ?? .never, taken)
        }
        return result
    }

    /// What holds after a place, as it looks before its question was asked.
    func before(_ set: Diagram, _ place: Int) throws(DiagramOverflow) -> Diagram {
        guard case .question(let field) = graph.places[place].kind, relevance.repeated.contains(field) else {
            return set
        }
        return try table.restricting(set, level: DiagramLevels.asked(field), to: 1)
    }
}
