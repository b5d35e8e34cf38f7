/// Decision diagrams with shared nodes, over levels of which each has a number of cells.
///
/// A node tests one level; its edges are runs of neighbouring cells with one child each, neighbours differing. Equal nodes are
/// one node, so equality of functions is equality of ids, and what is worked out for a pair of nodes is worked out once.
/// Nodes are never freed: a table lives as long as one question about a workflow.
final class DiagramTable {
    /// How many cells each level has.
    let cells: [Int]
    /// How many nodes there may be.
    var budget: Int

    private var levels: [Int32] = []
    /// The place of a node's first edge; one more than there are nodes.
    private var firstEdges: [Int32] = [0]
    /// One past the last cell of an edge's run.
    private var ends: [Int32] = []
    private var children: [Diagram] = []

    /// Open addressing; -1 where free.
    private var unique = [Int32](repeating: -1, count: 1 << 10)
    /// Edges of nodes being made, innermost last. What an overflow leaves behind lies below every later base.
    private var openEnds: [Int32] = []
    private var openChildren: [Diagram] = []

    private var cache: [Step]
    private var keptSets: [LevelSet: Int32] = [:]

    /// A result that is kept until another falls on its place.
    private struct Step {
        var operation: Int32 = -1
        var left: Int32 = 0
        var right: Int32 = 0
        var result = Diagram.never
    }

    private enum Operation: Int32 {
        case both, greatest, without, keep
    }

    /// - Parameters:
    ///   - cells: How many cells each level has; levels are tested in this order.
    ///   - budget: How many nodes there may be.
    init(cells: [Int], budget: Int) {
        self.cells = cells
        self.budget = budget
        cache = [Step](repeating: Step(), count: 1 << 12)
    }

    var nodeCount: Int { levels.count }

    func level(_ diagram: Diagram) -> Int { diagram.id < 0 ? .max : Int(levels[Int(diagram.id)]) }

    /// The runs of cells at a node and where they lead.
    func edges(_ node: Diagram) -> [(cells: Range<Int>, child: Diagram)] {
        var start = 0
        return edgeRange(node).map { edge in
            defer { start = Int(ends[edge]) }
            return (start..<Int(ends[edge]), children[edge])
        }
    }

    private func edgeRange(_ node: Diagram) -> Range<Int> {
        Int(firstEdges[Int(node.id)])..<Int(firstEdges[Int(node.id) + 1])
    }
}

// MARK: Making nodes

extension DiagramTable {
    /// The contexts whose cell at a level is one of these.
    func test(_ level: Int, _ set: CellSet) throws(DiagramOverflow) -> Diagram {
        let base = openEnds.count
        for run in set.runs {
            if run.lowerBound > 0 { add(end: run.lowerBound, .never, base) }
            add(end: run.upperBound, .always, base)
        }
        if (set.runs.last?.upperBound ?? 0) < cells[level] { add(end: cells[level], .never, base) }
        return try close(level, base)
    }

    private func add(end: Int, _ child: Diagram, _ base: Int) {
        if openChildren.count > base, openChildren[openChildren.count - 1] == child {
            openEnds[openEnds.count - 1] = Int32(end)
        } else {
            openEnds.append(Int32(end))
            openChildren.append(child)
        }
    }

    /// The node with the edges that were added since a base.
    private func close(_ level: Int, _ base: Int) throws(DiagramOverflow) -> Diagram {
        defer {
            openEnds.removeSubrange(base...)
            openChildren.removeSubrange(base...)
        }
        if openEnds.count == base + 1 { return openChildren[base] }
        var slot = hash(level, base) & (unique.count - 1)
        while unique[slot] >= 0 {
            let node = Diagram(id: unique[slot])
            if isOpen(node, level, base) { return node }
            slot = (slot + 1) & (unique.count - 1)
        }
        guard levels.count < budget else { throw DiagramOverflow() }
        let node = Diagram(id: Int32(levels.count))
        unique[slot] = node.id
        levels.append(Int32(level))
        ends += openEnds[base...]
        children += openChildren[base...]
        firstEdges.append(Int32(ends.count))
        if levels.count * 2 > unique.count { grow() }
        return node
    }

