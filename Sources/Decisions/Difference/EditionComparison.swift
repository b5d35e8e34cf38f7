/// Walks two editions of a workflow side by side and describes who is affected.
struct EditionComparison {
    private let partition: ContextPartition
    private let graphs: [FlowGraph]
    private let orders: [FlowOrder]
    private let table: DiagramTable
    private let budget: ProofBudget
    private var kinds: [Kind] = []

    /// A way in which editions differ.
    private struct Kind: Hashable {
        let before: FlowEnding
        let after: FlowEnding
    }

    init(_ graphs: [FlowGraph], _ partition: ContextPartition, _ budget: ProofBudget) {
        self.partition = partition
        self.budget = budget
        self.graphs = graphs
        orders = graphs.map { FlowOrder($0) }
        let places = graphs.map(\.places.count).reduce(0, +)
        table = DiagramTable(DiagramLevels(partition), budget: budget.nodes(places: places))
    }

    /// Nil where there are too many pairs of steps to look at.
    mutating func changes() throws(DiagramOverflow) -> [BehaviouralDifference.Change]? {
        let relevances = zip(graphs, orders).map { FlowRelevance($0, $1, levelCount: table.cells.count) }
        var classes = BehaviourClasses()
        let left = classes.number(graphs[0], orders[0])
        let right = classes.number(graphs[1], orders[1])
        let sides = zip(zip(graphs, orders), relevances).map {
            LockstepSide($0.0, $0.1, heights: $0.1.heights($0.0), $1, table)
        }
        var walks = Lockstep(table, sides[0], sides[1], stopsAtFirst: false, budget: budget.pairs) {
            left[$0] == right[$1]
        }
        let repeated = relevances[0].repeated.union(relevances[1].repeated)
        var unasked = Diagram.always
        for field in repeated.sorted() {
            unasked = try table.and(unasked, table.test(DiagramLevels.asked(field), CellSet([0])))
        }
        let start = Lockstep.State(left: graphs[0].start, right: graphs[1].start, isApart: false)
        try walks.add(unasked, at: start)
        guard try walks.run() else { return nil }
        let affected = try affected(walks, start, repeated)
        return try describe(affected)
    }

    /// By context at the start, which kind of difference awaits it: its place in the list of kinds plus one, or 0.
    private mutating func affected(
        _ walks: Lockstep, _ start: Lockstep.State, _ repeated: Set<Int>
    ) throws(DiagramOverflow) -> Diagram {
        var numbers: [Kind: Int] = [:]
        var sets: [Lockstep.State: Diagram] = [:]
        for difference in walks.differences {
            let kind = Kind(before: difference.left, after: difference.right)
            if numbers[kind] == nil {
                kinds.append(kind)
                numbers[kind] = kinds.count
            }
            let number = numbers[kind]!
            let marked = try table.mapping(difference.contexts) { $0 == 0 ? 0 : number }
            sets[difference.state] = try table.or(sets[difference.state] ?? .never, marked)
        }
        // Transitions were noted on the way there, so most of what follows a pair was noted after it.
        var isStable = false
        while !isStable {
            isStable = true
            for transition in walks.transitions.reversed() {
                guard var set = sets[transition.to] else { continue }
                if let field = transition.asks, repeated.contains(field) {
                    set = try table.restricting(set, level: DiagramLevels.asked(field), to: 1)
                }
                let known = sets[transition.from] ?? .never
                let more = try table.or(known, table.and(transition.contexts, set))
                if more == known { continue }
                sets[transition.from] = more
                isStable = false
            }
        }
        var result = sets[start] ?? .never
        for field in repeated.sorted() {
            result = try table.restricting(result, level: DiagramLevels.asked(field), to: 0)
        }
        return result
    }

    private func describe(_ affected: Diagram) throws(DiagramOverflow) -> [BehaviouralDifference.Change] {
        var changes: [BehaviouralDifference.Change] = []
        let cover = BoxCover(table, partition, limit: budget.groups)
        for (place, kind) in kinds.enumerated() {
            let contexts = try table.mapping(affected) { $0 == place + 1 ? 1 : 0 }
            if contexts == .never { continue }
            let boxes = try cover.cover(of: contexts)
            changes.append(
                BehaviouralDifference.Change(
                    before: kind.before, after: kind.after, groups: boxes.boxes.map(group),
                    callers: table.count(contexts, partition), isComplete: boxes.isComplete,
                    isSmallest: boxes.isSmallest))
        }
        return changes
    }

    private func group(_ box: ContextBox) -> BehaviouralDifference.Group {
        let cells = partition.fields.indices.map { box.cells[$0]?.cells[0] ?? 0 }
        return BehaviouralDifference.Group(box, witness: cells, graphs, partition)
    }
}

extension BehaviouralDifference.Group {
    /// - Parameters:
    ///   - witness: The cells of one of the callers.
    ///   - graphs: Both editions.
    init(_ box: ContextBox, witness cells: [Int], _ graphs: [FlowGraph], _ partition: ContextPartition) {
        let walks = graphs.map { GraphWalker(graph: $0).walk(cells) }
        let looked = walks.reduce(Set(box.cells.keys)) { $0.union($1.looked) }
        condition = CallerGroup(box, partition)
        witness = partition.caller(in: Dictionary(uniqueKeysWithValues: looked.map { ($0, cells[$0]) }))
        askedBefore = walks[0].asked.map { partition.fields[$0].field.name }
        askedAfter = walks[1].asked.map { partition.fields[$0].field.name }
    }
}

extension GraphWalker {
    /// The fields that a context is asked for, in order, all that are looked at on its walk, and how it ends.
    func walk(_ cells: [Int]) -> (asked: [Int], looked: Set<Int>, ending: FlowEnding) {
        var asked: [Int] = []
        var looked: Set<Int> = []
        var seen: Set<Int> = []
        var place = graph.start
        var ending = FlowEnding.nowhere
        while seen.insert(place).inserted {
            let here = graph.places[place]
            if case .stop(.outside) = here.kind { ending = .undeclared }
            if case .question(let field) = here.kind, !asked.contains(field) { asked.append(field) }
            if case .outcome(let outcome) = here.kind {
                for condition in outcome.conditions { condition.collectFields(&looked) }
                ending = .told(outcome.resolved(for: cells))
            }
            for edge in here.edges {
                edge.test.collectFields(&looked)
                if edge.test.holds(for: cells) {
                    place = edge.target
                    break
                }
            }
        }
        return (asked, looked, ending)
    }
}
