/// A layer for each node, so that ways lead downwards; between two layers of nodes there is one for labels.
struct Layering {
    /// The even numbers are of nodes.
    private(set) var layer: [Int]
    /// For each edge, whether it is drawn upwards, because it leads back.
    private(set) var isReversed: [Bool]
    private(set) var count: Int

    /// - Parameter edges: Without those that lead from a node to itself.
    init(nodeCount: Int, _ edges: [Drawing.Edge], start: Int?) {
        var next = [[Int]](repeating: [], count: nodeCount)
        for edge in edges { next[edge.from].append(edge.to) }
        var back: Set<Int> = []
        var seen = [Bool](repeating: false, count: nodeCount)
        var order: [Int] = []
        let walk = DepthFirst(next)
        let incoming = Set(edges.map(\.to))
        let roots =
            (start.map { [$0] } ?? []) + (0..<nodeCount).filter { !incoming.contains($0) } + Array(0..<nodeCount)
        for root in roots {
            walk.visit(root, &seen, &order) { back.insert($0 * nodeCount + $1) }
        }
        isReversed = edges.map { back.contains($0.from * nodeCount + $0.to) }
        var forwards = [[Int]](repeating: [], count: nodeCount)
        for (edge, isReversed) in zip(edges, isReversed) {
            forwards[isReversed ? edge.to : edge.from].append(isReversed ? edge.from : edge.to)
        }
        var depth = [Int](repeating: 0, count: nodeCount)
        // A finished node comes before those that lead to it.
        let sorted = order.reversed()
        for node in sorted { for target in forwards[node] { depth[target] = max(depth[target], depth[node] + 1) } }
        // What nothing leads to stands just above what it leads to.
        for node in sorted where node != start && !incoming.contains(node) {
            if let nearest = forwards[node].map({ depth[$0] }).min() { depth[node] = max(depth[node], nearest - 1) }
        }
        layer = depth.map { $0 * 2 }
        count = (layer.max() ?? 0) + 1
    }
}
