/// Nodes, labels and the turning points of long ways, in layers.
struct LayeredGraph {
    struct Item {
        enum Kind: Hashable {
            case node(Int)
            /// The label of an edge, or a point that it passes.
            case label(edge: Int)
            case point(edge: Int)
        }

        let kind: Kind
        let layer: Int
        let width: Double
        let height: Double
        var x = 0.0

        var isNode: Bool { if case .node = kind { true } else { false } }
    }

    /// A way from one layer to the next.
    struct Link {
        let upper: Int
        let lower: Int
    }

    /// A picture with more turning points is not laid out.
    static let mostItems = 60_000

    private(set) var items: [Item] = []
    private(set) var links: [Link] = []
    /// The items of each edge between its nodes, from top to bottom.
    private(set) var chains: [[Int]] = []
    /// The nodes at its ends.
    private var ends: [(upper: Int, lower: Int)] = []
    /// The items of each layer, from left to right.
    var layers: [[Int]]

    /// - Returns: Nil where there are too many.
    init?(
        _ layering: Layering, _ edges: [Drawing.Edge], nodeSizes: [(width: Double, height: Double)],
        labelSizes: [(width: Double, height: Double)]
    ) {
        layers = [[Int]](repeating: [], count: layering.count)
        for (number, size) in nodeSizes.enumerated() {
            add(Item(kind: .node(number), layer: layering.layer[number], width: size.width, height: size.height))
        }
        for (number, edge) in edges.enumerated() {
            let (upper, lower) = layering.isReversed[number] ? (edge.to, edge.from) : (edge.from, edge.to)
            let labelLayer = layering.isReversed[number] ? layering.layer[lower] - 1 : layering.layer[upper] + 1
            var chain: [Int] = []
            for layer in (layering.layer[upper] + 1)..<layering.layer[lower] {
                guard items.count < LayeredGraph.mostItems else { return nil }
                let size = layer == labelLayer ? labelSizes[number] : (width: 6, height: 0)
                chain.append(items.count)
                add(
                    Item(
                        kind: layer == labelLayer ? .label(edge: number) : .point(edge: number), layer: layer,
                        width: size.width, height: size.height))
            }
            let way = [upper] + chain + [lower]
            for (above, below) in zip(way, way.dropFirst()) { links.append(Link(upper: above, lower: below)) }
            chains.append(chain)
            ends.append((upper, lower))
        }
    }

    private mutating func add(_ item: Item) {
        layers[item.layer].append(items.count)
        items.append(item)
    }

    func upper(of edge: Int) -> Int { ends[edge].upper }
    func lower(of edge: Int) -> Int { ends[edge].lower }

    mutating func move(_ item: Int, to x: Double) { items[item].x = x }

    /// By item, those of the layer above and of the layer below that it is linked with.
    var neighbours: (above: [[Int]], below: [[Int]]) {
        var above = [[Int]](repeating: [], count: items.count)
        var below = above
        for link in links {
            below[link.upper].append(link.lower)
            above[link.lower].append(link.upper)
        }
        return (above, below)
    }
}
