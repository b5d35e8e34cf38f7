/// Two walks side by side over the same callers, or over callers who differ in one field: forward over pairs of places, with
/// the set of contexts at each. The walks are together as long as they have asked for the same fields in the same order;
/// where the next question or the end of one is not that of the other, they are apart.
struct Lockstep {
    struct State: Hashable {
        let left: Int
        let right: Int
        let isApart: Bool
    }

    /// Contexts that go from one pair to the next.
    struct Transition {
        let from: State
        let to: State
        /// As they matter before.
        let contexts: Diagram
        /// The field that both sides ask for on the way.
        let asks: Int?
    }

    /// Contexts that end differently, or that were asked different questions before they were told the same. Of those who are
    /// told nothing by either, the questions do not count.
    struct Difference {
        let state: State
        let contexts: Diagram
        let left: FlowEnding
        let right: FlowEnding
    }

    private let table: DiagramTable
    private(set) var left: LockstepSide
    private(set) var right: LockstepSide
    /// Whether two places lead to the same questions and ends for all contexts that may come there.
    private let isSame: (Int, Int) -> Bool
    private let repeated: Set<Int>
    private let stopsAtFirst: Bool

    private(set) var sets: [State: Diagram] = [:]
    private(set) var transitions: [Transition] = []
    private(set) var differences: [Difference] = []
    /// Whether some walks were found to come apart.
    private(set) var isApart = false
    private var fresh: [State: Diagram] = [:]
    private var queue = PriorityQueue<State>()
    private var budget: Int

    /// More pairs of places than the budget.
    struct TooManyStates: Error {}

    init(
        _ table: DiagramTable, _ left: LockstepSide, _ right: LockstepSide, stopsAtFirst: Bool, budget: Int,
        isSame: @escaping (Int, Int) -> Bool
    ) {
        self.table = table
        self.left = left
        self.right = right
        self.stopsAtFirst = stopsAtFirst
        self.budget = budget
        self.isSame = isSame
        repeated = left.relevance.repeated.union(right.relevance.repeated)
    }

    mutating func add(_ contexts: Diagram, at state: State) throws(DiagramOverflow) {
        try arrive(contexts, at: state)
    }

    /// - Returns: False where the budget was spent first.
    mutating func run() throws(DiagramOverflow) -> Bool {
        while let state = queue.removeMax() {
            guard let set = fresh.removeValue(forKey: state) else { continue }
            if stopsAtFirst, isApart { return true }
            guard budget > 0 else { return false }
            budget -= 1
            if state.isApart { try goApart(state, set) } else { try goTogether(state, set) }
        }
        return true
    }

    private mutating func arrive(_ contexts: Diagram, at state: State) throws(DiagramOverflow) {
        guard contexts != .never else { return }
        if !state.isApart, isSame(state.left, state.right) { return }
        var levels = left.levels(state.left)
        levels.formUnion(right.levels(state.right))
        if state.isApart {
            for field in repeated {
                levels.remove(left.asked(field))
                levels.remove(right.asked(field))
            }
        }
        let set = try table.keeping(levels, contexts)
        let known = sets[state] ?? .never
        let new = try table.without(set, known)
        if new == .never { return }
        sets[state] = try table.or(known, new)
        if let waiting = fresh[state] {
            fresh[state] = try table.or(waiting, new)
        } else {
            fresh[state] = new
            queue.insert(state, priority: left.heights[state.left] + right.heights[state.right])
        }
    }

    private mutating func pass(
        _ contexts: Diagram, from state: State, to next: State, asks: Int? = nil
    ) throws(DiagramOverflow) {
        transitions.append(Transition(from: state, to: next, contexts: contexts, asks: asks))
        var contexts = contexts
        if let field = asks, repeated.contains(field) {
            for level in Set([left.asked(field), right.asked(field)]) {
                var others = LevelSet.all(table.cells.count)
                others.remove(level)
                contexts = try table.and(table.test(level, CellSet([1])), table.keeping(others, contexts))
            }
        }
        try arrive(contexts, at: next)
    }

    private mutating func goApart(_ state: State, _ set: Diagram) throws(DiagramOverflow) {
        if left.isEnd(state.left), right.isEnd(state.right) {
            try end(state, set)
        } else if right.isEnd(state.right) || !left.isEnd(state.left) && isLeftHigher(state) {
            try goLeft(state, set)
        } else {
            try goRight(state, set)
        }
    }

    private func isLeftHigher(_ state: State) -> Bool { left.heights[state.left] >= right.heights[state.right] }

    private mutating func goLeft(_ state: State, _ set: Diagram) throws(DiagramOverflow) {
        for (target, taken) in try left.leave(state.left, set) {
            try pass(taken, from: state, to: State(left: target, right: state.right, isApart: state.isApart))
        }
    }

    private mutating func goRight(_ state: State, _ set: Diagram) throws(DiagramOverflow) {
        for (target, taken) in try right.leave(state.right, set) {
            try pass(taken, from: state, to: State(left: state.left, right: target, isApart: state.isApart))
        }
    }

    private mutating func goTogether(_ state: State, _ set: Diagram) throws(DiagramOverflow) {
        var set = set
        // Who was asked already goes on in silence.
        if let field = left.question(state.left), repeated.contains(field) {
            let asked = try table.test(left.asked(field), CellSet([1]))
            try goLeft(state, table.and(asked, set))
            set = try table.without(set, asked)
        }
        if let field = right.question(state.right), repeated.contains(field) {
            let asked = try table.test(right.asked(field), CellSet([1]))
            try goRight(state, table.and(asked, set))
            set = try table.without(set, asked)
        }
        guard set != .never else { return }
        let isLeftSilent = left.question(state.left) == nil && !left.isEnd(state.left)
        let isRightSilent = right.question(state.right) == nil && !right.isEnd(state.right)
        if isLeftSilent, !isRightSilent || isLeftHigher(state) { return try goLeft(state, set) }
        if isRightSilent { return try goRight(state, set) }
        if let field = left.question(state.left), field == right.question(state.right) {
            return try ask(field, state, set)
        }
        if left.isEnd(state.left), right.isEnd(state.right) { return try end(state, set) }
        isApart = true
        try pass(set, from: state, to: State(left: state.left, right: state.right, isApart: true))
    }

    mutating func ask(_ field: Int, _ state: State, _ set: Diagram) throws(DiagramOverflow) {
        for (leftTarget, leftSet) in try left.leave(state.left, set) {
            for (rightTarget, taken) in try right.leave(state.right, leftSet) {
                try pass(
                    taken, from: state, to: State(left: leftTarget, right: rightTarget, isApart: false), asks: field)
            }
        }
    }

    private mutating func end(_ state: State, _ set: Diagram) throws(DiagramOverflow) {
        for (leftEnding, leftSet) in try left.endings(state.left, set) {
            for (rightEnding, contexts) in try right.endings(state.right, leftSet) where contexts != .never {
                if leftEnding == rightEnding {
                    guard state.isApart, case .told = leftEnding else { continue }
                }
                isApart = true
                differences.append(
                    Difference(state: state, contexts: contexts, left: leftEnding, right: rightEnding))
            }
        }
    }
}
