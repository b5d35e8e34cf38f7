/// Puts the items of each layer side by side, near what they are linked with, so that ways are straight where they can be.
struct Placement {
    private static let sweeps = 20

    private let above: [[Int]]
    private let below: [[Int]]

    private init(_ graph: LayeredGraph) {
        (above, below) = graph.neighbours
    }

    static func place(_ graph: inout LayeredGraph) {
        let placement = Placement(graph)
        for layer in graph.layers { placement.spread(layer, &graph) }
        for sweep in 0..<sweeps {
            let numbers = Array(graph.layers.indices)
            for layer in sweep.isMultiple(of: 2) ? numbers : numbers.reversed() {
                // In the end both sides count.
                let sides: [[[Int]]] =
                    sweep >= sweeps - 4
                    ? [placement.above, placement.below]
                    : [sweep.isMultiple(of: 2) ? placement.above : placement.below]
                placement.place(graph.layers[layer], near: sides, &graph)
            }
        }
        let left = graph.items.map { $0.x - $0.width / 2 }.min() ?? 0
        for item in graph.items.indices { graph.move(item, to: graph.items[item].x - left) }
    }

    private func spread(_ layer: [Int], _ graph: inout LayeredGraph) {
        var x = 0.0
        for (index, item) in layer.enumerated() {
            if index > 0 { x += distance(graph.items[layer[index - 1]], graph.items[item]) }
            graph.move(item, to: x)
        }
    }

    /// Between the middles of two neighbours.
    private func distance(_ left: LayeredGraph.Item, _ right: LayeredGraph.Item) -> Double {
        let gap = left.isNode && right.isNode ? 26.0 : 14.0
        return (left.width + right.width) / 2 + gap
    }

    private func place(_ layer: [Int], near sides: [[[Int]]], _ graph: inout LayeredGraph) {
        var offset = 0.0
        var offsets: [Double] = []
        var wishes: [(value: Double, weight: Double)] = []
        for (index, item) in layer.enumerated() {
            if index > 0 { offset += distance(graph.items[layer[index - 1]], graph.items[item]) }
            offsets.append(offset)
            var sum = 0.0
            var weight = 0.0
            for side in sides {
                for other in side[item] {
                    let pull = pull(graph.items[item], graph.items[other])
                    sum += pull * graph.items[other].x
                    weight += pull
                }
            }
            // What is linked with nothing here stays where it is.
            wishes.append(weight == 0 ? (graph.items[item].x - offset, 0.1) : (sum / weight - offset, weight))
        }
        for (index, value) in nearestAscending(wishes).enumerated() {
            graph.move(layer[index], to: value + offsets[index])
        }
    }

    /// Long ways are held straight most.
    private func pull(_ item: LayeredGraph.Item, _ other: LayeredGraph.Item) -> Double {
        switch (item.isNode, other.isNode) {
        case (true, true): 1
        case (false, false): 6
        default: 2
        }
    }

    /// The ascending numbers that are nearest to wishes, by joining neighbours that stand in each other's way.
    private func nearestAscending(_ wishes: [(value: Double, weight: Double)]) -> [Double] {
        var blocks: [(value: Double, weight: Double, count: Int)] = []
        for wish in wishes {
            var block = (value: wish.value, weight: wish.weight, count: 1)
            while let last = blocks.last, last.value > block.value {
                blocks.removeLast()
                let weight = last.weight + block.weight
                block = (
                    (last.value * last.weight + block.value * block.weight) / weight, weight, last.count + block.count
                )
            }
            blocks.append(block)
        }
        return blocks.flatMap { Array(repeating: $0.value, count: $0.count) }
    }
}
