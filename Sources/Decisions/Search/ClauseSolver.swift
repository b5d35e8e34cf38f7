/// Decides whether clauses can all be true, by search that learns a clause from every conflict: two watched literals, first unique
/// implication points, activity of variables, saved phases, restarts after Luby's sequence.
struct ClauseSolver {
    enum Answer: Equatable {
        case satisfiable
        /// Not with these of the assumptions.
        case unsatisfiable(Set<Literal>)
        /// Not within the limit of conflicts.
        case undecided
    }

    private struct Watch {
        let clause: Int
        /// Another literal of the clause: where it is true, the clause need not be looked at.
        let blocker: Literal
    }

    /// The literals of all clauses, one clause after the other; the first two of each are watched.
    private var arena: [Literal] = []
    private var starts: [Int] = [0]
    /// By literal, the clauses that watch it.
    private var watches: [[Watch]] = []

    /// By literal: 1 true, -1 false, 0 open.
    private var values: [Int8] = []
    private var phases: [Bool] = []
    private var levels: [Int] = []
    /// By variable, the clause that forced it; -1 for none.
    private var reasons: [Int] = []
    private var isSeen: [Bool] = []
    private var trail: [Literal] = []
    private var trailLimits: [Int] = []
    private var head = 0
    private var order = VariableOrder()
    private var isContradictory = false

    /// How much was done so far.
    private(set) var conflicts = 0
    private(set) var assignments = 0

    mutating func newVariable() -> Literal {
        let variable = phases.count
        phases.append(false)
        levels.append(0)
        reasons.append(-1)
        isSeen.append(false)
        values += [0, 0]
        watches += [[], []]
        order.add()
        return Literal(variable)
    }

    /// The truth of a literal in the last model.
    func isTrue(_ literal: Literal) -> Bool {
        values[literal.code] != 0 ? values[literal.code] > 0 : phases[literal.variable] != literal.isNegative
    }

    /// Adds a clause that is to hold in every answer from now on.
    mutating func add(_ literals: [Literal]) {
        backtrack(to: 0)
        var clause: [Literal] = []
        for literal in Set(literals).sorted(by: { $0.code < $1.code }) {
            if values[literal.code] > 0 || clause.contains(!literal) { return }
            if values[literal.code] == 0 { clause.append(literal) }
        }
        switch clause.count {
        case 0: isContradictory = true
        case 1:
            assign(clause[0], because: -1)
            if propagate() != nil { isContradictory = true }
        default: _ = attach(clause)
        }
    }

    private mutating func attach(_ clause: [Literal]) -> Int {
        let number = starts.count - 1
        arena += clause
        starts.append(arena.count)
        watches[clause[0].code].append(Watch(clause: number, blocker: clause[1]))
        watches[clause[1].code].append(Watch(clause: number, blocker: clause[0]))
        return number
    }
}

// MARK: Propagation

extension ClauseSolver {
    private var level: Int { trailLimits.count }

    private mutating func assign(_ literal: Literal, because reason: Int) {
        values[literal.code] = 1
        values[(!literal).code] = -1
        levels[literal.variable] = level
        reasons[literal.variable] = reason
        trail.append(literal)
    }

    private mutating func backtrack(to target: Int) {
        guard level > target else { return }
        for literal in trail[trailLimits[target]...].reversed() {
            values[literal.code] = 0
            values[(!literal).code] = 0
            phases[literal.variable] = !literal.isNegative
            order.insert(literal.variable)
        }
        trail.removeSubrange(trailLimits[target]...)
        trailLimits.removeSubrange(target...)
        head = trail.count
    }

    /// Draws all consequences; the clause that cannot hold, if any.
    private mutating func propagate() -> Int? {
        while head < trail.count {
            let falsified = !trail[head]
            head += 1
            assignments += 1
            var list: [Watch] = []
            swap(&list, &watches[falsified.code])
            var kept = 0
            var conflict: Int?
            var next = 0
            while next < list.count {
                let watch = list[next]
                next += 1
                if values[watch.blocker.code] > 0 {
                    list[kept] = watch
                    kept += 1
                    continue
                }
                let start = starts[watch.clause]
                if arena[start] == falsified { arena.swapAt(start, start + 1) }
                let first = arena[start]
                let renewed = Watch(clause: watch.clause, blocker: first)
                if values[first.code] <= 0, rewatch(watch.clause, start, first) { continue }
                list[kept] = renewed
                kept += 1
                if values[first.code] > 0 { continue }
                if values[first.code] < 0 {
                    conflict = watch.clause
                    break
                }
                assign(first, because: watch.clause)
            }
            while next < list.count {
                list[kept] = list[next]
                kept += 1
                next += 1
            }
            list.removeSubrange(kept...)
            watches[falsified.code] = list
            if conflict != nil { return conflict }
        }
        return nil
    }

