/// Puts the calls of a workflow in place.
struct FlowGraphBuilder {
    private struct Frame {
        let flow: DecisionFlow
        let steps: [String: DecisionFlow.Step]
        /// The ids of the workflows that are under way, this one last.
        let callers: [String]
        /// The call that this frame runs for; nil for the workflow itself.
        let call: Call?
    }

    private struct Call {
        let frame: Int
        let location: FlowLocation
        let continuations: [DecisionFlow.Continuation]
    }

    private struct Key: Hashable {
        let frame: Int
        let step: String
    }

    private struct Parts {
        let flow: DecisionFlow
        let steps: [String: DecisionFlow.Step]
        let outcomes: Set<String>

        init(_ flow: DecisionFlow) {
            self.flow = flow
            steps = Dictionary(flow.steps.map { ($0.name, $0) }) { first, _ in first }
            outcomes = Set(flow.steps.filter { if case .outcome = $0.kind { true } else { false } }.map(\.name))
        }
    }

    private let flows: [String: Parts]
    private let otherOutcomes: [String: Set<String>]
    private let partition: ContextPartition
    private let outside: [CellSet]
    private var frames: [Frame] = []
    private var places: [Key: Int] = [:]
    private var pending: [Key] = []

    init(_ closure: FlowClosure, _ partition: ContextPartition, edition: Int) {
        flows = Dictionary(closure.flows.map { ($0.id, Parts($0)) }) { first, _ in first }
        otherOutcomes = closure.otherOutcomes
        self.partition = partition
        outside = partition.fields.map { $0.outside(edition) }
        enter(flows[closure.flow.id] ?? Parts(closure.flow), callers: [], call: nil)
    }

    private mutating func enter(_ parts: Parts, callers: [String], call: Call?) {
        frames.append(Frame(flow: parts.flow, steps: parts.steps, callers: callers + [parts.flow.id], call: call))
    }

    mutating func build(_ graph: inout FlowGraph) {
        let flow = frames[0].flow
        graph.enter(from: nil)
        graph.begin(at: target(flow.start, 0, FlowLocation(flow: flow.id, step: ""), &graph))
        for step in flow.steps { _ = target(step.name, 0, FlowLocation(flow: flow.id, step: step.name), &graph) }
        var next = 0
        while next < pending.count {
            let key = pending[next]
            next += 1
            guard graph.places.count <= FlowGraph.placeLimit else {
                graph.report(.tooLarge(limit: FlowGraph.placeLimit))
                return
            }
            connect(frames[key.frame].steps[key.step]!, places[key]!, key.frame, &graph)
        }
    }

    /// The place of a step in a frame.
    private mutating func target(_ name: String, _ frame: Int, _ origin: FlowLocation, _ graph: inout FlowGraph) -> Int
    {
        let key = Key(frame: frame, step: name)
        if let place = places[key] { return place }
        guard let step = frames[frame].steps[name] else {
            graph.report(.missingStep(name, origin))
            return FlowGraph.Stop.dangling.rawValue
        }
        let place = graph.add(
            FlowGraph.Place(
                location: FlowLocation(flow: frames[frame].flow.id, step: name), frame: frame, kind: kind(step, frame)))
        places[key] = place
        pending.append(key)
        return place
    }

    private func kind(_ step: DecisionFlow.Step, _ frame: Int) -> FlowGraph.Place.Kind {
        switch step.kind {
        case .question(let field, _): partition.place(of: field).map { .question($0) } ?? .stop(.dangling)
        case .branch, .call: .silent
        case .outcome(let outcome) where frame == 0:
            .outcome(
                FlowOutcome(
                    outcome: outcome,
                    conditions: outcome.requirements.map { $0.condition.map { partition.cells($0) } ?? .always }))
        // What a called workflow says at its end is for its caller to go on by.
        case .outcome: .silent
        }
    }

