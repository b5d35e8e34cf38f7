/// Finds which outcomes callers can come to by each way of a workflow, and who does.
struct CoveredParts {
    private let graph: FlowGraph
    private let flow: DecisionFlow
    private let order: FlowOrder
    private let relevance: FlowRelevance
    private let table: DiagramTable
    private var backward: BackwardReach
    private var tests: TakenTests
    /// For each part, the contexts with which its way is taken, at the place it leads on from.
    private var seeds: [ScenarioCoverage.Part: [Int: Diagram]] = [:]

    init(_ graph: FlowGraph, _ flow: DecisionFlow, _ budget: ProofBudget) {
        self.graph = graph
        self.flow = flow
        order = FlowOrder(graph)
        let levels = DiagramLevels(graph.partition)
        relevance = FlowRelevance(graph, order, levelCount: levels.count)
        table = DiagramTable(levels, budget: budget.nodes)
        backward = BackwardReach(graph, order, relevance, table)
        tests = TakenTests(graph, table)
    }

    /// In the order of the steps, then of the outcomes.
    mutating func parts() throws(DiagramOverflow) -> [ScenarioCoverage.Part] {
        let reach = try ForwardReach(graph, order, relevance, table)
        let steps = Dictionary(flow.steps.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for step in flow.steps {
            guard case .outcome = step.kind, let end = graph.steps[step.name], reach.sets[end] != .never else {
                continue
            }
            let sets = try backward.sets(leadingTo: [end: .always])
            if end == graph.start {
                let part = ScenarioCoverage.Part(way: graph.places[end].location, outcome: step.name)
                seeds[part] = [end: .always]
            }
            for (place, arriving) in reach.sets.enumerated() where arriving != .never {
                for (number, edge) in graph.places[place].edges.enumerated() {
                    guard edge.frame == 0, edge.origin.ordinal != nil, let after = sets[edge.target] else { continue }
                    let before = try backward.before(after, place)
                    let taken = try table.and(tests.at(place)[number], before)
                    if try table.and(arriving, taken) == .never { continue }
                    let part = ScenarioCoverage.Part(way: edge.origin, outcome: step.name)
                    seeds[part, default: [:]][place] = taken
                }
            }
        }
        return seeds.keys.sorted { left, right in
            let left = [steps[left.way.step]!, left.way.ordinal ?? -1, steps[left.outcome]!]
            let right = [steps[right.way.step]!, right.way.ordinal ?? -1, steps[right.outcome]!]
            return left.lexicographicallyPrecedes(right)
        }
    }

    /// The smallest caller in a part, by cells.
    mutating func witness(_ part: ScenarioCoverage.Part) throws(DiagramOverflow) -> [Int: Int]? {
        var smallest = SmallestWitness(table)
        return smallest.witness(of: try backward.contexts(leadingTo: seeds[part] ?? [:]))
    }
}
