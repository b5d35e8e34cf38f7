/// A workflow to be walked through with one caller: a pure function from what is known to what comes next.
package struct WorkflowRun: Sendable {
    package let flow: DecisionFlow
    let closure: FlowClosure
    private let steps: [String: [String: DecisionFlow.Step]]

    package init(_ flow: DecisionFlow, library: FlowLibrary) {
        self.flow = flow
        closure = FlowClosure(flow, in: library)
        steps = Dictionary(
            closure.flows.map { flow in
                (flow.id, Dictionary(flow.steps.map { ($0.name, $0) }) { first, _ in first })
            }
        ) { first, _ in first }
    }

    /// How far a caller comes of whom this is known.
    package func position(for known: CallerContext) -> RunPosition {
        var walk = RunPosition(stack: [RunPosition.Frame(flow: flow.id, step: flow.start)])
        var visited: Set<[RunPosition.Frame]> = []
        while true {
            guard visited.insert(walk.stack).inserted else {
                walk.state = .stopped(.cycle, walk.here)
                return walk
            }
            guard visited.count <= FlowGraph.placeLimit, walk.stack.count <= FlowGraph.callDepthLimit else {
                walk.state = .stopped(.tooLong, walk.here)
                return walk
            }
            guard let state = advance(&walk, known) else { continue }
            walk.state = state
            return walk
        }
    }

    func step(_ frame: RunPosition.Frame) -> DecisionFlow.Step? { steps[frame.flow]?[frame.step] }

    /// One step on; nil as long as the walk goes on.
    private func advance(_ walk: inout RunPosition, _ known: CallerContext) -> RunPosition.State? {
        guard let frame = walk.stack.last, let step = step(frame) else { return .stopped(.missingStep, walk.here) }
        switch step.kind {
        case .question(let field, let answers):
            guard let value = known[field] else { return .question(question(field, walk)) }
            let asks = walk.hasAsked(field) ? nil : field
            let ordinal = answers.firstIndex { $0.test.accepts(value) }
            walk.pass(ordinal, consulted: [field], asks: asks)
            guard let ordinal else { return .stopped(.gap, walk.here) }
            walk.go(to: answers[ordinal].step)
        case .branch(let entries):
            var consulted: [String] = []
            for (ordinal, entry) in entries.enumerated() {
                guard let condition = entry.condition else {
                    walk.pass(ordinal, consulted: consulted)
                    walk.go(to: entry.step)
                    return nil
                }
                consulted += condition.tests.map(\.field).filter { !consulted.contains($0) }
                switch condition.verdict(for: known) {
                case .fails: continue
                case .mayHold: return .question(question(condition.firstOpenField(known)!, walk))
                case .holds:
                    walk.pass(ordinal, consulted: consulted)
                    walk.go(to: entry.step)
                }
                return nil
            }
            return .stopped(.gap, walk.here)
        case .call(let callee, _):
            if walk.stack.contains(where: { $0.flow == callee }) { return .stopped(.recursion, walk.here) }
            guard let called = closure.flows.first(where: { $0.id == callee }) else {
                return .stopped(.missingWorkflow, walk.here)
            }
            walk.stack.append(RunPosition.Frame(flow: callee, step: called.start))
        case .outcome(let outcome):
            if walk.stack.count == 1 { return .outcome(arrival(outcome, walk, known)) }
            return leave(&walk, by: step.name)
        }
        return nil
    }

    /// Back from a called workflow that ended in a step of this name.
    private func leave(_ walk: inout RunPosition, by outcome: String) -> RunPosition.State? {
        walk.stack.removeLast()
        guard case .call(_, let continuations)? = step(walk.stack[walk.stack.count - 1])?.kind,
            let ordinal = continuations.firstIndex(where: { $0.outcome == outcome })
        else { return .stopped(.gap, walk.here) }
        walk.pass(ordinal, consulted: [])
        walk.go(to: continuations[ordinal].step)
        return nil
    }

    private func question(_ field: String, _ walk: RunPosition) -> RunPosition.Question {
        var answers: [DecisionFlow.Answer] = []
        if case .question(_, let own)? = walk.stack.last.flatMap({ step($0) })?.kind { answers = own }
        return RunPosition.Question(
            location: walk.here, field: closure.declared(field) ?? ContextField(name: field, domain: .boolean),
            answers: answers)
    }

    private func arrival(_ outcome: Outcome, _ walk: RunPosition, _ known: CallerContext) -> RunPosition.Arrival {
        let verdicts = outcome.requirements.map { ($0.id, $0.condition?.verdict(for: known) ?? .holds) }
        return RunPosition.Arrival(
            location: walk.here,
            outcome: ResolvedOutcome(outcome, verdicts.filter { $1 == .holds }.map(\.0)),
            openRequirements: verdicts.filter { $1 == .mayHold }.map(\.0))
    }
}

extension Condition {
    /// The first field, as written, that is not known and on which the verdict turns; nil where there is a verdict.
    func firstOpenField(_ known: CallerContext) -> String? {
        guard verdict(for: known) == .mayHold else { return nil }
        switch self {
        case .test(let field, _): return field
        case .all(let parts), .any(let parts): return parts.lazy.compactMap { $0.firstOpenField(known) }.first
        case .not(let part): return part.firstOpenField(known)
        }
    }
}
