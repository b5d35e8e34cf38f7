/// For each node that can be reached, the last one before it that every way from the start passes.
struct DominatorTree {
    /// The reached nodes, each after the ones that dominate it.
    private(set) var order: [Int] = []
    private(set) var parent: [Int?]
    private(set) var children: [[Int]]

    /// By the algorithm of Cooper, Harvey and Kennedy.
    init(_ drawing: Drawing, _ start: Int) {
        let count = drawing.nodes.count
        var next = [[Int]](repeating: [], count: count)
        var previous = next
        for edge in drawing.edges {
            next[edge.from].append(edge.to)
            previous[edge.to].append(edge.from)
        }
        order = DepthFirst(next).postorder(from: start).reversed()
        var place = [Int](repeating: -1, count: count)
        for (number, node) in order.enumerated() { place[node] = number }
        var dominator = [Int?](repeating: nil, count: count)
        dominator[start] = start
        func common(_ left: Int, _ right: Int) -> Int {
            var (left, right) = (left, right)
            while left != right {
                if place[left] > place[right] { left = dominator[left]! } else { right = dominator[right]! }
            }
            return left
        }
        var isStable = false
        while !isStable {
            isStable = true
            for node in order.dropFirst() {
                let known = previous[node].filter { dominator[$0] != nil }
                guard let first = known.first else { continue }
                let best = known.dropFirst().reduce(first) { common($0, $1) }
                if dominator[node] != best {
                    dominator[node] = best
                    isStable = false
                }
            }
        }
        parent = dominator
        parent[start] = nil
        children = [[Int]](repeating: [], count: count)
        for node in order { if let above = parent[node] { children[above].append(node) } }
    }
}
