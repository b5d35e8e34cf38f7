/// A workflow and all that it calls, directly or through others, and what keeps them from being put together.
package struct FlowClosure {
    /// So many calls may be under way.
    package static var depthLimit: Int { FlowGraph.callDepthLimit }

    let flow: DecisionFlow
    /// The workflow itself first.
    private(set) var flows: [DecisionFlow]
    /// The fields that some test looks at, in the order of first use.
    package private(set) var fields: [ContextField] = []
    private(set) var tests: [String: [FieldTest]] = [:]
    private(set) var defects: [StructureDefect] = []
    /// Fields whose answers count beyond the tests of steps: those that a workflow says so of, and dates from which the days that
    /// are tested follow.
    private(set) var consulted: Set<String> = []
    let otherOutcomes: [String: Set<String>]

    package init(_ flow: DecisionFlow, in library: FlowLibrary) {
        self.flow = flow
        otherOutcomes = library.otherOutcomes
        flows = [flow]
        var seen: Set<String> = [flow.id]
        var next = 0
        while next < flows.count {
            for callee in flows[next].callees where seen.insert(callee).inserted {
                if let called = library[callee] { flows.append(called) }
            }
            next += 1
        }
        collectFields()
        consulted = Set(flows.flatMap(\.consulted)).union(fields.compactMap(\.daysUntil))
        if let circle = circle() { defects.append(.recursion(circle)) }
    }

    private struct Tested: Hashable {
        let field: String
        let test: FieldTest
    }

    private var byID: [String: DecisionFlow] { Dictionary(flows.map { ($0.id, $0) }) { first, _ in first } }

    private mutating func collectFields() {
        let byID = byID
        var declared: [String: ContextField] = [:]
        for flow in flows {
            for field in flow.fields {
                guard let other = declared[field.name] else {
                    declared[field.name] = field
                    continue
                }
                if !other.isAlike(field) {
                    defects.append(.conflictingField(field.name, flow.id))
                }
            }
        }
        // A called workflow's fields come where it is called: what is tested together stands together.
        var visited: Set<String> = []
        var known: Set<Tested> = []
        func visit(_ flow: DecisionFlow) {
            guard visited.insert(flow.id).inserted else { return }
            for step in flow.stepsFromStart {
                for (field, test) in step.tests { use(field, test, FlowLocation(flow: flow.id, step: step.name)) }
                if case .question(let field, let answers) = step.kind, answers.isEmpty {
                    use(field, nil, FlowLocation(flow: flow.id, step: step.name))
                }
                if case .call(let callee, _) = step.kind, let called = byID[callee] {
                    visit(called)
                }
            }
        }
        func use(_ field: String, _ test: FieldTest?, _ location: FlowLocation) {
            guard let declaration = declared[field] else {
                defects.append(.undeclaredField(field, location))
                return
            }
            if tests[field] == nil {
                tests[field] = []
                fields.append(declaration)
            }
            if let test, known.insert(Tested(field: field, test: test)).inserted { tests[field]!.append(test) }
        }
        visit(flow)
    }

    /// Workflows that call one another in a circle, the first again at the end.
    private func circle() -> [String]? {
        let byID = byID
        var finished: Set<String> = []
        var open: [String] = []
        func visit(_ id: String) -> [String]? {
            if let place = open.firstIndex(of: id) { return open[place...] + [id] }
            guard !finished.contains(id), let flow = byID[id] else { return nil }
            open.append(id)
            defer { open.removeLast() }
            for callee in flow.callees {
                if let circle = visit(callee) { return circle }
            }
            finished.insert(id)
            return nil
        }
        return visit(flow.id)
    }
}

/// What keeps a workflow from being put together with those that it calls.
package enum StructureDefect: Hashable, Sendable {
    /// The ids of workflows, each of which calls the next; the first again at the end.
    case recursion([String])
    /// A field that two workflows, of which one calls the other, declare differently; with the id of the second.
    case conflictingField(String, String)
    case undeclaredField(String, FlowLocation)
    /// The start, an answer, an entry or a continuation names a step that does not exist.
    case missingStep(String, FlowLocation)
    case missingWorkflow(String, FlowLocation)
    /// A continuation names an outcome that the called workflow does not have.
    case missingOutcome(String, FlowLocation)
    /// With its calls put in place, the workflow has more steps than the limit.
    case tooLarge(limit: Int)
    case callsTooDeep(limit: Int, FlowLocation)
}

extension DecisionFlow {
    /// The ids of the workflows that this one calls, in order, each once.
    var callees: [String] {
        var seen: Set<String> = []
        return steps.compactMap { step in
            if case .call(let callee, _) = step.kind, seen.insert(callee).inserted { callee } else { nil }
        }
    }

    /// The steps in the order in which a walk may first come to them, nearest first; those it never comes to at the end.
    var stepsFromStart: [Step] {
        let places = Dictionary(steps.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var seen = [Bool](repeating: false, count: steps.count)
        var order: [Int] = []
        for root in [places[start]].compactMap({ $0 }) + Array(steps.indices) where !seen[root] {
            seen[root] = true
            order.append(root)
            var next = order.count - 1
            while next < order.count {
                for name in steps[order[next]].successors {
                    guard let place = places[name], !seen[place] else { continue }
                    seen[place] = true
                    order.append(place)
                }
                next += 1
            }
        }
        return order.map { steps[$0] }
    }
}
