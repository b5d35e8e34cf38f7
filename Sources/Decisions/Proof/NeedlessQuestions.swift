/// Decides whether an answer changes anything: whether two callers who come to the question, alike in every other field that is
/// tested from there on, are ever asked differently afterwards or told something else.
struct NeedlessQuestions {
    enum Verdict {
        /// Some answer changes something, or nobody is asked.
        case matters
        /// With the contexts that are asked, as they matter at the question.
        case needless(Diagram)
        case undecided
    }

    /// How many nodes may be made for one question, and for all.
    private static let nodes = 300_000
    private static let allNodes = 600_000
    /// How finely a field may be cut for all pairs of its answers to be compared.
    private static let cells = 200

    private let reach: ForwardReach
    private let table: DiagramTable
    private let heights: [Int]
    private let budget: Int
    private let limit: Int
    private var samples: SampledPairs
    private let values: LevelSet

    init(_ reach: ForwardReach, budget: Int) {
        self.reach = reach
        table = reach.table
        heights = reach.order.heights(reach.graph)
        self.budget = budget
        limit = reach.table.nodeCount + Self.allNodes
        samples = SampledPairs(reach)
        var values = LevelSet(count: reach.table.cells.count)
        for field in reach.graph.partition.fields.indices { values.insert(DiagramLevels.value(field)) }
        self.values = values
    }

    /// - Parameter field: What is asked at the place.
    mutating func verdict(on place: Int, _ field: Int) throws(DiagramOverflow) -> Verdict {
        let repeated = reach.relevance.repeated
        table.budget = min(table.nodeCount + Self.nodes, limit)
        let asked = try asking(place, field)
        if asked == .never { return .matters }
        if samples.showDifference(after: place, field, among: asked) { return .matters }
        guard table.cells[DiagramLevels.value(field)] <= Self.cells else { return .undecided }
        let open = try table.and(asked, undetermined(asked, field))
        if open == .never { return .needless(asked) }
        var others = try table.renaming(open, DiagramLevels.value(field), to: DiagramLevels.otherValue(field))
        for other in repeated.sorted() {
            others = try table.renaming(others, DiagramLevels.asked(other), to: DiagramLevels.otherAsked(other))
        }
        let pairs = try table.without(table.and(open, others), alike(field))
        if pairs == .never { return .needless(asked) }
        if samples.showDifference(after: place, field, ofPairs: pairs) { return .matters }
        let relevance = reach.relevance
        let askedLevels = repeated.map(DiagramLevels.asked)
        var walks = Lockstep(
            table, LockstepSide(reach.graph, reach.order, heights: heights, relevance, table),
            LockstepSide(
                reach.graph, reach.order, heights: heights, relevance, table,
                value: { $0 == field ? DiagramLevels.otherValue($0) : DiagramLevels.value($0) },
                asked: DiagramLevels.otherAsked),
            stopsAtFirst: true, budget: budget
        ) { left, right in
            let levels = relevance.levels[left]
            return left == right && !levels.contains(DiagramLevels.value(field))
                && !askedLevels.contains { levels.contains($0) }
        }
        try walks.ask(field, Lockstep.State(left: place, right: place, isApart: false), pairs)
        guard try walks.run() else { return .undecided }
        return walks.isApart ? .matters : .needless(asked)
    }

    /// What else can be true of those who may give more than one answer.
    private func undetermined(_ asked: Diagram, _ field: Int) throws(DiagramOverflow) -> Diagram {
        let level = DiagramLevels.value(field)
        let values = try table.keeping(values, asked)
        var one = Diagram.never
        var several = Diagram.never
        for cell in 0..<table.cells[level] {
            let answering = try table.restricting(values, level: level, to: cell)
            several = try table.or(several, table.and(one, answering))
            one = try table.or(one, answering)
        }
        return several
    }

    /// The pairs who give the same answer.
    private func alike(_ field: Int) throws(DiagramOverflow) -> Diagram {
        var result = Diagram.never
        for cell in 0..<table.cells[DiagramLevels.value(field)] {
            let set = CellSet([cell])
            let both = try table.and(
                table.test(DiagramLevels.value(field), set), table.test(DiagramLevels.otherValue(field), set))
            result = try table.or(result, both)
        }
        return result
    }

    /// The contexts that arrive and were not asked before.
    private func asking(_ place: Int, _ field: Int) throws(DiagramOverflow) -> Diagram {
        guard reach.relevance.repeated.contains(field) else { return reach.sets[place] }
        return try table.and(reach.sets[place], table.test(DiagramLevels.asked(field), CellSet([0])))
    }
}
