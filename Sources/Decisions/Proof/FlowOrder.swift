/// The places of a graph in an order in which ways lead forwards, except inside a component, where they may lead round.
struct FlowOrder {
    /// Forwards: what a component leads to comes after it.
    private(set) var components: [[Int]] = []
    /// The component of each place.
    private(set) var component: [Int]
    /// Whether a way leads from the component back into it.
    private(set) var isCyclic: [Bool] = []

    init(_ graph: FlowGraph) {
        component = [Int](repeating: -1, count: graph.places.count)
        collect(graph)
        components.reverse()
        for (number, members) in components.enumerated() {
            for place in members { component[place] = number }
        }
        isCyclic = components.enumerated().map { number, members in
            members.count > 1
                || graph.places[members[0]].edges.contains { component[$0.target] == number }
        }
    }

    /// Tarjan's algorithm, with a stack of its own: workflows may be long.
    private mutating func collect(_ graph: FlowGraph) {
        let count = graph.places.count
        var numbers = [Int](repeating: -1, count: count)
        var lowest = [Int](repeating: 0, count: count)
        var isOpen = [Bool](repeating: false, count: count)
        var open: [Int] = []
        var next = 0
        for root in 0..<count where numbers[root] < 0 {
            var visits = [(place: root, edge: 0)]
            while let (place, edge) = visits.last {
                if edge == 0 {
                    numbers[place] = next
                    lowest[place] = next
                    next += 1
                    open.append(place)
                    isOpen[place] = true
                }
                let edges = graph.places[place].edges
                if edge < edges.count {
                    visits[visits.count - 1].edge += 1
                    let target = edges[edge].target
                    if numbers[target] < 0 {
                        visits.append((target, 0))
                    } else if isOpen[target] {
                        lowest[place] = min(lowest[place], numbers[target])
                    }
                    continue
                }
                visits.removeLast()
                if let (parent, _) = visits.last { lowest[parent] = min(lowest[parent], lowest[place]) }
                guard lowest[place] == numbers[place] else { continue }
                var members: [Int] = []
                repeat {
                    members.append(open.removeLast())
                    isOpen[members[members.count - 1]] = false
                } while members[members.count - 1] != place
                components.append(members.reversed())
            }
        }
    }
}
