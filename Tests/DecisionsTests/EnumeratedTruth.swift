import Decisions

/// What is true of a workflow, found by looking at the walks of all callers.
struct EnumeratedTruth {
    /// A finding, without what explains it.
    enum Fact: Hashable {
        case gap(FlowLocation)
        case called(FlowLocation, isEndless: Bool)
        case unreachable(String)
        case unmatchable(FlowLocation)
        case cycle(Set<String>)
        case needless(String)
        case overBudget
    }

    let walks: [Enumeration.Walk]
    /// For each fact, the callers of whom it is true, by their place in the enumeration.
    private(set) var facts: [Fact: Set<Int>] = [:]

    init(_ flow: DecisionFlow, _ library: FlowLibrary) {
        let enumeration = Enumeration(flow: flow, library: library)
        walks = Enumeration.callers.map { enumeration.walk($0) }
        for (caller, walk) in walks.enumerated() { collectEnd(flow, caller, walk) }
        let reached = Set(walks.flatMap(\.steps))
        let taken = Set(walks.flatMap(\.ways))
        for step in flow.steps {
            guard reached.contains(step.name) else {
                facts[.unreachable(step.name)] = []
                continue
            }
            for ordinal in step.successors.indices {
                let way = FlowLocation(flow: flow.id, step: step.name, ordinal: ordinal)
                if !taken.contains(way) { facts[.unmatchable(way)] = [] }
            }
            if case .question(let field, _) = step.kind { collectNeedless(step.name, field) }
        }
        let hasCycle = walks.contains { if case .cycle = $0.end { true } else { false } }
        if let budget = flow.budget, !hasCycle {
            let over = walks.indices.filter { walks[$0].asked.count > budget }
            if !over.isEmpty { facts[.overBudget] = Set(over) }
        }
    }

    private mutating func collectEnd(_ flow: DecisionFlow, _ caller: Int, _ walk: Enumeration.Walk) {
        let top = FlowLocation(flow: flow.id, step: walk.top)
        switch walk.end {
        case .outcome: break
        case .gap(let location):
            facts[walk.isInside ? .called(top, isEndless: false) : .gap(location), default: []].insert(caller)
        case .missing, .recursion:
            if walk.isInside { facts[.called(top, isEndless: false), default: []].insert(caller) }
        case .cycle(let steps):
            let own = steps.filter { !$0.contains("/") }
            facts[own.isEmpty ? .called(top, isEndless: true) : .cycle(own), default: []].insert(caller)
        }
    }

    private struct After: Hashable {
        let asked: [String]
        let end: Enumeration.End
    }

    private mutating func collectNeedless(_ step: String, _ field: String) {
        var asked: Set<Int> = []
        var after: [CallerContext: Set<After>] = [:]
        for (caller, walk) in walks.enumerated() {
            guard let place = walk.askedAt.firstIndex(of: step) else { continue }
            asked.insert(caller)
            var rest = Enumeration.callers[caller]
            rest[field] = nil
            let end: Enumeration.End = if case .outcome = walk.end { walk.end } else { .cycle([]) }
            after[rest, default: []].insert(After(asked: Array(walk.asked[(place + 1)...]), end: end))
        }
        if !asked.isEmpty, after.values.allSatisfy({ $0.count == 1 }) { facts[.needless(step)] = asked }
    }
}

extension EnumeratedTruth {
    /// Whether every caller who agrees with what is mentioned is one of these, and no shorter mention would do.
    static func isSmallest(_ witness: CallerContext, _ callers: Set<Int>) -> Bool {
        isEnough(witness, callers) && !hasShorter(than: witness.count, callers)
    }

    static func isEnough(_ witness: CallerContext, _ callers: Set<Int>) -> Bool {
        Enumeration.callers.enumerated().allSatisfy { place, caller in
            callers.contains(place) || witness.contains { caller[$0.key] != $0.value }
        }
    }

    private static func hasShorter(than count: Int, _ callers: Set<Int>) -> Bool {
        let names = SmallWorld.fields.map(\.name)
        for mask in 0..<(1 << names.count) where mask.nonzeroBitCount < count {
            let mentioned = names.indices.filter { mask & (1 << $0) != 0 }.map { names[$0] }
            var counts: [[ContextValue]: Int] = [:]
            for place in callers { counts[mentioned.map { Enumeration.callers[place][$0]! }, default: 0] += 1 }
            let size = SmallWorld.fields.filter { !mentioned.contains($0.name) }
                .reduce(1) { $0 * SmallWorld.values($1).count }
            if counts.values.contains(size) { return true }
        }
        return false
    }
}
