/// Decision diagrams with shared nodes, over levels of which each has a number of cells.
///
/// A node tests one level; its edges are runs of neighbouring cells with one child each, neighbours differing. Equal nodes are
/// one node, so equality of functions is equality of ids, and what is worked out for a pair of nodes is worked out once.
/// Nodes are never freed: a table lives as long as one question about a workflow.
final class DiagramTable {
    private var nodes: DiagramNodes
    private var keptSets: [LevelSet: Int32] = [:]

    /// How many cells each level has.
    let cells: [Int]

    /// - Parameters:
    ///   - cells: How many cells each level has; levels are tested in this order.
    ///   - budget: How many nodes there may be.
    init(cells: [Int], budget: Int) {
        self.cells = cells
        nodes = DiagramNodes(cells: cells, budget: budget)
    }

    var nodeCount: Int { nodes.count }

    /// How many nodes there may be.
    var budget: Int {
        get { nodes.budget }
        set { nodes.budget = newValue }
    }

    func level(_ diagram: Diagram) -> Int { nodes.level(diagram) }

    /// The runs of cells at a node and where they lead.
    func edges(_ node: Diagram) -> [(cells: Range<Int>, child: Diagram)] {
        var start = 0
        return nodes.edgeRange(node).map { edge in
            defer { start = nodes.end(edge) }
            return (start..<nodes.end(edge), nodes.child(edge))
        }
    }

    /// The contexts whose cell at a level is one of these.
    func test(_ level: Int, _ set: CellSet) throws(DiagramOverflow) -> Diagram {
        let base = nodes.base
        for run in set.runs {
            if run.lowerBound > 0 { nodes.add(end: run.lowerBound, .never, base) }
            nodes.add(end: run.upperBound, .always, base)
        }
        if (set.runs.last?.upperBound ?? 0) < cells[level] { nodes.add(end: cells[level], .never, base) }
        return try nodes.close(level, base)
    }
}

// MARK: Sets, and functions to numbers

extension DiagramTable {
    /// What both have: a number of the one where the other is a set that has the context, the lesser of two numbers.
    func and(_ left: Diagram, _ right: Diagram) throws(DiagramOverflow) -> Diagram {
        try nodes.apply(.both, left, right)
    }

    /// The greater number everywhere: of sets, what either has.
    func or(_ left: Diagram, _ right: Diagram) throws(DiagramOverflow) -> Diagram {
        try nodes.apply(.greatest, left, right)
    }

    /// The left number where the right is 0: of sets, what only the left has.
    func without(_ left: Diagram, _ right: Diagram) throws(DiagramOverflow) -> Diagram {
        try nodes.apply(.without, left, right)
    }

    func not(_ set: Diagram) throws(DiagramOverflow) -> Diagram { try nodes.apply(.without, .always, set) }

    /// The greatest number over all cells of the levels that are not kept.
    func keeping(_ kept: LevelSet, _ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
        let name = keptSets[kept] ?? Int32(keptSets.count)
        keptSets[kept] = name
        return try nodes.keep(kept, name, diagram)
    }

    /// The least number over all cells of the topmost level.
    func leastOverTop(_ node: Diagram) throws(DiagramOverflow) -> Diagram {
        var result = Diagram.always
        for (place, edge) in nodes.edgeRange(node).enumerated() {
            let child = nodes.child(edge)
            result = place == 0 ? child : try and(result, child)
            if result == .never { break }
        }
        return result
    }

    /// The function where a level's cell is given; the level is tested no more.
    func restricting(_ diagram: Diagram, level fixed: Int, to cell: Int) throws(DiagramOverflow) -> Diagram {
        var known: [Diagram: Diagram] = [:]
        func restrict(_ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
            let level = level(diagram)
            if level > fixed { return diagram }
            if level == fixed { return nodes.child(of: diagram, at: cell) }
            if let result = known[diagram] { return result }
            let result = try mapChildren(diagram) { child throws(DiagramOverflow) in try restrict(child) }
            known[diagram] = result
            return result
        }
        return try restrict(diagram)
    }

    /// The function with one level in the place of another, which has as many cells and is not tested yet.
    func renaming(_ diagram: Diagram, _ old: Int, to new: Int) throws(DiagramOverflow) -> Diagram {
        var result = Diagram.never
        for cell in 0..<cells[old] {
            let part = try restricting(diagram, level: old, to: cell)
            result = try or(result, and(test(new, CellSet([cell])), part))
        }
        return result
    }

    /// Every number replaced by another.
    func mapping(_ diagram: Diagram, _ replace: (Int) -> Int) throws(DiagramOverflow) -> Diagram {
        var known: [Diagram: Diagram] = [:]
        func map(_ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
            if let number = diagram.number { return .leaf(replace(number)) }
            if let result = known[diagram] { return result }
            let result = try mapChildren(diagram) { child throws(DiagramOverflow) in try map(child) }
            known[diagram] = result
            return result
        }
        return try map(diagram)
    }

    private func mapChildren(
        _ node: Diagram, _ map: (Diagram) throws(DiagramOverflow) -> Diagram
    ) throws(DiagramOverflow) -> Diagram {
        let base = nodes.base
        for edge in nodes.edgeRange(node) {
            let child = try map(nodes.child(edge))
            nodes.add(end: nodes.end(edge), child, base)
        }
        return try nodes.close(level(node), base)
    }

    /// The number for a context, given by the cell of each level.
    func value(_ diagram: Diagram, _ cells: [Int]) -> Int {
        var here = diagram
        while here.number == nil { here = nodes.child(of: here, at: cells[level(here)]) }
        return here.number!
    }
}

// MARK: Looking at a function

extension DiagramTable {
    /// The numbers that the function takes, in ascending order.
    func numbers(_ diagram: Diagram) -> [Int] {
        Set(parts(of: diagram).compactMap(\.number)).sorted()
    }

    /// The levels that the function depends on, in ascending order.
    func levels(_ diagram: Diagram) -> [Int] {
        Set(parts(of: diagram).filter { $0.number == nil }.map { level($0) }).sorted()
    }

    /// All that is not a number, each before what it leads to.
    func nodes(of diagram: Diagram) -> [Diagram] {
        parts(of: diagram).filter { $0.number == nil }.sorted { (level($0), $0.id) < (level($1), $1.id) }
    }

    private func parts(of diagram: Diagram) -> Set<Diagram> {
        var seen: Set<Diagram> = []
        var pending = [diagram]
        while let next = pending.popLast() {
            guard seen.insert(next).inserted, next.number == nil else { continue }
            for edge in nodes.edgeRange(next) { pending.append(nodes.child(edge)) }
        }
        return seen
    }
}
