/// How many questions callers are asked before they are told something, and how few would do: the same outcome for everyone, by
/// asking in another order and for nothing that does not matter any more.
///
/// What a script asks for other reasons than the outcome, an engine cannot know: this is a suggestion. A field for which any
/// question asks has to be asked for; others are known.
package struct QuestionOrder: Sendable {
    /// No caller is asked more; nil where the workflow cannot be put together. Nothing where callers go round for ever.
    package private(set) var most: Int?
    /// The mean number of questions that the workflow asks; nil where it was not found within the budget.
    package private(set) var asked: Double?
    /// Nil where the workflow cannot be put together, or no order was found within the budget.
    package private(set) var plan: QuestionPlan?
    /// The mean number that the plan asks.
    package private(set) var needed = 0.0
    /// No order asks less than the plan.
    package private(set) var isBest = false
    /// Fields that questions ask for and on which no outcome depends.
    package private(set) var unneeded: [String] = []
    /// Fields that a branch looks at on some way without a question for them: they have to be known from elsewhere, or a run asks
    /// for them without words, and they are counted as no questions.
    package private(set) var assumed: [String] = []

    private static let searchSteps = 30_000
    private static let guessSteps = 3_000_000

    /// - Parameter callers: For whom the means are taken.
    package init(
        of flow: DecisionFlow, in library: FlowLibrary, callers: CallerDistribution = .even,
        budget: ProofBudget = ProofBudget()
    ) {
        let closure = FlowClosure(flow, in: library)
        guard closure.defects.isEmpty else { return }
        let graph = FlowGraph(closure, ContextPartition(closure, for: callers))
        guard graph.isWhole else { return }
        let likelihoods = graph.partition.fields.map(callers.likelihoods)
        let table = DiagramTable(DiagramLevels(graph.partition), budget: budget.nodes)
        let order = FlowOrder(graph)
        let relevance = FlowRelevance(graph, order, levelCount: table.cells.count)
        assumed = AssumedFields(graph, order).fields.map { graph.partition.fields[$0].field.name }
        var count = QuestionCount(graph, order, relevance, table)
        most = count.bound()
        do throws(DiagramOverflow) {
            let numbers = try count.numbers(upTo: graph.partition.fields.count + 1)
            most = max(1, table.numbers(numbers).max() ?? 1) - 1
            asked = table.mean(try table.mapping(numbers) { max($0 - 1, 0) }, likelihoods)
            var outcomes = try OutcomeFunction(graph, order, relevance, table)
            let function = try outcomes.function()
            let questions = Set(
                graph.places.compactMap { if case .question(let field) = $0.kind { field } else { nil } })
            let deciding = table.levels(function).map { DiagramLevels.field(of: $0) }
            unneeded = questions.subtracting(deciding).subtracting(graph.consulted).sorted().map {
                graph.partition.fields[$0].field.name
            }
            // Where an answer counts for more than the outcome, an order that is best for the outcome says nothing.
            guard graph.consulted.isDisjoint(with: questions) else { return }
            for choice in [PlanSearch.Choice.best, .likely] {
                var search = PlanSearch(
                    table, graph.partition, likelihoods, asked: questions, choice,
                    steps: choice == .best ? Self.searchSteps : Self.guessSteps)
                guard let cost = try search.cost(function) else { continue }
                needed = cost
                isBest = choice == .best
                plan = try search.plan(function, outcomes.outcomes)
                break
            }
        } catch {}
    }
}
