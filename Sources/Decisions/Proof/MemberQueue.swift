/// The places of a component that are still to be looked at, until nothing changes any more: those later in the order first.
struct MemberQueue {
    private let members: [Int]
    private var positions: [Int: Int] = [:]
    private var predecessors: [Int: [Int]] = [:]
    private var isWaiting: Set<Int> = []
    private var queue = PriorityQueue<Int>()

    /// - Parameter members: One component of a graph, in order; all of them are to be looked at.
    init(_ members: [Int], _ graph: FlowGraph) {
        self.members = members
        for (position, place) in members.enumerated() { positions[place] = position }
        for place in members {
            for edge in graph.places[place].edges where positions[edge.target] != nil {
                predecessors[edge.target, default: []].append(place)
            }
        }
        for place in members { insert(place) }
    }

    private mutating func insert(_ place: Int) {
        if isWaiting.insert(place).inserted { queue.insert(place, priority: positions[place]!) }
    }

    /// What leads to a place has to be looked at again.
    mutating func insertPredecessors(of place: Int) {
        for predecessor in predecessors[place] ?? [] { insert(predecessor) }
    }

    mutating func next() -> Int? {
        guard let place = queue.removeMax() else { return nil }
        isWaiting.remove(place)
        return place
    }
}
