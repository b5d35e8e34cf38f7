/// Finds the ways round a graph that some context goes for ever. A circle of edges that no context follows all the way is none.
struct RealCycles {
    struct Cycle {
        /// In the order of going round, from the place where the walk first comes to it.
        let places: [Int]
        /// The contexts that go round it, at its first place.
        let contexts: Diagram
    }

    static let limit = 100

    private let reach: ForwardReach
    private let table: DiagramTable
    private var tests: TakenTests

    init(_ reach: ForwardReach) {
        self.reach = reach
        table = reach.table
        tests = TakenTests(reach.graph, reach.table)
    }

    /// Every cycle once, up to the limit.
    mutating func find() throws(DiagramOverflow) -> [Cycle] {
        var cycles: [Cycle] = []
        for (number, members) in reach.order.components.enumerated() where reach.order.isCyclic[number] {
            var values = LevelSet(count: table.cells.count)
            for level in stride(from: 0, to: table.cells.count, by: DiagramLevels.each) { values.insert(level) }
            var caught: [Int: Diagram] = [:]
            for place in members {
                let arriving = try table.keeping(values, reach.sets[place])
                if arriving != .never { caught[place] = arriving }
            }
            while cycles.count < Self.limit {
                try tests.shrink(&caught, members)
                guard let first = members.first(where: { caught[$0] != nil }) else { break }
                let cycle = try follow(from: first, caught[first]!)
                cycles.append(cycle)
                let head = cycle.places[0]
                let others = try table.without(caught[head] ?? .never, cycle.contexts)
                caught[head] = others == .never ? nil : others
            }
        }
        return cycles
    }

    /// Walks one context of a set until it comes to a place again.
    private mutating func follow(from place: Int, _ set: Diagram) throws(DiagramOverflow) -> Cycle {
        var cells = [Int](repeating: 0, count: table.cells.count)
        var here = set
        while here.number == nil {
            let edge = table.edges(here).first { $0.child != .never }!
            cells[table.level(here)] = edge.cells.lowerBound
            here = edge.child
        }
        let context = stride(from: 0, to: cells.count, by: DiagramLevels.each).map { cells[$0] }
        var path: [Int] = []
        var seen: Set<Int> = []
        var next = place
        while seen.insert(next).inserted {
            path.append(next)
            next = reach.graph.next(after: next, for: context)!.target
        }
        let places = Array(path[path.firstIndex(of: next)!...])
        var contexts = Diagram.always
        for place in places {
            let number = reach.graph.edge(from: place, for: context)!
            contexts = try table.and(contexts, tests.at(place)[number])
        }
        return Cycle(places: places, contexts: contexts)
    }
}

extension FlowGraph {
    /// The number of the edge that a context takes from a place; nil at an end.
    func edge(from place: Int, for cells: [Int]) -> Int? {
        places[place].edges.firstIndex { $0.test.holds(for: cells) }
    }

    func next(after place: Int, for cells: [Int]) -> Edge? {
        edge(from: place, for: cells).map { places[place].edges[$0] }
    }
}
