/// A proof by diagrams: every question about every context is decided.
struct DecidedProof {
    private(set) var findings: [FlowFinding] = []
    private(set) var undecided: Set<FlowProperty> = []
    /// Not looked at, because of a finding.
    private(set) var unexamined: Set<FlowProperty> = []
    /// For each finding, whom to look for as a witness; nil for those that say there is nobody.
    private var targets: [Witnesses.Target?] = []

    init(_ graph: FlowGraph, _ flow: DecisionFlow, _ budget: ProofBudget) throws(DiagramOverflow) {
        let order = FlowOrder(graph)
        let levels = DiagramLevels(graph.partition)
        let relevance = FlowRelevance(graph, order, levelCount: levels.count)
        let table = DiagramTable(levels, budget: budget.nodes(places: graph.places.count))
        let reach = try ForwardReach(graph, order, relevance, table)
        let occurrences = reach.isTaken.map { $0.map { $0 ? Occurrence.sometimes : .never } }
        for found in ReachFindings(graph, flow, occurrences).found {
            report(found.kind, found.location, found.edges.isEmpty ? nil : .edges(found.edges))
        }
        let isEndless = try findCycles(reach)
        if isEndless {
            // Who goes round for ever is asked for ever, which is a finding already.
            unexamined = [.everyQuestionMatters, .withinBudget]
        } else {
            examineQuestions(reach, flow, budget)
        }
        var witnesses = Witnesses(reach, budget)
        for (place, target) in targets.enumerated() {
            if let target { witnesses.complete(&findings[place], target) }
        }
    }

    private mutating func examineQuestions(_ reach: ForwardReach, _ flow: DecisionFlow, _ budget: ProofBudget) {
        findNeedless(reach, flow, budget)
        guard let limit = flow.budget else { return }
        reach.table.budget = reach.table.nodeCount + budget.witnessNodes
        do throws(DiagramOverflow) {
            try checkBudget(limit, reach)
        } catch {
            undecided.insert(.withinBudget)
        }
    }

    private mutating func report(_ kind: FlowFinding.Kind, _ location: FlowLocation, _ target: Witnesses.Target?) {
        findings.append(FlowFinding(kind: kind, location: location, witness: nil, callers: nil))
        targets.append(target)
    }

    /// - Returns: Whether there are any.
    private mutating func findCycles(_ reach: ForwardReach) throws(DiagramOverflow) -> Bool {
        let graph = reach.graph
        var cycles = RealCycles(reach)
        let found = try cycles.find()
        // Cycles that differ inside called workflows alone are one here.
        struct Identity: Hashable {
            let isInside: Bool
            let steps: Set<FlowLocation>
        }
        var seeds: [Identity: [Int: Diagram]] = [:]
        var kinds: [(FlowFinding.Kind, FlowLocation, Identity)] = []
        for cycle in found {
            let place = cycle.places[0]
            let own = cycle.places.map { graph.places[$0] }.filter { $0.frame == 0 }.map(\.location)
            let call = graph.calls[graph.places[place].frame]
            let identity = Identity(isInside: own.isEmpty, steps: own.isEmpty ? [call!] : Set(own))
            if seeds[identity] == nil {
                kinds.append(
                    own.isEmpty
                        ? (.calledWorkflow(isEndless: true), call!, identity) : (.cycle(own), own[0], identity))
            }
            let known = seeds[identity]?[place] ?? .never
            seeds[identity, default: [:]][place] = try reach.table.or(known, cycle.contexts)
        }
        for (kind, location, identity) in kinds { report(kind, location, .contexts(seeds[identity]!)) }
        return !found.isEmpty
    }

    private mutating func findNeedless(_ reach: ForwardReach, _ flow: DecisionFlow, _ budget: ProofBudget) {
        var needless = NeedlessQuestions(reach, budget: budget.pairs)
        for step in flow.steps {
            guard let place = reach.graph.steps[step.name],
                case .question(let field) = reach.graph.places[place].kind, !reach.graph.consulted.contains(field)
            else { continue }
            do throws(DiagramOverflow) {
                switch try needless.verdict(on: place, field) {
                case .matters: break
                case .undecided: undecided.insert(.everyQuestionMatters)
                case .needless(let asked):
                    report(.needlessQuestion, reach.graph.places[place].location, .contexts([place: asked]))
                }
            } catch {
                undecided.insert(.everyQuestionMatters)
            }
        }
    }

    private mutating func checkBudget(_ limit: Int, _ reach: ForwardReach) throws(DiagramOverflow) {
        var count = QuestionCount(reach.graph, reach.order, reach.relevance, reach.table)
        if count.bound() <= limit { return }
        let numbers = try count.numbers(upTo: limit)
        let over = try reach.table.mapping(numbers) { $0 > limit + 1 ? 1 : 0 }
        if over == .never { return }
        report(.overBudget(limit: limit), reach.graph.places[reach.graph.start].location, .start(over))
    }
}
