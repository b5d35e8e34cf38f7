/// Orders the items of each layer so that few ways cross: each stands at the mean of what it is linked with, layer after
/// layer down and up, and the best order that came up is kept.
struct CrossingReduction {
    private static let sweeps = 24
    /// Of a graph with so many items, fewer sweeps must do.
    private static let manyItems = 8_000

    private let above: [[Int]]
    private let below: [[Int]]
    private var place: [Int]

    private init(_ graph: LayeredGraph) {
        (above, below) = graph.neighbours
        place = [Int](repeating: 0, count: graph.items.count)
    }

    static func order(_ graph: inout LayeredGraph) {
        var reduction = CrossingReduction(graph)
        reduction.run(&graph)
    }

    private mutating func run(_ graph: inout LayeredGraph) {
        sortByWalk(&graph)
        var best = graph.layers
        var least = crossings(graph)
        let sweeps = graph.items.count > Self.manyItems ? 4 : Self.sweeps
        for sweep in 0..<sweeps where least > 0 {
            let isDown = sweep.isMultiple(of: 2)
            let numbers = Array(graph.layers.indices)
            for layer in isDown ? numbers : numbers.reversed() {
                sort(&graph.layers[layer], by: isDown ? above : below)
            }
            let count = crossings(graph)
            if count < least {
                least = count
                best = graph.layers
            }
        }
        graph.layers = best
    }

    /// As a walk from the first node comes to them, so that what belongs together begins together.
    private mutating func sortByWalk(_ graph: inout LayeredGraph) {
        var seen = [Bool](repeating: false, count: graph.items.count)
        var layers = [[Int]](repeating: [], count: graph.layers.count)
        for root in graph.layers.joined() where !seen[root] {
            var stack = [root]
            while let item = stack.popLast() {
                guard !seen[item] else { continue }
                seen[item] = true
                layers[graph.items[item].layer].append(item)
                stack += below[item].reversed()
            }
        }
        graph.layers = layers
        for layer in layers { number(layer) }
    }

    private mutating func number(_ layer: [Int]) {
        for (index, item) in layer.enumerated() { place[item] = index }
    }

    private mutating func sort(_ layer: inout [Int], by neighbours: [[Int]]) {
        let weights = layer.enumerated().map { index, item -> (Double, Int) in
            let others = neighbours[item]
            guard !others.isEmpty else { return (Double(index), item) }
            return (others.reduce(0) { $0 + Double(place[$1]) } / Double(others.count), item)
        }
        layer = weights.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
        number(layer)
    }

    private func crossings(_ graph: LayeredGraph) -> Int {
        graph.layers.reduce(0) { sum, layer in
            var targets: [Int] = []
            var width = 0
            for item in layer {
                let places = below[item].map { place[$0] }.sorted()
                width = max(width, (places.last ?? -1) + 1)
                targets += places
            }
            return sum + inversions(targets, width)
        }
    }

    /// By a tree of counts.
    private func inversions(_ values: [Int], _ width: Int) -> Int {
        var tree = [Int](repeating: 0, count: width + 1)
        var count = 0
        for (seen, value) in values.enumerated() {
            var index = value + 1
            var notAbove = 0
            while index > 0 {
                notAbove += tree[index]
                index &= index - 1
            }
            count += seen - notAbove
            index = value + 1
            while index <= width {
                tree[index] += 1
                index += index & -index
            }
        }
        return count
    }
}