    private func isOpen(_ node: Diagram, _ level: Int, _ base: Int) -> Bool {
        let range = edgeRange(node)
        guard levels[Int(node.id)] == Int32(level), range.count == openEnds.count - base else { return false }
        for (offset, edge) in range.enumerated() {
            guard ends[edge] == openEnds[base + offset], children[edge] == openChildren[base + offset] else {
                return false
            }
        }
        return true
    }

    private func hash(_ level: Int, _ base: Int) -> Int {
        var hash = UInt64(level)
        for place in base..<openEnds.count {
            hash = Self.mix(hash, UInt64(UInt32(bitPattern: openEnds[place])))
            hash = Self.mix(hash, UInt64(UInt32(bitPattern: openChildren[place].id)))
        }
        return Int(truncatingIfNeeded: hash >> 16) & .max
    }

    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 29)
    }

    private func grow() {
        unique = [Int32](repeating: -1, count: unique.count * 2)
        for node in levels.indices {
            let base = openEnds.count
            let range = edgeRange(Diagram(id: Int32(node)))
            openEnds += ends[range]
            openChildren += children[range]
            var slot = hash(Int(levels[node]), base) & (unique.count - 1)
            while unique[slot] >= 0 { slot = (slot + 1) & (unique.count - 1) }
            unique[slot] = Int32(node)
            openEnds.removeSubrange(base...)
            openChildren.removeSubrange(base...)
        }
        if cache.count < unique.count { cache = [Step](repeating: Step(), count: unique.count) }
    }
}

// MARK: Operations

extension DiagramTable {
    /// What both have: a number of the one where the other is a set that has the context, the lesser of two numbers.
    func and(_ left: Diagram, _ right: Diagram) throws(DiagramOverflow) -> Diagram { try apply(.both, left, right) }

    /// The greater number everywhere: of sets, what either has.
    func or(_ left: Diagram, _ right: Diagram) throws(DiagramOverflow) -> Diagram { try apply(.greatest, left, right) }

    /// The left number where the right is 0: of sets, what only the left has.
    func without(_ left: Diagram, _ right: Diagram) throws(DiagramOverflow) -> Diagram {
        try apply(.without, left, right)
    }

    func not(_ set: Diagram) throws(DiagramOverflow) -> Diagram { try apply(.without, .always, set) }

    private func settled(_ operation: Operation, _ left: Diagram, _ right: Diagram) -> Diagram? {
        switch operation {
        case .both:
            if left == .never || right == .never { return .never }
            if left == right { return left }
            if left == .always { return right }
            if right == .always { return left }
            if let one = left.number, let other = right.number { return one < other ? left : right }
        case .greatest:
            if left == .never || left == right { return right }
            if right == .never { return left }
            if let one = left.number, let other = right.number { return one > other ? left : right }
        case .without:
            if left == .never || left == right { return .never }
            if let number = right.number { return number == 0 ? left : .never }
        case .keep: break
        }
        return nil
    }

    private func apply(
        _ operation: Operation, _ left: Diagram, _ right: Diagram
    ) throws(DiagramOverflow) -> Diagram {
        if let result = settled(operation, left, right) { return result }
        let isOrdered = operation == .without || left.id <= right.id
        let (left, right) = isOrdered ? (left, right) : (right, left)
        if let known = cached(operation, left.id, right.id) { return known }
        let leftLevel = level(left)
        let rightLevel = level(right)
        let level = min(leftLevel, rightLevel)
        let base = openEnds.count
        var leftEdge = leftLevel == level ? edgeRange(left).lowerBound : -1
        var rightEdge = rightLevel == level ? edgeRange(right).lowerBound : -1
        var end: Int32 = 0
        while Int(end) < cells[level] {
            let leftEnd = leftEdge < 0 ? Int32(cells[level]) : ends[leftEdge]
            let rightEnd = rightEdge < 0 ? Int32(cells[level]) : ends[rightEdge]
            end = min(leftEnd, rightEnd)
            let child = try apply(
                operation, leftEdge < 0 ? left : children[leftEdge], rightEdge < 0 ? right : children[rightEdge])
            add(end: Int(end), child, base)
            if leftEdge >= 0, leftEnd == end { leftEdge += 1 }
            if rightEdge >= 0, rightEnd == end { rightEdge += 1 }
        }
        return remember(operation, left.id, right.id, try close(level, base))
    }