    /// Finds another literal to watch in the place of the second, which is false.
    private mutating func rewatch(_ clause: Int, _ start: Int, _ first: Literal) -> Bool {
        for place in start + 2..<max(start + 2, starts[clause + 1]) where values[arena[place].code] >= 0 {
            arena.swapAt(start + 1, place)
            watches[arena[start + 1].code].append(Watch(clause: clause, blocker: first))
            return true
        }
        return false
    }
}

// MARK: Search

extension ClauseSolver {
    /// - Parameter limit: How many conflicts there may be.
    mutating func solve(_ assumptions: [Literal], limit: Int) -> Answer {
        if isContradictory { return .unsatisfiable([]) }
        backtrack(to: 0)
        let last = conflicts + limit
        var restarts = 0
        var untilRestart = 100
        while true {
            if let clause = propagate() {
                conflicts += 1
                untilRestart -= 1
                if level == 0 {
                    isContradictory = true
                    return .unsatisfiable([])
                }
                learn(from: clause)
                if conflicts >= last {
                    backtrack(to: 0)
                    return .undecided
                }
                continue
            }
            if untilRestart <= 0 {
                restarts += 1
                untilRestart = 100 * luby(restarts)
                backtrack(to: 0)
                continue
            }
            if level < assumptions.count {
                let assumption = assumptions[level]
                if values[assumption.code] < 0 {
                    let core = core(of: !assumption)
                    backtrack(to: 0)
                    return .unsatisfiable(core.union([assumption]))
                }
                trailLimits.append(trail.count)
                if values[assumption.code] == 0 { assign(assumption, because: -1) }
                continue
            }
            guard let variable = nextVariable() else {
                // Saves the model as phases.
                backtrack(to: 0)
                return .satisfiable
            }
            trailLimits.append(trail.count)
            let literal = Literal(variable)
            assign(phases[variable] ? literal : !literal, because: -1)
        }
    }

    private mutating func nextVariable() -> Int? {
        while let variable = order.removeFirst() {
            if values[2 * variable] == 0 { return variable }
        }
        return nil
    }

    /// Learns the clause at the first unique implication point, goes back as far as it is of use, and draws its consequence.
    private mutating func learn(from conflict: Int) {
        var learnt: [Literal] = []
        var open = 0
        var clause = conflict
        var place = trail.count
        var pivot: Literal?
        repeat {
            for position in starts[clause]..<starts[clause + 1] {
                let literal = arena[position]
                let variable = literal.variable
                if literal == pivot || isSeen[variable] || levels[variable] == 0 { continue }
                isSeen[variable] = true
                order.bump(variable)
                if levels[variable] == level { open += 1 } else { learnt.append(literal) }
            }
            repeat { place -= 1 } while !isSeen[trail[place].variable]
            pivot = trail[place]
            isSeen[pivot!.variable] = false
            clause = reasons[pivot!.variable]
            open -= 1
        } while open > 0
        for literal in learnt { isSeen[literal.variable] = false }
        order.decay()
        let asserting = !pivot!
        guard let second = learnt.indices.max(by: { levels[learnt[$0].variable] < levels[learnt[$1].variable] }) else {
            backtrack(to: 0)
            assign(asserting, because: -1)
            return
        }
        learnt.swapAt(0, second)
        backtrack(to: levels[learnt[0].variable])
        assign(asserting, because: attach([asserting] + learnt))
    }

    /// The assumptions that force a literal.
    private mutating func core(of literal: Literal) -> Set<Literal> {
        var core: Set<Literal> = []
        guard levels[literal.variable] > 0 else { return core }
        isSeen[literal.variable] = true
        for entry in trail[trailLimits[0]...].reversed() where isSeen[entry.variable] {
            isSeen[entry.variable] = false
            let reason = reasons[entry.variable]
            if reason < 0 {
                core.insert(entry)
                continue
            }
            for position in starts[reason]..<starts[reason + 1] where arena[position] != entry {
                let variable = arena[position].variable
                if levels[variable] > 0 { isSeen[variable] = true }
            }
        }
        return core
    }

    private func luby(_ number: Int) -> Int {
        var size = 1
        var exponent = 0
        while size < number + 1 {
            exponent += 1
            size = 2 * size + 1
        }
        var number = number
        while size - 1 != number {
            size = (size - 1) / 2
            exponent -= 1
            number %= size
        }
        return 1 << exponent
    }
}
