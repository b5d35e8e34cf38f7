/// One of two walks that are compared: a graph, and where its caller's fields stand among the levels.
struct LockstepSide {
    let graph: FlowGraph
    let relevance: FlowRelevance
    let value: (Int) -> Int
    let asked: (Int) -> Int
    /// By place, the longest way to an end: of two walks, the one that has further to go goes first.
    let heights: [Int]
    private let table: DiagramTable
    private var tests: TakenTests
    private let order: FlowOrder
    /// By place of a component that was come to, the contexts that never come to an end from there.
    private var endless: [Int: Diagram] = [:]
    private var examined: Set<Int> = []
    private var mapped: [LevelSet: LevelSet] = [:]

    /// - Parameter heights: Those of the order.
    init(
        _ graph: FlowGraph, _ order: FlowOrder, heights: [Int], _ relevance: FlowRelevance, _ table: DiagramTable,
        value: @escaping (Int) -> Int = DiagramLevels.value, asked: @escaping (Int) -> Int = DiagramLevels.asked
    ) {
        self.graph = graph
        self.relevance = relevance
        self.value = value
        self.asked = asked
        self.table = table
        self.order = order
        self.heights = heights
        tests = TakenTests(graph, table, level: value)
    }

    private mutating func endless(_ place: Int) throws(DiagramOverflow) -> Diagram? {
        let component = order.component[place]
        guard order.isCyclic[component] else { return nil }
        if examined.insert(component).inserted {
            let members = order.components[component]
            var caught = Dictionary(uniqueKeysWithValues: members.map { ($0, Diagram.always) })
            try tests.shrink(&caught, members)
            endless.merge(caught) { $1 }
        }
        return endless[place]
    }

    func isEnd(_ place: Int) -> Bool {
        switch graph.places[place].kind {
        case .outcome, .stop: true
        case .question, .silent: false
        }
    }

    func question(_ place: Int) -> Int? {
        if case .question(let field) = graph.places[place].kind { field } else { nil }
    }

    /// Where contexts go from a place; who would never come to an end goes nowhere at once.
    mutating func leave(
        _ place: Int, _ set: Diagram
    ) throws(DiagramOverflow) -> [(target: Int, set: Diagram)] {
        var set = set
        var ways: [(Int, Diagram)] = []
        if let lost = try endless(place) {
            ways.append((FlowGraph.Stop.gap.rawValue, try table.and(set, lost)))
            set = try table.without(set, lost)
        }
        for (number, test) in try tests.at(place).enumerated() {
            ways.append((graph.places[place].edges[number].target, try table.and(test, set)))
        }
        return ways.filter { $0.1 != .never }
    }

    /// What contexts are told at an end.
    func endings(_ place: Int, _ set: Diagram) throws(DiagramOverflow) -> [(ending: FlowEnding, set: Diagram)] {
        switch graph.places[place].kind {
        case .question, .silent: return []
        case .stop(let stop): return [(stop == .outside ? .undeclared : .nowhere, set)]
        case .outcome(let outcome):
            var parts: [(requirements: [String], set: Diagram)] = [([], set)]
            for (requirement, condition) in zip(outcome.outcome.requirements, outcome.conditions) {
                let demanding = try table.contexts(condition, level: value)
                var split: [([String], Diagram)] = []
                for (requirements, set) in parts {
                    split.append((requirements + [requirement.id], try table.and(demanding, set)))
                    split.append((requirements, try table.without(set, demanding)))
                }
                parts = split.filter { $0.1 != .never }
            }
            return parts.map { (.told(ResolvedOutcome(outcome.outcome, $0.requirements)), $0.set) }
        }
    }

    /// The levels that still matter at a place, as this side has them.
    mutating func levels(_ place: Int) -> LevelSet {
        let levels = relevance.levels[place]
        if let known = mapped[levels] { return known }
        var result = LevelSet(count: table.cells.count)
        for field in 0..<table.cells.count / DiagramLevels.each {
            if levels.contains(DiagramLevels.value(field)) { result.insert(value(field)) }
            if levels.contains(DiagramLevels.asked(field)) { result.insert(asked(field)) }
        }
        mapped[levels] = result
        return result
    }
}

/// How a walk ends.
package enum FlowEnding: Hashable, Sendable {
    case told(ResolvedOutcome)
    /// Without an outcome: no answer or entry matches, a step is missing, or the caller goes round for ever.
    case nowhere
    /// The edition does not declare a value that this caller has.
    case undeclared
}

extension FlowOrder {
    /// By place, the longest way to an end, where a component counts as many steps as it has places.
    func heights(_ graph: FlowGraph) -> [Int] {
        var heights = [Int](repeating: 0, count: graph.places.count)
        for (number, members) in components.enumerated().reversed() {
            let next =
                members.lazy.flatMap { graph.places[$0].edges }.map(\.target)
                .filter { component[$0] != number }.map { heights[$0] + 1 }.max() ?? 0
            for place in members { heights[place] = next + members.count - 1 }
        }
        return heights
    }
}
