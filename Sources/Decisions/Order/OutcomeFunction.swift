/// Which outcome each context comes to, as a number.
///
/// A requirement with a condition stays as it is written: it is told with its condition, and need not be decided first.
struct OutcomeFunction {
    private var backward: BackwardReach
    private let graph: FlowGraph
    private let table: DiagramTable
    /// By number; none at 0, for those who end nowhere.
    private(set) var outcomes: [Outcome?] = [nil]

    init(
        _ graph: FlowGraph, _ order: FlowOrder, _ relevance: FlowRelevance, _ table: DiagramTable
    ) throws(DiagramOverflow) {
        self.graph = graph
        self.table = table
        backward = BackwardReach(graph, order, relevance, table)
    }

    mutating func function() throws(DiagramOverflow) -> Diagram {
        var seeds: [Int: Diagram] = [:]
        var numbers: [Outcome: Int] = [:]
        for place in graph.places.indices where graph.places[place].frame == 0 {
            guard case .outcome(let told) = graph.places[place].kind else { continue }
            if numbers[told.outcome] == nil {
                numbers[told.outcome] = outcomes.count
                outcomes.append(told.outcome)
            }
            seeds[place] = .leaf(numbers[told.outcome]!)
        }
        return try backward.contexts(leadingTo: seeds)
    }
}
