/// Looks at a few pairs of callers who differ in one answer alone. Most answers matter to most callers, and then a pair that is
/// asked differently, or told something else, is found at once.
struct SampledPairs {
    private let reach: ForwardReach
    private var walker: GraphWalker
    private var noise = Noise()

    private static let count = 32
    private static let answers = 8

    init(_ reach: ForwardReach) {
        self.reach = reach
        walker = GraphWalker(graph: reach.graph)
    }

    /// Whether such a pair was found; without one, nothing is known.
    ///
    /// - Parameter pairs: Two callers each who come to a question for a field and answer differently, alike in what else still
    ///   matters: values and what was asked, and the same again for the other.
    mutating func showDifference(after place: Int, _ field: Int, ofPairs pairs: Diagram) -> Bool {
        for _ in 0..<Self.count {
            let levels = pick(from: pairs)
            if differ(levels, levels[DiagramLevels.otherValue(field)], DiagramLevels.otherAsked, field, place) {
                return true
            }
        }
        return false
    }

    /// The same among single callers who come to the question: each is compared with those who answer otherwise.
    mutating func showDifference(after place: Int, _ field: Int, among arriving: Diagram) -> Bool {
        let count = reach.graph.partition.fields[field].cells.count
        for _ in 0..<Self.count {
            let levels = pick(from: arriving)
            var other = levels
            let first = noise.next(below: count)
            for turn in 0..<min(count, Self.answers) {
                let cell = (first + turn) % count
                other[DiagramLevels.value(field)] = cell
                guard cell != levels[DiagramLevels.value(field)], reach.table.value(arriving, other) == 1 else {
                    continue
                }
                if differ(levels, cell, DiagramLevels.asked, field, place) { return true }
            }
        }
        return false
    }

    /// - Parameters:
    ///   - cell: What the other answers.
    ///   - otherAsked: The level for whether the other was asked for a field.
    private func differ(
        _ levels: [Int], _ cell: Int, _ otherAsked: (Int) -> Int, _ field: Int, _ place: Int
    ) -> Bool {
        let cells = (0..<reach.graph.partition.fields.count).map { levels[DiagramLevels.value($0)] }
        var other = cells
        other[field] = cell
        func asked(_ level: (Int) -> Int) -> Set<Int> {
            Set(cells.indices.filter { levels[level($0)] == 1 }).union([field])
        }
        return walker.differ(
            GraphWalker.Caller(cells: cells, asked: asked(DiagramLevels.asked)),
            GraphWalker.Caller(cells: other, asked: asked(otherAsked)), after: place)
    }

    /// The cell of every level for one context.
    private mutating func pick(from set: Diagram) -> [Int] {
        let table = reach.table
        var levels = [Int](repeating: 0, count: table.cells.count)
        var here = set
        while here.number == nil {
            let edges = table.edges(here).filter { $0.child != .never }
            let edge = edges[noise.next(below: edges.count)]
            levels[table.level(here)] = edge.cells.lowerBound + noise.next(below: edge.cells.count)
            here = edge.child
        }
        return levels
    }
}

/// Numbers that look like chance and are the same on every run.
struct Noise {
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D

    mutating func next(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }
}

/// Walks single contexts through a graph, from question to question.
struct GraphWalker {
    enum Event: Hashable {
        case asks(Int)
        case ends(FlowEnding)
    }

    struct Caller {
        let cells: [Int]
        /// The fields that were asked for.
        var asked: Set<Int>
    }

    let graph: FlowGraph
    /// Longer walks are given up.
    var stepLimit = 2_000

    /// Where the next question is that is asked, or the end.
    func advance(_ place: inout Int, _ caller: Caller, _ steps: inout Int) -> Event? {
        while steps < stepLimit {
            steps += 1
            switch graph.places[place].kind {
            case .question(let field) where !caller.asked.contains(field): return .asks(field)
            case .outcome(let outcome): return .ends(.told(outcome.resolved(for: caller.cells)))
            case .stop(let stop): return .ends(stop == .outside ? .undeclared : .nowhere)
            case .question, .silent: place = graph.next(after: place, for: caller.cells)!.target
            }
        }
        return nil
    }

    /// Whether two callers are asked differently or told something else after a question. False where the walk is too long.
    func differ(_ left: Caller, _ right: Caller, after place: Int) -> Bool {
        var left = left
        var right = right
        var steps = 0
        var leftPlace = graph.next(after: place, for: left.cells)!.target
        var rightPlace = graph.next(after: place, for: right.cells)!.target
        while true {
            guard let leftEvent = advance(&leftPlace, left, &steps),
                let rightEvent = advance(&rightPlace, right, &steps)
            else { return false }
            if leftEvent != rightEvent { return true }
            guard case .asks(let field) = leftEvent else { return false }
            left.asked.insert(field)
            right.asked.insert(field)
        }
    }
}
