/// Finds for a finding the smallest caller of whom it is true, and counts such callers.
struct Witnesses {
    /// Who is sought.
    enum Target {
        /// Callers who take one of these edges.
        case edges([(place: Int, edge: Int)])
        /// Callers who come to a place with a context in its set.
        case contexts([Int: Diagram])
        /// Callers whose context at the start is in a set.
        case start(Diagram)
    }

    private let graph: FlowGraph
    private let table: DiagramTable
    private var backward: BackwardReach
    private var tests: TakenTests
    private var left: Int
    private let budget: ProofBudget
    private var isSpent = false

    init(_ reach: ForwardReach, _ budget: ProofBudget) {
        graph = reach.graph
        table = reach.table
        backward = BackwardReach(reach.graph, reach.order, reach.relevance, reach.table)
        tests = TakenTests(reach.graph, reach.table)
        self.budget = budget
        left = budget.witnesses
    }

    /// Completes a finding; it stays as it is where the budget is spent.
    mutating func complete(_ finding: inout FlowFinding, _ target: Target) {
        guard left > 0, !isSpent else { return }
        left -= 1
        table.budget = table.nodeCount + budget.witnessNodes
        do throws(DiagramOverflow) {
            let set = try contexts(target)
            var smallest = SmallestWitness(table)
            finding.witness = smallest.witness(of: set).map { graph.partition.caller(in: $0) }
            finding.callers = table.count(set, graph.partition)
        } catch {
            isSpent = true
        }
    }

    private mutating func contexts(_ target: Target) throws(DiagramOverflow) -> Diagram {
        switch target {
        case .start(let set): return set
        case .contexts(let seeds): return try backward.contexts(leadingTo: seeds)
        case .edges(let edges):
            var seeds: [Int: Diagram] = [:]
            for (place, edge) in edges {
                seeds[place] = try table.or(seeds[place] ?? .never, tests.at(place)[edge])
            }
            return try backward.contexts(leadingTo: seeds)
        }
    }
}