    private mutating func connect(
        _ step: DecisionFlow.Step, _ place: Int, _ frame: Int, _ graph: inout FlowGraph
    ) {
        let here = graph.places[place].location
        func edge(_ ordinal: Int?, _ test: CellCondition, _ target: Int) -> FlowGraph.Edge {
            let origin = FlowLocation(flow: here.flow, step: here.step, ordinal: ordinal)
            return FlowGraph.Edge(origin: origin, frame: frame, test: test, target: target)
        }
        var edges: [FlowGraph.Edge] = []
        switch step.kind {
        case .question(let name, let answers):
            guard let field = partition.place(of: name) else { return }
            edges += strangers([field]).map { edge(nil, $0, FlowGraph.Stop.outside.rawValue) }
            for (ordinal, answer) in answers.enumerated() {
                let test = CellCondition.test(field: field, partition.fields[field].cells(accepting: answer.test))
                let origin = FlowLocation(flow: here.flow, step: here.step, ordinal: ordinal)
                edges.append(edge(ordinal, test, target(answer.step, frame, origin, &graph)))
            }
        case .branch(let entries):
            let tests = entries.map { $0.condition.map { partition.cells($0) } ?? .always }
            var fields: Set<Int> = []
            for test in tests { test.collectFields(&fields) }
            edges += strangers(fields.sorted()).map { edge(nil, $0, FlowGraph.Stop.outside.rawValue) }
            for (ordinal, entry) in entries.enumerated() {
                let origin = FlowLocation(flow: here.flow, step: here.step, ordinal: ordinal)
                edges.append(edge(ordinal, tests[ordinal], target(entry.step, frame, origin, &graph)))
            }
        case .call(let callee, let continuations):
            let entrance = call(callee, continuations, from: frame, at: here, &graph)
            graph.connect(place, [edge(nil, .always, entrance)])
            return
        case .outcome:
            if let call = frames[frame].call { graph.connect(place, [continuation(step.name, call, &graph)]) }
            return
        }
        graph.connect(place, edges + [edge(nil, .always, FlowGraph.Stop.gap.rawValue)])
    }

    /// The callers of whom one of these fields is something that this edition does not know.
    private func strangers(_ fields: [Int]) -> [CellCondition] {
        fields.filter { !outside[$0].isEmpty }.map { .test(field: $0, outside[$0]) }
    }

    private mutating func call(
        _ callee: String, _ continuations: [DecisionFlow.Continuation], from frame: Int, at here: FlowLocation,
        _ graph: inout FlowGraph
    ) -> Int {
        let dangling = FlowGraph.Stop.dangling.rawValue
        guard let parts = flows[callee] else {
            graph.report(.missingWorkflow(callee, here))
            return dangling
        }
        for (ordinal, continuation) in continuations.enumerated() where !parts.outcomes.contains(continuation.outcome) {
            let location = FlowLocation(flow: here.flow, step: here.step, ordinal: ordinal)
            if otherOutcomes[callee]?.contains(continuation.outcome) == true {
                graph.leaveIdle(location)
            } else {
                graph.report(.missingOutcome(continuation.outcome, location))
            }
        }
        let callers = frames[frame].callers
        // Recursion is reported by the closure.
        if callers.contains(callee) { return dangling }
        guard callers.count < FlowGraph.callDepthLimit else {
            graph.report(.callsTooDeep(limit: FlowGraph.callDepthLimit, here))
            return dangling
        }
        graph.enter(from: graph.calls[frame] ?? here)
        enter(parts, callers: callers, call: Call(frame: frame, location: here, continuations: continuations))
        return target(parts.flow.start, frames.count - 1, FlowLocation(flow: callee, step: ""), &graph)
    }

    private mutating func continuation(_ outcome: String, _ call: Call, _ graph: inout FlowGraph) -> FlowGraph.Edge {
        let ordinal = call.continuations.firstIndex { $0.outcome == outcome }
        let origin = FlowLocation(flow: call.location.flow, step: call.location.step, ordinal: ordinal)
        let place =
            ordinal.map { target(call.continuations[$0].step, call.frame, origin, &graph) }
            ?? FlowGraph.Stop.gap.rawValue
        return FlowGraph.Edge(origin: origin, frame: call.frame, test: .always, target: place)
    }
}
