/// A drawing with a place for everything in it.
struct PlacedDrawing {
    struct Box {
        let node: Int
        /// The middle.
        let x: Double
        let y: Double
        let width: Double
        let height: Double
        let text: NodeText
    }

    struct Point: Hashable {
        let x: Double
        let y: Double
    }

    struct Way {
        let edge: Int
        /// From the source's border to the target's; between two of them the way is a curve that begins and ends upright.
        let points: [Point]
        let label: [String]
        /// The middle of the label.
        let labelPlace: Point
    }

    private(set) var boxes: [Box] = []
    private(set) var ways: [Way] = []
    private(set) var width = 0.0
    private(set) var height = 0.0

    private static let layerGap = 21.0

    /// - Returns: Nil where the drawing is too large.
    init?(_ drawing: Drawing) {
        let texts = drawing.nodes.map { NodeText($0) }
        // One that leads to itself has no layer of its own.
        let loops = drawing.edges.indices.filter { drawing.edges[$0].from == drawing.edges[$0].to }
        let numbers = drawing.edges.indices.filter { drawing.edges[$0].from != drawing.edges[$0].to }
        let edges = numbers.map { drawing.edges[$0] }
        let labels = edges.map { LabelText.lines($0.labels) }
        let layering = Layering(nodeCount: drawing.nodes.count, edges, start: drawing.start)
        guard
            var graph = LayeredGraph(
                layering, edges, nodeSizes: texts.map { ($0.width, $0.height) }, labelSizes: labels.map(LabelText.size))
        else { return nil }
        CrossingReduction.order(&graph)
        Placement.place(&graph)
        let tops = layerTops(graph)
        for (number, text) in texts.enumerated() {
            let item = graph.items[number]
            boxes.append(
                Box(
                    node: number, x: item.x, y: tops[item.layer].top + text.height / 2, width: text.width,
                    height: text.height, text: text))
        }
        let ports = Ports(graph, boxes)
        for (index, edge) in numbers.enumerated() {
            ways.append(
                way(edge, index, graph, tops, labels[index], isReversed: layering.isReversed[index], ports))
        }
        for edge in loops { ways.append(loop(edge, drawing.edges[edge])) }
        width = graph.items.map { $0.x + $0.width / 2 }.max() ?? 0
    }

    private mutating func layerTops(_ graph: LayeredGraph) -> [(top: Double, height: Double)] {
        var tops: [(top: Double, height: Double)] = []
        var y = 0.0
        for layer in graph.layers {
            let height = layer.map { graph.items[$0].height }.max() ?? 0
            tops.append((y, height))
            y += height + Self.layerGap
        }
        height = max(0, y - Self.layerGap)
        return tops
    }

    private func way(
        _ edge: Int, _ index: Int, _ graph: LayeredGraph, _ tops: [(top: Double, height: Double)], _ label: [String],
        isReversed: Bool, _ ports: Ports
    ) -> Way {
        let chain = graph.chains[index]
        var points = [ports.start(index)]
        // Past the taller nodes beside it.
        let (top, height) = tops[graph.items[graph.upper(of: index)].layer]
        if top + height - points[0].y > 1 { points.append(Point(x: points[0].x, y: top + height)) }
        var place = points[0]
        for item in chain.map({ graph.items[$0] }) {
            let (top, height) = tops[item.layer]
            points.append(Point(x: item.x, y: top))
            if height > 0 { points.append(Point(x: item.x, y: top + height)) }
            if case .label = item.kind { place = Point(x: item.x, y: top + height / 2) }
        }
        points.append(ports.end(index))
        return Way(edge: edge, points: isReversed ? points.reversed() : points, label: label, labelPlace: place)
    }

    /// At the right of its node.
    private func loop(_ edge: Int, _ drawn: Drawing.Edge) -> Way {
        let box = boxes[drawn.from]
        let right = box.x + box.width / 2
        return Way(
            edge: edge,
            points: [
                Point(x: right, y: box.y - 8), Point(x: right + 18, y: box.y), Point(x: right, y: box.y + 8),
            ], label: [], labelPlace: Point(x: right + 18, y: box.y))
    }
}

/// Where ways leave and come to nodes: side by side, in the order in which they go on.
struct Ports {
    private var starts: [PlacedDrawing.Point]
    private var ends: [PlacedDrawing.Point]

    init(_ graph: LayeredGraph, _ boxes: [PlacedDrawing.Box]) {
        starts = [PlacedDrawing.Point](repeating: .init(x: 0, y: 0), count: graph.chains.count)
        ends = starts
        var leaving = [[(way: Int, x: Double)]](repeating: [], count: boxes.count)
        var coming = leaving
        for (way, chain) in graph.chains.enumerated() {
            guard let first = chain.first, let last = chain.last else { continue }
            leaving[graph.upper(of: way)].append((way, graph.items[first].x))
            coming[graph.lower(of: way)].append((way, graph.items[last].x))
        }
        for (node, box) in boxes.enumerated() {
            for (way, x) in Ports.spread(leaving[node], box) { starts[way] = .init(x: x, y: box.y + box.height / 2) }
            for (way, x) in Ports.spread(coming[node], box) { ends[way] = .init(x: x, y: box.y - box.height / 2) }
        }
    }

    func start(_ way: Int) -> PlacedDrawing.Point { starts[way] }
    func end(_ way: Int) -> PlacedDrawing.Point { ends[way] }

    private static func spread(
        _ ways: [(way: Int, x: Double)], _ box: PlacedDrawing.Box
    ) -> [(way: Int, x: Double)] {
        let sorted = ways.sorted { ($0.x, $0.way) < ($1.x, $1.way) }
        let step = min(18, box.width * 0.6 / Double(max(1, sorted.count)))
        return sorted.enumerated().map { index, entry in
            (entry.way, box.x + (Double(index) - Double(sorted.count - 1) / 2) * step)
        }
    }
}
