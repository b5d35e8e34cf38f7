/// Describes a set of contexts by boxes that lie inside it and together are all of it, of which none can be left out.
///
/// A small set gets as few boxes as there can be: all boxes that no other contains are found, and a cover by the fewest is
/// searched for. Otherwise boxes are grown greedily from contexts that are not covered yet.
struct BoxCover {
    private let table: DiagramTable
    private let partition: ContextPartition
    /// Sets are given up beyond this many boxes.
    private let limit: Int

    /// A set that is small enough to try every cover.
    private static let smallBoxes = 400
    private static let smallSteps = 20_000

    init(_ table: DiagramTable, _ partition: ContextPartition, limit: Int) {
        self.table = table
        self.partition = partition
        self.limit = limit
    }

    struct Cover {
        let boxes: [ContextBox]
        /// Whether the boxes are all of the set; otherwise they are part of it.
        let isComplete: Bool
        /// Whether no cover has fewer boxes.
        let isSmallest: Bool
    }

    /// - Parameter set: Contexts by their values.
    func cover(of set: Diagram) throws(DiagramOverflow) -> Cover {
        let grown = try grow(set)
        guard grown.isComplete, grown.boxes.count > 1 else { return grown }
        if let smallest = try SmallestCover(table, primes: primes(of: set), Self.smallSteps, grown.boxes).search(set) {
            return smallest
        }
        return grown
    }

    func contexts(_ box: ContextBox) throws(DiagramOverflow) -> Diagram {
        var result = Diagram.always
        for field in box.cells.keys.sorted().reversed() {
            result = try table.and(result, table.test(DiagramLevels.value(field), box.cells[field]!))
        }
        return result
    }

    // MARK: Growing

    private func grow(_ set: Diagram) throws(DiagramOverflow) -> Cover {
        var boxes: [ContextBox] = []
        var diagrams: [Diagram] = []
        var rest = set
        while rest != .never, boxes.count < limit {
            let box = try grown(from: firstContext(rest), in: set)
            boxes.append(box)
            diagrams.append(try contexts(box))
            rest = try table.without(rest, diagrams[diagrams.count - 1])
        }
        // An early box may be covered by those after it.
        for place in boxes.indices.reversed() {
            var others = Diagram.never
            for (other, diagram) in diagrams.enumerated() where other != place {
                others = try table.or(others, diagram)
            }
            if try table.without(diagrams[place], others) == .never {
                boxes.remove(at: place)
                diagrams.remove(at: place)
            }
        }
        return Cover(boxes: boxes, isComplete: rest == .never, isSmallest: rest == .never && boxes.count <= 1)
    }

    private func firstContext(_ set: Diagram) -> [Int: Int] {
        var cells: [Int: Int] = [:]
        var here = set
        while here.number == nil {
            let edge = table.edges(here).first { $0.child != .never }!
            cells[DiagramLevels.field(of: table.level(here))] = edge.cells.lowerBound
            here = edge.child
        }
        return cells
    }

    /// The largest box around a context that can be had by letting go of one field after the other, first wholly, then cell
    /// by cell.
    private func grown(from context: [Int: Int], in set: Diagram) throws(DiagramOverflow) -> ContextBox {
        var box = ContextBox(cells: context.mapValues { CellSet([$0]) })
        for field in context.keys.sorted() {
            var wider = box
            wider.cells[field] = nil
            if try isInside(wider, set) { box = wider }
        }
        for field in box.cells.keys.sorted() {
            for cell in 0..<partition.fields[field].cells.count where !box.cells[field]!.contains(cell) {
                var wider = box
                wider.cells[field] = box.cells[field]!.inserting(cell)
                if try isInside(wider, set) { box = wider }
            }
        }
        return box
    }

    private func isInside(_ box: ContextBox, _ set: Diagram) throws(DiagramOverflow) -> Bool {
        try table.without(contexts(box), set) == .never
    }

    // MARK: All boxes that no other contains

    /// Nil where there are too many.
    private func primes(of set: Diagram) throws(DiagramOverflow) -> [(ContextBox, Diagram)]? {
        var finder = PrimeBoxes(table, partition, limit: Self.smallBoxes)
        guard let boxes = try finder.boxes(of: set) else { return nil }
        var primes: [(ContextBox, Diagram)] = []
        for box in boxes { primes.append((box, try contexts(box))) }
        return primes
    }
}
