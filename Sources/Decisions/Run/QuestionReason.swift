extension WorkflowRun {
    /// Where the answer to a field may matter from a position on: the answers and entries that test it and that what is
    /// known does not rule out, in the order in which a walk may come to them.
    package func uses(of field: String, from position: RunPosition, known: CallerContext) -> [FlowLocation] {
        var search = UseSearch(run: self, field: field, known: known)
        for (depth, frame) in position.stack.enumerated().reversed() {
            // Of a caller, the walk comes to what follows its call.
            if depth == position.stack.count - 1 {
                search.visit(frame.flow, frame.step)
            } else {
                for step in step(frame)?.successors ?? [] { search.visit(frame.flow, step) }
            }
        }
        return search.found
    }
}

private struct UseSearch {
    let run: WorkflowRun
    let field: String
    let known: CallerContext
    private var visited: Set<RunPosition.Frame> = []
    private(set) var found: [FlowLocation] = []

    init(run: WorkflowRun, field: String, known: CallerContext) {
        self.run = run
        self.field = field
        self.known = known
    }

    mutating func visit(_ flow: String, _ start: String) {
        var pending = [RunPosition.Frame(flow: flow, step: start)]
        while let frame = pending.popLast() {
            guard visited.insert(frame).inserted, let step = run.step(frame) else { continue }
            var next: [String] = []
            func use(_ ordinal: Int) {
                found.append(FlowLocation(flow: frame.flow, step: frame.step, ordinal: ordinal))
            }
            switch step.kind {
            case .question(let asked, let answers):
                for (ordinal, answer) in answers.enumerated() {
                    if let value = known[asked], !answer.test.accepts(value) { continue }
                    if asked == field { use(ordinal) }
                    next.append(answer.step)
                }
            case .branch(let entries):
                for (ordinal, entry) in entries.enumerated() {
                    let verdict = entry.condition?.verdict(for: known) ?? .holds
                    if verdict == .fails { continue }
                    if entry.condition?.fields.contains(field) == true { use(ordinal) }
                    next.append(entry.step)
                    if verdict == .holds { break }
                }
            case .call(let callee, let continuations):
                if let called = run.closure.flows.first(where: { $0.id == callee }) {
                    pending.append(RunPosition.Frame(flow: callee, step: called.start))
                }
                next = continuations.map(\.step)
            case .outcome(let outcome):
                for (ordinal, requirement) in outcome.requirements.enumerated()
                where requirement.condition?.fields.contains(field) == true { use(ordinal) }
            }
            pending += next.reversed().map { RunPosition.Frame(flow: frame.flow, step: $0) }
        }
    }
}
