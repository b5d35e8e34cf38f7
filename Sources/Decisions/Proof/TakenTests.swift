/// The contexts that take each edge of a place, of all that there may be: those whom the edge's test accepts and no earlier one.
struct TakenTests {
    private let graph: FlowGraph
    private let table: DiagramTable
    /// The level of a field's value.
    private let level: (Int) -> Int
    private var known: [Int: [Diagram]] = [:]

    init(_ graph: FlowGraph, _ table: DiagramTable, level: @escaping (Int) -> Int = DiagramLevels.value) {
        self.graph = graph
        self.table = table
        self.level = level
    }

    /// - Returns: As many as the place has edges.
    mutating func at(_ place: Int) throws(DiagramOverflow) -> [Diagram] {
        if let tests = known[place] { return tests }
        var rest = Diagram.always
        var tests: [Diagram] = []
        for edge in graph.places[place].edges {
            let test = try table.contexts(edge.test, level: level)
            tests.append(try table.and(test, rest))
            rest = try table.without(rest, test)
        }
        known[place] = tests
        return tests
    }

    /// Leaves, of the contexts at the places of a component, those who never get out: the greatest sets from which every context goes on to a place in whose set it is.
    mutating func shrink(_ caught: inout [Int: Diagram], _ members: [Int]) throws(DiagramOverflow) {
        var queue = MemberQueue(members, graph)
        while let place = queue.next() {
            guard let set = caught[place] else { continue }
            var staying = Diagram.never
            for (number, edge) in graph.places[place].edges.enumerated() {
                guard let next = caught[edge.target] else { continue }
                staying = try table.or(staying, table.and(next, at(place)[number]))
            }
            let left = try table.and(set, staying)
            if left == set { continue }
            caught[place] = left == .never ? nil : left
            queue.insertPredecessors(of: place)
        }
    }
}
