/// Searches for the fewest boxes that together are a set: to cover some context that is not covered yet, one of the boxes that
/// have it must be taken.
struct SmallestCover {
    private let table: DiagramTable
    private let primes: [(box: ContextBox, contexts: Diagram)]?
    private var steps: Int
    private var best: [ContextBox]

    /// - Parameters:
    ///   - primes: All boxes that no larger box contains; nil where they are not known.
    ///   - known: A cover.
    init(
        _ table: DiagramTable, primes: [(ContextBox, Diagram)]?, _ steps: Int, _ known: [ContextBox]
    ) {
        self.table = table
        self.primes = primes
        self.steps = steps
        best = known
    }

    /// Nil where it was not decided.
    func search(_ set: Diagram) throws(DiagramOverflow) -> BoxCover.Cover? {
        guard primes != nil else { return nil }
        var search = self
        try search.extend([], rest: set)
        return search.steps > 0 ? BoxCover.Cover(boxes: search.best, isComplete: true, isSmallest: true) : nil
    }

    private mutating func extend(_ chosen: [ContextBox], rest: Diagram) throws(DiagramOverflow) {
        if rest == .never {
            if chosen.count < best.count { best = chosen }
            return
        }
        guard steps > 0, chosen.count + 1 < best.count else { return }
        var fewest: [Int]?
        // Of some contexts that are not covered, the one that fewest boxes have leaves least to try.
        for context in samples(rest) {
            let holders = primes!.indices.filter { table.value(primes![$0].contexts, context) == 1 }
            if holders.count < fewest?.count ?? .max { fewest = holders }
        }
        var options: [(Int, Diagram)] = []
        for place in fewest! { options.append((place, try table.without(rest, primes![place].contexts))) }
        for (place, left) in options {
            steps -= 1
            if steps <= 0 { return }
            try extend(chosen + [primes![place].box], rest: left)
        }
    }

    /// A few contexts of a set, by the cell of each level.
    private func samples(_ set: Diagram) -> [[Int]] {
        (0..<4).map { turn in
            var cells = [Int](repeating: 0, count: table.cells.count)
            var here = set
            while here.number == nil {
                let edges = table.edges(here).filter { $0.child != .never }
                let edge = edges[turn % 2 == 0 ? 0 : edges.count - 1]
                cells[table.level(here)] = turn < 2 ? edge.cells.lowerBound : edge.cells.upperBound - 1
                here = edge.child
            }
            return cells
        }
    }
}
