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
    /// Whether some caller goes round for ever; then questions are not looked at.
    let hasCycle: Bool
    /// For each fact, the callers of whom it is true, by their place in the enumeration.
    private(set) var facts: [Fact: Set<Int>] = [:]

    init(_ flow: DecisionFlow, _ library: FlowLibrary) {
        let enumeration = Enumeration(flow: flow, library: library)
        let walks = Enumeration.callers.map(enumeration.walk)
        self.walks = walks
        hasCycle = walks.contains { walk in if case .cycle = walk.end { true } else { false } }
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
            if case .question(let field, _) = step.kind, !hasCycle {
                let later = Mattering(flow, library).fields(from: step.name)
                collectNeedless(step.name, field, later.subtracting([field]))
            }
        }
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

    /// - Parameter others: The other fields that are tested at the step or after it.
    private mutating func collectNeedless(_ step: String, _ field: String, _ others: Set<String>) {
        var asked: Set<Int> = []
        var after: [CallerContext: Set<After>] = [:]
        for (caller, walk) in walks.enumerated() {
            guard let place = walk.askedAt.firstIndex(of: step) else { continue }
            asked.insert(caller)
            let rest = Enumeration.callers[caller].filter { others.contains($0.key) }
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

/// The fields that some way from a step on tests, conditions left aside.
private struct Mattering {
    let flow: DecisionFlow
    let library: FlowLibrary

    init(_ flow: DecisionFlow, _ library: FlowLibrary) {
        self.flow = flow
        self.library = library
    }

    func fields(from step: String) -> Set<String> { visit(flow, step).fields }

    /// The fields that are tested, and the names of the outcomes that ways lead to.
    private func visit(_ flow: DecisionFlow, _ start: String) -> (fields: Set<String>, outcomes: Set<String>) {
        var fields: Set<String> = []
        var outcomes: Set<String> = []
        var seen: Set<String> = []
        var pending = [start]
        while let name = pending.popLast() {
            guard seen.insert(name).inserted, let step = flow.steps.first(where: { $0.name == name }) else { continue }
            switch step.kind {
            case .question(let field, let answers):
                fields.insert(field)
                pending += answers.map(\.step)
            case .branch(let entries):
                for entry in entries { fields.formUnion(entry.condition?.fields ?? []) }
                pending += entries.map(\.step)
            case .call(let callee, let continuations):
                let called = library[callee]!
                let inside = visit(called, called.start)
                fields.formUnion(inside.fields)
                pending += continuations.filter { inside.outcomes.contains($0.outcome) }.map(\.step)
            case .outcome(let outcome):
                outcomes.insert(name)
                // Inside a called workflow, an outcome is nothing but a way back.
                if flow.id == self.flow.id {
                    for requirement in outcome.requirements { fields.formUnion(requirement.condition?.fields ?? []) }
                }
            }
        }
        return (fields, outcomes)
    }
}
