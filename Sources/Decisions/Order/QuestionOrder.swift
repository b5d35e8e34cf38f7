/// How many questions callers are asked before they are told something, and how few would do: the same outcome for everyone, by
/// asking in the order that takes the fewest questions on average.
///
/// Every context counts the same. What a script asks for other reasons than the outcome, an engine cannot know: this is a
/// suggestion.
package struct QuestionOrder: Sendable {
    /// No caller is asked more; nil where the workflow cannot be put together. Nothing where callers go round for ever.
    package private(set) var most: Int?
    /// The mean number of questions that the workflow asks.
    package private(set) var asked = 0.0
    /// The mean number that the plan asks; no order takes fewer.
    package private(set) var needed = 0.0
    /// Nil where the workflow cannot be put together, or the best order was not found within the budget.
    package private(set) var plan: QuestionPlan?
    /// Fields that questions ask for and on which no outcome depends.
    package private(set) var unneeded: [String] = []

    private static let steps = 30_000

    package init(of flow: DecisionFlow, in library: FlowLibrary, budget: ProofBudget = ProofBudget()) {
        let closure = FlowClosure(flow, in: library)
        guard closure.defects.isEmpty else { return }
        let graph = FlowGraph(closure, ContextPartition(closure))
        let table = DiagramTable(DiagramLevels(graph.partition), budget: budget.nodes)
        let order = FlowOrder(graph)
        let relevance = FlowRelevance(graph, order, levelCount: table.cells.count)
        var count = QuestionCount(graph, order, relevance, table)
        most = count.bound()
        do throws(DiagramOverflow) {
            let numbers = try count.numbers(upTo: graph.partition.fields.count + 1)
            most = max(1, table.numbers(numbers).max() ?? 1) - 1
            var outcomes = try OutcomeFunction(graph, order, relevance, table)
            let function = try outcomes.function()
            let total = graph.partition.size.approximate
            for number in table.numbers(numbers) where number > 1 {
                let set = try table.mapping(numbers) { $0 == number ? 1 : 0 }
                asked += Double(number - 1) * table.count(set, graph.partition).approximate / total
            }
            let questions = Set(
                graph.places.compactMap { if case .question(let field) = $0.kind { field } else { nil } })
            let deciding = table.levels(function).map { DiagramLevels.field(of: $0) }
            unneeded = questions.subtracting(deciding).sorted().map { graph.partition.fields[$0].field.name }
            var search = BestOrder(table, graph.partition, asked: questions, steps: Self.steps)
            guard let cost = try search.cost(function) else { return }
            needed = cost
            plan = try search.plan(function, outcomes.endings)
        } catch {}
    }
}

/// What each context is told, as a number.
struct OutcomeFunction {
    private var backward: BackwardReach
    private let graph: FlowGraph
    private let table: DiagramTable
    private let side: LockstepSide
    /// By number; 0 is for those who end nowhere.
    private(set) var endings: [FlowEnding] = [.nowhere]

    init(
        _ graph: FlowGraph, _ order: FlowOrder, _ relevance: FlowRelevance, _ table: DiagramTable
    ) throws(DiagramOverflow) {
        self.graph = graph
        self.table = table
        backward = BackwardReach(graph, order, relevance, table)
        side = LockstepSide(graph, order, heights: order.heights(graph), relevance, table)
    }

    mutating func function() throws(DiagramOverflow) -> Diagram {
        var seeds: [Int: Diagram] = [:]
        var numbers: [FlowEnding: Int] = [.nowhere: 0]
        for place in graph.places.indices where graph.places[place].frame == 0 {
            for (ending, set) in try side.endings(place, .always) {
                if numbers[ending] == nil {
                    numbers[ending] = endings.count
                    endings.append(ending)
                }
                let number = numbers[ending]!
                let marked = try table.mapping(set) { $0 == 0 ? 0 : number }
                seeds[place] = try table.or(seeds[place] ?? .never, marked)
            }
        }
        return try backward.contexts(leadingTo: seeds)
    }
}
