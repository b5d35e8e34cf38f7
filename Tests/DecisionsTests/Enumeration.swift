import Decisions

/// The truth about a workflow, by walking every caller of the small world through it.
struct Enumeration {
    enum End: Hashable {
        case outcome(Told)
        case gap(FlowLocation)
        case missing(FlowLocation)
        case recursion(FlowLocation)
        /// The steps that the caller goes round, in no order.
        case cycle(Set<String>)
    }

    /// What a caller is told.
    struct Told: Hashable {
        let text: String
        let article: String?
        let requirements: [String]
        let handoff: Outcome.Handoff?
    }

    struct Walk: Hashable {
        var end: End
        var asked: [String] = []
        /// For each of them, the step that asked, where it is one of the workflow itself.
        var askedAt: [String?] = []
        /// The step of the workflow itself at which the walk ended, and whether that was in a workflow called there.
        var top = ""
        var isInside = false
        /// The steps of the workflow itself that were entered, and the ways on that were taken.
        var steps: Set<String> = []
        var ways: Set<FlowLocation> = []
    }

    static let callers = SmallWorld.completions([:])

    let flow: DecisionFlow
    let library: FlowLibrary

    func walk(_ caller: CallerContext) -> Walk {
        var walk = Walk(end: .missing(FlowLocation(flow: "", step: "")))
        walk.end = ending(caller, &walk)
        return walk
    }

    private func ending(_ caller: CallerContext, _ walk: inout Walk) -> End {
        var stack = [(flow, flow.start)]
        defer {
            walk.top = stack[0].1
            walk.isInside = stack.count > 1
        }
        var trail: [String] = []
        while true {
            let (flow, name) = stack[stack.count - 1]
            let here = FlowLocation(flow: flow.id, step: name)
            let key = stack.map { "\($0.0.id).\($0.1)" }.joined(separator: "/")
            if let before = trail.firstIndex(of: key) { return .cycle(Set(trail[before...])) }
            trail.append(key)
            if stack.count == 1 { walk.steps.insert(name) }
            guard let step = flow.steps.first(where: { $0.name == name }) else { return .missing(here) }
            func go(_ ordinal: Int, _ next: String, from depth: Int) {
                if depth == 0 {
                    walk.ways.insert(FlowLocation(flow: stack[0].0.id, step: stack[0].1, ordinal: ordinal))
                }
                stack[depth].1 = next
            }
            switch step.kind {
            case .question(let field, let answers):
                if !walk.asked.contains(field) {
                    walk.asked.append(field)
                    walk.askedAt.append(stack.count == 1 ? name : nil)
                }
                guard
                    let place = answers.firstIndex(where: {
                        Condition.test(field: field, $0.test).isTrue(caller)
                    })
                else { return .gap(here) }
                go(place, answers[place].step, from: stack.count - 1)
            case .branch(let entries):
                guard let place = entries.firstIndex(where: { $0.condition?.isTrue(caller) ?? true }) else {
                    return .gap(here)
                }
                go(place, entries[place].step, from: stack.count - 1)
            case .call(let callee, _):
                if stack.contains(where: { $0.0.id == callee }) { return .recursion(here) }
                stack.append((library[callee]!, library[callee]!.start))
            case .outcome(let outcome):
                if stack.count == 1 {
                    return .outcome(
                        Told(
                            text: outcome.text, article: outcome.article,
                            requirements: outcome.requirements.filter { $0.condition?.isTrue(caller) ?? true }
                                .map(\.id), handoff: outcome.handoff))
                }
                stack.removeLast()
                let (flow, name) = stack[stack.count - 1]
                guard case .call(_, let continuations)? = flow.steps.first(where: { $0.name == name })?.kind,
                    let place = continuations.firstIndex(where: { $0.outcome == step.name })
                else { return .gap(FlowLocation(flow: flow.id, step: name)) }
                go(place, continuations[place].step, from: stack.count - 1)
            }
        }
    }
}

extension Enumeration.Told {
    init(_ outcome: ResolvedOutcome) {
        self.init(
            text: outcome.text, article: outcome.article, requirements: outcome.requirements, handoff: outcome.handoff)
    }
}
