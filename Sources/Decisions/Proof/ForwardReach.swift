/// The contexts with which each place of a graph is reached, in as far as they still matter there.
///
/// At a place where the fields of what follows are known, the fields before it are quantified out: a set says which values of
/// the fields that matter come with some values of the others. Reaching is decided exactly, and a long chain stays small.
struct ForwardReach {
    let graph: FlowGraph
    let order: FlowOrder
    let relevance: FlowRelevance
    let table: DiagramTable
    /// By place.
    private(set) var sets: [Diagram]
    /// By place and edge: whether some context goes that way.
    private(set) var isTaken: [[Bool]]

    init(_ graph: FlowGraph, _ order: FlowOrder, _ relevance: FlowRelevance, _ table: DiagramTable)
        throws(DiagramOverflow)
    {
        self.graph = graph
        self.order = order
        self.relevance = relevance
        self.table = table
        sets = [Diagram](repeating: .never, count: graph.places.count)
        isTaken = graph.places.map { [Bool](repeating: false, count: $0.edges.count) }
        var start = Diagram.always
        for field in relevance.repeated.sorted() {
            start = try table.and(start, table.test(DiagramLevels.asked(field), CellSet([0])))
        }
        sets[graph.start] = try table.keeping(relevance.levels[graph.start], start)
        for number in order.components.indices {
            if order.isCyclic[number] {
                try circulate(order.components[number])
            } else {
                let place = order.components[number][0]
                for (target, set) in try leave(place, with: sets[place]) {
                    sets[target] = try table.or(sets[target], set)
                }
            }
        }
    }

    /// Inside a component, what is new at a place is passed on until nothing is.
    private mutating func circulate(_ members: [Int]) throws(DiagramOverflow) {
        var fresh: [Int: Diagram] = [:]
        var queue = PriorityQueue<Int>()
        let positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        for place in members where sets[place] != .never {
            fresh[place] = sets[place]
            queue.insert(place, priority: -positions[place]!)
        }
        while let place = queue.removeMax() {
            guard let set = fresh.removeValue(forKey: place) else { continue }
            for (target, passed) in try leave(place, with: set) {
                let new = try table.without(passed, sets[target])
                if new == .never { continue }
                sets[target] = try table.or(sets[target], new)
                guard let position = positions[target] else { continue }
                if fresh[target] == nil { queue.insert(target, priority: -position) }
                fresh[target] = try table.or(fresh[target] ?? .never, new)
            }
        }
    }

    /// Where some contexts go from a place.
    private mutating func leave(
        _ place: Int, with arriving: Diagram
    ) throws(DiagramOverflow) -> [(target: Int, set: Diagram)] {
        var rest = arriving
        var passed: [(Int, Diagram)] = []
        for (number, edge) in graph.places[place].edges.enumerated() {
            if rest == .never { break }
            let test = try table.contexts(edge.test)
            let taken = try table.and(test, rest)
            if taken == .never { continue }
            rest = try table.without(rest, test)
            isTaken[place][number] = true
            passed.append((edge.target, try arrive(at: edge.target, from: place, taken)))
        }
        return passed
    }

    /// Contexts as they matter at the target, with the question marked as asked.
    private func arrive(at target: Int, from place: Int, _ taken: Diagram) throws(DiagramOverflow) -> Diagram {
        let kept = relevance.levels[target]
        guard case .question(let field) = graph.places[place].kind, relevance.repeated.contains(field) else {
            return try table.keeping(kept, taken)
        }
        let asked = DiagramLevels.asked(field)
        var others = kept
        others.remove(asked)
        let set = try table.keeping(others, taken)
        return kept.contains(asked) ? try table.and(table.test(asked, CellSet([1])), set) : set
    }
}
