/// A proof by search, for workflows whose diagrams are too large: which ways are taken and whether there are cycles is decided,
/// callers are not counted, and of needless questions only those are told that are none.
struct SearchedProof {
    private(set) var findings: [FlowFinding] = []
    private(set) var undecided: Set<FlowProperty> = []
    /// Not looked at, because of a finding.
    private(set) var unexamined: Set<FlowProperty> = []

    init(_ graph: FlowGraph, _ flow: DecisionFlow, _ budget: ProofBudget) {
        let order = FlowOrder(graph)
        var search = OccurrenceSearch(graph, budget)
        let reach = ReachFindings(graph, flow, search.edges)
        undecided = reach.undecided
        var left = budget.witnesses
        for found in reach.found {
            var finding = FlowFinding(kind: found.kind, location: found.location, witness: nil, callers: nil)
            if !found.edges.isEmpty, left > 0 {
                left -= 1
                finding.witness = search.witness(found.edges).map { graph.partition.caller(in: $0) }
            }
            findings.append(finding)
        }
        let cycles = search.cycles(order)
        for cycle in cycles ?? [] { report(cycle.places, cycle.context, graph) }
        if cycles == nil { undecided.insert(.noCycle) }
        if cycles?.isEmpty == false {
            unexamined = [.everyQuestionMatters, .withinBudget]
            return
        }
        if !QuestionsThatMatter(graph, search.visitors).areAll(of: flow) { undecided.insert(.everyQuestionMatters) }
        let longest = FlowRelevance(graph, order, levelCount: DiagramLevels(graph.partition).count)
        let table = DiagramTable(DiagramLevels(graph.partition), budget: 0)
        if let limit = flow.budget, QuestionCount(graph, order, longest, table).bound() > limit {
            undecided.insert(.withinBudget)
        }
    }

    private mutating func report(_ places: [Int], _ context: [Int], _ graph: FlowGraph) {
        let own = places.map { graph.places[$0] }.filter { $0.frame == 0 }.map(\.location)
        let location = own.first ?? graph.calls[graph.places[places[0]].frame]!
        let kind: FlowFinding.Kind = own.isEmpty ? .calledWorkflow(isEndless: true) : .cycle(own)
        if findings.contains(where: { $0.isSameCycle(as: kind, at: location) }) { return }
        let looked = GraphWalker(graph: graph).walk(context).looked
        let cells = Dictionary(uniqueKeysWithValues: looked.map { ($0, context[$0]) })
        findings.append(
            FlowFinding(kind: kind, location: location, witness: graph.partition.caller(in: cells), callers: nil))
    }
}

extension FlowFinding {
    /// Whether this is a cycle through the same steps, wherever one begins to go round.
    fileprivate func isSameCycle(as other: Kind, at place: FlowLocation) -> Bool {
        switch (kind, other) {
        case (.cycle(let steps), .cycle(let others)): Set(steps) == Set(others)
        case (.calledWorkflow(isEndless: true), .calledWorkflow(isEndless: true)): location == place
        default: false
        }
    }
}

/// Shows of questions that they matter, by pairs of callers who differ in the answer alone.
struct QuestionsThatMatter {
    private let graph: FlowGraph
    private let visitors: [[[Int]]]
    private let walker: GraphWalker

    /// - Parameter visitors: For each place, some contexts that come there.
    init(_ graph: FlowGraph, _ visitors: [[[Int]]]) {
        self.graph = graph
        self.visitors = visitors
        walker = GraphWalker(graph: graph)
    }

    /// Whether every question of a workflow that somebody comes to was shown to matter.
    func areAll(of flow: DecisionFlow) -> Bool {
        flow.steps.allSatisfy { step in
            guard let place = graph.steps[step.name], case .question(let field) = graph.places[place].kind,
                !visitors[place].isEmpty, !graph.consulted.contains(field)
            else { return true }
            return visitors[place].contains { matters($0, place, field) }
        }
    }

    private func matters(_ cells: [Int], _ place: Int, _ field: Int) -> Bool {
        guard let asked = fieldsAsked(cells, place) else { return false }
        return graph.partition.fields[field].cells.indices.contains { cell in
            var other = cells
            other[field] = cell
            guard cell != cells[field], let otherAsked = fieldsAsked(other, place), !asked.contains(field),
                !otherAsked.contains(field)
            else { return false }
            return walker.differ(
                GraphWalker.Caller(cells: cells, asked: asked.union([field])),
                GraphWalker.Caller(cells: other, asked: otherAsked.union([field])), after: place)
        }
    }

    /// The fields that a context is asked for before it comes to a place; nil where it does not.
    private func fieldsAsked(_ cells: [Int], _ target: Int) -> Set<Int>? {
        var asked: Set<Int> = []
        var seen: Set<Int> = []
        var place = graph.start
        while place != target {
            guard seen.insert(place).inserted, let edge = graph.next(after: place, for: cells) else { return nil }
            if case .question(let field) = graph.places[place].kind { asked.insert(field) }
            place = edge.target
        }
        return asked
    }
}
