/// How many questions each context is asked on its walk from the start; each field once.
struct QuestionCount {
    private let graph: FlowGraph
    private let order: FlowOrder
    private let repeated: Set<Int>
    private let table: DiagramTable
    private var tests: TakenTests

    init(_ graph: FlowGraph, _ order: FlowOrder, _ relevance: FlowRelevance, _ table: DiagramTable) {
        self.graph = graph
        self.order = order
        self.table = table
        repeated = relevance.repeated
        tests = TakenTests(graph, table)
    }

    /// An upper bound that looks at no conditions: the questions on the longest way, and the fields that are asked for.
    func bound() -> Int {
        var longest = [Int](repeating: 0, count: order.components.count)
        var fields: Set<Int> = []
        for (number, members) in order.components.enumerated().reversed() {
            for place in members {
                if case .question(let field) = graph.places[place].kind {
                    fields.insert(field)
                    longest[number] += 1
                }
            }
            longest[number] +=
                members.lazy.flatMap { graph.places[$0].edges }.map { order.component[$0.target] }
                .filter { $0 != number }.map { longest[$0] }.max() ?? 0
        }
        return min(fields.count, longest[order.component[graph.start]])
    }

    /// The count plus one, by context; counts above a limit are one above it. Who goes round for ever has no meaning here.
    mutating func numbers(upTo limit: Int) throws(DiagramOverflow) -> Diagram {
        var sets = [Diagram](repeating: .never, count: graph.places.count)
        for (number, members) in order.components.enumerated().reversed() {
            guard order.isCyclic[number] else {
                sets[members[0]] = try numbers(at: members[0], sets, limit)
                continue
            }
            var queue = MemberQueue(members, graph)
            while let place = queue.next() {
                let set = try numbers(at: place, sets, limit)
                if set == sets[place] { continue }
                sets[place] = set
                queue.insertPredecessors(of: place)
            }
        }
        var start = sets[graph.start]
        for field in repeated.sorted() {
            start = try table.restricting(start, level: DiagramLevels.asked(field), to: 0)
        }
        return start
    }

    private mutating func numbers(at place: Int, _ sets: [Diagram], _ limit: Int) throws(DiagramOverflow) -> Diagram {
        let edges = graph.places[place].edges
        if edges.isEmpty { return .always }
        var result = Diagram.never
        for (test, edge) in zip(try tests.at(place), edges) where test != .never {
            result = try table.or(result, table.and(test, before(sets[edge.target], place, limit)))
        }
        return result
    }

    private func before(_ set: Diagram, _ place: Int, _ limit: Int) throws(DiagramOverflow) -> Diagram {
        guard case .question(let field) = graph.places[place].kind else { return set }
        func more(_ set: Diagram) throws(DiagramOverflow) -> Diagram {
            try table.mapping(set) { $0 == 0 ? 0 : min($0 + 1, limit + 2) }
        }
        guard repeated.contains(field) else { return try more(set) }
        let level = DiagramLevels.asked(field)
        let after = try table.restricting(set, level: level, to: 1)
        return try table.or(
            table.and(table.test(level, CellSet([0])), more(after)), table.and(table.test(level, CellSet([1])), after))
    }
}