    private func slot(_ operation: Operation, _ left: Int32, _ right: Int32) -> Int {
        let pair = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
        return Int(Self.mix(pair, UInt64(operation.rawValue)) >> 20) & (cache.count - 1)
    }

    private func cached(_ operation: Operation, _ left: Int32, _ right: Int32) -> Diagram? {
        let step = cache[slot(operation, left, right)]
        return step.operation == operation.rawValue && step.left == left && step.right == right ? step.result : nil
    }

    private func remember(_ operation: Operation, _ left: Int32, _ right: Int32, _ result: Diagram) -> Diagram {
        cache[slot(operation, left, right)] = Step(
            operation: operation.rawValue, left: left, right: right, result: result)
        return result
    }

    /// The greatest number over all cells of the levels that are not kept.
    func keeping(_ kept: LevelSet, _ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
        let name = keptSets[kept] ?? Int32(keptSets.count)
        keptSets[kept] = name
        return try keep(kept, name, diagram)
    }

    private func keep(_ kept: LevelSet, _ name: Int32, _ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
        if diagram.number != nil { return diagram }
        if let known = cached(.keep, diagram.id, name) { return known }
        let level = level(diagram)
        if !kept.contains(level) {
            var result = Diagram.never
            for edge in edgeRange(diagram) { result = try or(result, keep(kept, name, children[edge])) }
            return remember(.keep, diagram.id, name, result)
        }
        let result = try mapChildren(diagram) { child throws(DiagramOverflow) in try keep(kept, name, child) }
        return remember(.keep, diagram.id, name, result)
    }

    private func mapChildren(
        _ node: Diagram, _ map: (Diagram) throws(DiagramOverflow) -> Diagram
    ) throws(DiagramOverflow) -> Diagram {
        let base = openEnds.count
        for edge in edgeRange(node) {
            let end = Int(ends[edge])
            let child = children[edge]
            add(end: end, try map(child), base)
        }
        return try close(level(node), base)
    }

    /// The function where a level's cell is given; the level is tested no more.
    func restricting(_ diagram: Diagram, level fixed: Int, to cell: Int) throws(DiagramOverflow) -> Diagram {
        var known: [Diagram: Diagram] = [:]
        func restrict(_ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
            let level = level(diagram)
            if level > fixed { return diagram }
            if level == fixed {
                return children[edgeRange(diagram).first { ends[$0] > Int32(cell) }!]
            }
            if let result = known[diagram] { return result }
            let result = try mapChildren(diagram) { child throws(DiagramOverflow) in try restrict(child) }
            known[diagram] = result
            return result
        }
        return try restrict(diagram)
    }

    /// The least number over all cells of the topmost level.
    func leastOverTop(_ node: Diagram) throws(DiagramOverflow) -> Diagram {
        var result: Diagram?
        for edge in edgeRange(node) {
            let child = children[edge]
            result = if let known = result { try and(known, child) } else { child }
            if result == .never { break }
        }
        return result!
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

    /// The numbers that the function takes.
    func numbers(_ diagram: Diagram) -> Set<Int> {
        var seen: Set<Diagram> = []
        var numbers: Set<Int> = []
        var pending = [diagram]
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let number = next.number { numbers.insert(number) } else { pending += children[edgeRange(next)] }
        }
        return numbers
    }

    /// The number for a context, given by the cell of each level.
    func value(_ diagram: Diagram, _ cells: [Int]) -> Int {
        var here = diagram
        while here.number == nil {
            let cell = Int32(cells[level(here)])
            here = children[edgeRange(here).first { ends[$0] > cell }!]
        }
        return here.number!
    }
}

extension DiagramTable {
    /// The function with one level in the place of another, which has as many cells and is not tested yet.
    func renaming(_ diagram: Diagram, _ old: Int, to new: Int) throws(DiagramOverflow) -> Diagram {
        var result = Diagram.never
        for cell in 0..<cells[old] {
            let part = try restricting(diagram, level: old, to: cell)
            result = try or(result, and(test(new, CellSet([cell])), part))
        }
        return result
    }
}
