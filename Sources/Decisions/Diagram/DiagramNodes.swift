/// The nodes of decision diagrams: made once each, and worked on in pairs.
///
/// A value, so that a whole operation is one access to it.
struct DiagramNodes {
    enum Operation: Int32 {
        case both, greatest, without, keep
    }

    /// How many cells each level has.
    let cells: [Int]
    /// How many nodes there may be.
    var budget: Int
    /// And of their edges so many times more.
    private static let edgesPerNode = 8

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

    /// Results of operations, each kept until another falls on its place.
    private var cache = [Step](repeating: Step(), count: 1 << 12)
    /// More would not stay near the processor.
    private static let cacheLimit = 1 << 18

    private struct Step {
        var operation: Int32 = -1
        var left: Int32 = 0
        var right: Int32 = 0
        var result = Diagram.never
    }

    init(cells: [Int], budget: Int) {
        self.cells = cells
        self.budget = budget
    }

    var count: Int { levels.count }

    func level(_ diagram: Diagram) -> Int { diagram.id < 0 ? .max : Int(levels[Int(diagram.id)]) }

    func edgeRange(_ node: Diagram) -> Range<Int> {
        Int(firstEdges[Int(node.id)])..<Int(firstEdges[Int(node.id) + 1])
    }

    func end(_ edge: Int) -> Int { Int(ends[edge]) }
    func child(_ edge: Int) -> Diagram { children[edge] }

    /// Where a cell leads.
    func child(of node: Diagram, at cell: Int) -> Diagram {
        var edge = edgeRange(node).lowerBound
        while ends[edge] <= Int32(cell) { edge += 1 }
        return children[edge]
    }
}

// MARK: Making nodes

extension DiagramNodes {
    /// Where the edges of a new node begin.
    var base: Int { openEnds.count }

    /// Another edge of the node that is being made since a base.
    mutating func add(end: Int, _ child: Diagram, _ base: Int) {
        if openChildren.count > base, openChildren[openChildren.count - 1] == child {
            openEnds[openEnds.count - 1] = Int32(end)
        } else {
            openEnds.append(Int32(end))
            openChildren.append(child)
        }
    }

    /// The node with the edges that were added since a base.
    mutating func close(_ level: Int, _ base: Int) throws(DiagramOverflow) -> Diagram {
        defer {
            openEnds.removeLast(openEnds.count - base)
            openChildren.removeLast(openChildren.count - base)
        }
        if openEnds.count == base + 1 { return openChildren[base] }
        var slot = hash(level, base) & (unique.count - 1)
        while unique[slot] >= 0 {
            let node = Diagram(id: unique[slot])
            if isOpen(node, level, base) { return node }
            slot = (slot + 1) & (unique.count - 1)
        }
        guard levels.count < budget, ends.count < budget * Self.edgesPerNode else { throw DiagramOverflow() }
        let node = Diagram(id: Int32(levels.count))
        unique[slot] = node.id
        levels.append(Int32(level))
        for place in base..<openEnds.count {
            ends.append(openEnds[place])
            children.append(openChildren[place])
        }
        firstEdges.append(Int32(ends.count))
        if levels.count * 2 > unique.count { grow() }
        return node
    }

    private func isOpen(_ node: Diagram, _ level: Int, _ base: Int) -> Bool {
        let range = edgeRange(node)
        guard levels[Int(node.id)] == Int32(level), range.count == openEnds.count - base else { return false }
        var place = base
        for edge in range {
            guard ends[edge] == openEnds[place], children[edge] == openChildren[place] else { return false }
            place += 1
        }
        return true
    }

    private func hash(_ level: Int, _ base: Int) -> Int {
        var hash = UInt64(level)
        for place in base..<openEnds.count {
            let edge = UInt64(UInt32(bitPattern: openEnds[place])) << 32
            hash = Self.mix(hash, edge | UInt64(UInt32(bitPattern: openChildren[place].id)))
        }
        return Int(truncatingIfNeeded: hash >> 16) & .max
    }

    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 29)
    }

    private mutating func grow() {
        unique = [Int32](repeating: -1, count: unique.count * 2)
        for node in levels.indices {
            let base = base
            for edge in edgeRange(Diagram(id: Int32(node))) {
                openEnds.append(ends[edge])
                openChildren.append(children[edge])
            }
            var slot = hash(Int(levels[node]), base) & (unique.count - 1)
            while unique[slot] >= 0 { slot = (slot + 1) & (unique.count - 1) }
            unique[slot] = Int32(node)
            openEnds.removeLast(openEnds.count - base)
            openChildren.removeLast(openChildren.count - base)
        }
        let size = min(unique.count, Self.cacheLimit)
        if cache.count < size { cache = [Step](repeating: Step(), count: size) }
    }
}

// MARK: Operations

extension DiagramNodes {
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

    mutating func apply(
        _ operation: Operation, _ left: Diagram, _ right: Diagram
    ) throws(DiagramOverflow) -> Diagram {
        if let result = settled(operation, left, right) { return result }
        let isOrdered = operation == .without || left.id <= right.id
        let (left, right) = isOrdered ? (left, right) : (right, left)
        if let known = cached(operation, left.id, right.id) { return known }
        let leftLevel = level(left)
        let rightLevel = level(right)
        let level = min(leftLevel, rightLevel)
        let last = Int32(cells[level])
        let base = base
        var leftEdge = leftLevel == level ? edgeRange(left).lowerBound : -1
        var rightEdge = rightLevel == level ? edgeRange(right).lowerBound : -1
        var end: Int32 = 0
        while end < last {
            let leftEnd = leftEdge < 0 ? last : ends[leftEdge]
            let rightEnd = rightEdge < 0 ? last : ends[rightEdge]
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

    private mutating func remember(
        _ operation: Operation, _ left: Int32, _ right: Int32, _ result: Diagram
    ) -> Diagram {
        cache[slot(operation, left, right)] = Step(
            operation: operation.rawValue, left: left, right: right, result: result)
        return result
    }

    /// The greatest number over all cells of the levels that are not kept.
    ///
    /// - Parameter name: A number for the set of levels.
    mutating func keep(_ kept: LevelSet, _ name: Int32, _ diagram: Diagram) throws(DiagramOverflow) -> Diagram {
        if diagram.number != nil { return diagram }
        if let known = cached(.keep, diagram.id, name) { return known }
        let level = level(diagram)
        let edges = edgeRange(diagram)
        if !kept.contains(level) {
            var result = Diagram.never
            for edge in edges { result = try apply(.greatest, result, keep(kept, name, children[edge])) }
            return remember(.keep, diagram.id, name, result)
        }
        let base = base
        for edge in edges {
            let child = try keep(kept, name, children[edge])
            add(end: Int(ends[edge]), child, base)
        }
        return remember(.keep, diagram.id, name, try close(level, base))
    }
}
