/// All boxes inside a set that no larger box inside it contains.
///
/// A box that has some cells of the topmost field is the product of these and of a largest box in what those cells have in
/// common; so one looks at what each group of cells has in common, and keeps the boxes that no other contains.
struct PrimeBoxes {
    private let table: DiagramTable
    private let partition: ContextPartition
    private let limit: Int
    private var known: [Diagram: [ContextBox]] = [:]
    private var steps = 0

    init(_ table: DiagramTable, _ partition: ContextPartition, limit: Int) {
        self.table = table
        self.partition = partition
        self.limit = limit
    }

    /// Nil where there are more than the limit, on the way or in the end.
    mutating func boxes(of set: Diagram) throws(DiagramOverflow) -> [ContextBox]? {
        if let number = set.number { return number == 0 ? [] : [ContextBox(cells: [:])] }
        if let boxes = known[set] { return boxes }
        guard let commons = try commons(of: set) else { return nil }
        let field = DiagramLevels.field(of: table.level(set))
        var found: [ContextBox] = []
        for (cells, common) in commons {
            guard let boxes = try boxes(of: common) else { return nil }
            for var box in boxes {
                if cells.count < partition.fields[field].cells.count { box.cells[field] = cells }
                found.append(box)
            }
            if found.count > 4 * limit { return nil }
        }
        let primes = found.enumerated().filter { place, box in
            !found.enumerated().contains { other, larger in
                larger.contains(box) && (!box.contains(larger) || other < place)
            }
        }.map(\.element)
        if primes.count > limit { return nil }
        known[set] = primes
        return primes
    }

    /// What the contexts below the topmost field have in common over groups of its cells: each thing that some group has in
    /// common, with all cells that have it.
    private mutating func commons(of set: Diagram) throws(DiagramOverflow) -> [(CellSet, Diagram)]? {
        let edges = table.edges(set)
        var commons: Set<Diagram> = []
        for edge in edges where edge.child != .never {
            for common in Array(commons) { commons.insert(try table.and(common, edge.child)) }
            commons.insert(edge.child)
            if commons.count > limit { return nil }
        }
        commons.remove(.never)
        var result: [(CellSet, Diagram)] = []
        for common in commons.sorted(by: { $0.id < $1.id }) {
            steps += 1
            if steps > 20 * limit { return nil }
            var cells: [Int] = []
            for edge in edges where try table.without(common, edge.child) == .never { cells += edge.cells }
            result.append((CellSet(cells), common))
        }
        return result
    }
}

extension ContextBox {
    /// Whether every context of another box is in this one.
    func contains(_ other: ContextBox) -> Bool {
        cells.allSatisfy { field, set in
            other.cells[field].map { inner in inner.cells.allSatisfy { set.contains($0) } } ?? false
        }
    }
}
