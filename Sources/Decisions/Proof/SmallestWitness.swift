/// Picks from a set of contexts one caller to show: as few fields as possible, such that whatever the others are, the context is
/// in the set; and of these the first cells.
///
/// Exact as long as the budget lasts, by what is best for each part of the diagram: a field is either left out, and then all
/// of its cells must do, or given a cell. Beyond, a caller is made smaller field by field until none can be left out.
struct SmallestWitness {
    private let table: DiagramTable
    private var known: [Diagram: Choice?] = [:]
    private var budget: Int

    private struct Choice {
        /// How many fields are mentioned.
        let count: Int
        /// Nil where the topmost field is left out.
        let cell: Int?
        let next: Diagram
    }

    init(_ table: DiagramTable, budget: Int = 4_000) {
        self.table = table
        self.budget = budget
    }

    /// The cell of each field that has to be mentioned, by place of the field; nil for the empty set.
    mutating func witness(of set: Diagram) -> [Int: Int]? {
        if set == .never { return nil }
        guard let isFound = try? best(set) != nil, isFound else { return reduced(set) }
        var cells: [Int: Int] = [:]
        var here = set
        while let choice = known[here] ?? nil {
            if let cell = choice.cell { cells[DiagramLevels.field(of: table.level(here))] = cell }
            here = choice.next
        }
        return cells
    }

    private struct BudgetSpent: Error {}

    private mutating func best(_ set: Diagram) throws -> Int? {
        if let number = set.number { return number == 0 ? nil : 0 }
        if let choice = known[set] { return choice?.count }
        guard budget > 0 else { throw BudgetSpent() }
        budget -= 1
        var best: Choice?
        let all = try table.leastOverTop(set)
        if let count = try self.best(all) { best = Choice(count: count, cell: nil, next: all) }
        for (cells, child) in table.edges(set) {
            guard let count = try self.best(child), count + 1 < best?.count ?? .max else { continue }
            best = Choice(count: count + 1, cell: cells.lowerBound, next: child)
        }
        known[set] = .some(best)
        return best?.count
    }

    /// A caller from which no field can be left out, though another may mention fewer.
    private func reduced(_ set: Diagram) -> [Int: Int] {
        var cells: [Int: Int] = [:]
        var here = set
        while here.number == nil {
            let edge = table.edges(here).first { $0.child != .never }!
            cells[table.level(here)] = edge.cells.lowerBound
            here = edge.child
        }
        for level in cells.keys.sorted() {
            let cell = cells.removeValue(forKey: level)
            if !isAll(of: cells, in: set) { cells[level] = cell }
        }
        return Dictionary(uniqueKeysWithValues: cells.map { (DiagramLevels.field(of: $0), $1) })
    }

    /// Whether every context with these cells is in the set.
    private func isAll(of cells: [Int: Int], in set: Diagram) -> Bool {
        var seen: Set<Diagram> = []
        var pending = [set]
        while let here = pending.popLast() {
            if here == .never { return false }
            if here.number != nil || !seen.insert(here).inserted { continue }
            if let cell = cells[table.level(here)] {
                pending.append(table.edges(here).first { $0.cells.contains(cell) }!.child)
            } else {
                pending += table.edges(here).map(\.child)
            }
        }
        return true
    }
}
