/// Whether some caller goes a way.
enum Occurrence: Hashable, Sendable {
    case never
    case sometimes
    case undecided
}

/// The findings that follow from which edges of a graph some caller takes.
struct ReachFindings {
    /// A finding, with the edges that the callers take of whom it is true.
    struct Found {
        let kind: FlowFinding.Kind
        let location: FlowLocation
        var edges: [(place: Int, edge: Int)] = []
    }

    private(set) var found: [Found] = []
    private(set) var undecided: Set<FlowProperty> = []

    private let graph: FlowGraph
    /// By place and edge.
    private let edges: [[Occurrence]]
    private let reached: [Occurrence]

    init(_ graph: FlowGraph, _ flow: DecisionFlow, _ edges: [[Occurrence]]) {
        self.graph = graph
        self.edges = edges
        var reached = [Occurrence](repeating: .never, count: graph.places.count)
        for (place, occurrences) in edges.enumerated() {
            for (edge, occurrence) in zip(graph.places[place].edges, occurrences)
            where reached[edge.target] != .sometimes && occurrence != .never { reached[edge.target] = occurrence }
        }
        reached[graph.start] = .sometimes
        self.reached = reached
        let connected = graph.connected()
        var untakenContinuations = continuations()
        for step in flow.steps {
            guard let place = graph.steps[step.name] else { continue }
            switch reached[place] {
            case .never:
                found.append(
                    Found(
                        kind: .unreachableStep(isConnected: connected.contains(place)),
                        location: graph.places[place].location))
            case .undecided: undecided.insert(.everyStepReached)
            case .sometimes: collectUnmatchable(place, step, &untakenContinuations)
            }
        }
        collectStops()
    }

    /// For each continuation of a call in the workflow itself, whether some caller goes on by it.
    private func continuations() -> [FlowLocation: Occurrence] {
        var occurrences: [FlowLocation: Occurrence] = [:]
        for (place, taken) in zip(graph.places, edges) where place.frame > 0 {
            for (edge, occurrence) in zip(place.edges, taken) where edge.frame == 0 && edge.origin.ordinal != nil {
                occurrences[edge.origin] = occurrence
            }
        }
        return occurrences
    }

    private mutating func collectUnmatchable(
        _ place: Int, _ step: DecisionFlow.Step, _ continuations: inout [FlowLocation: Occurrence]
    ) {
        let location = graph.places[place].location
        if case .call(_, let declared) = step.kind {
            for ordinal in declared.indices {
                let own = FlowLocation(flow: location.flow, step: location.step, ordinal: ordinal)
                // A call that cannot be made is reported as such.
                if graph.places[graph.places[place].edges[0].target].kind == .stop(.dangling) { continue }
                if graph.idleContinuations.contains(own) { continue }
                note(continuations[own] ?? .never, own, .noCaller)
            }
            return
        }
        let reasons = UnmatchableReasons(graph.partition)
        for (number, edge) in graph.places[place].edges.enumerated() where edge.origin.ordinal != nil {
            let occurrence = edges[place][number]
            if occurrence == .sometimes { continue }
            note(
                occurrence, edge.origin, occurrence == .never ? reasons.reason(graph.places[place], number) : .noCaller)
        }
    }

    private mutating func note(_ occurrence: Occurrence, _ location: FlowLocation, _ reason: FlowFinding.Reason) {
        switch occurrence {
        case .sometimes: break
        case .undecided: undecided.insert(.everyAnswerMatches)
        case .never: found.append(Found(kind: .unmatchable(reason), location: location))
        }
    }

    /// Callers who end without an outcome, by where they do. Of a step that is missing, the structure says so already.
    private mutating func collectStops() {
        var places: [Bool: [FlowLocation: Int]] = [:]
        for (place, occurrences) in edges.enumerated() {
            for (number, edge) in graph.places[place].edges.enumerated()
            where edge.target == FlowGraph.Stop.gap.rawValue || edge.target == FlowGraph.Stop.dangling.rawValue {
                if occurrences[number] == .undecided { undecided.insert(.noGap) }
                guard occurrences[number] == .sometimes else { continue }
                let isOwn = edge.frame == 0
                if isOwn, edge.target == FlowGraph.Stop.dangling.rawValue { continue }
                let location = isOwn ? edge.origin : graph.calls[edge.frame]!
                if let known = places[isOwn]?[location] {
                    found[known].edges.append((place, number))
                    continue
                }
                places[isOwn, default: [:]][location] = found.count
                found.append(
                    Found(
                        kind: isOwn ? .gap : .calledWorkflow(isEndless: false), location: location,
                        edges: [(place, number)]))
            }
        }
    }
}

extension FlowGraph {
    /// The places to which some way leads from the start.
    func connected() -> Set<Int> {
        var seen: Set<Int> = []
        var pending = [start]
        while let place = pending.popLast() {
            if seen.insert(place).inserted { pending += places[place].edges.map(\.target) }
        }
        return seen
    }
}

/// Says why an answer or entry matches nobody.
struct UnmatchableReasons {
    private let table: DiagramTable

    init(_ partition: ContextPartition) {
        table = DiagramTable(DiagramLevels(partition), budget: 20_000)
    }

    /// - Parameter number: The edge, which no caller takes.
    func reason(_ place: FlowGraph.Place, _ number: Int) -> FlowFinding.Reason {
        (try? decide(place, number)) ?? .noCaller
    }

    private func decide(_ place: FlowGraph.Place, _ number: Int) throws(DiagramOverflow) -> FlowFinding.Reason {
        let test = try table.contexts(place.edges[number].test)
        if test == .never { return .acceptsNothing }
        var rest = test
        var takers: [Int] = []
        for edge in place.edges[..<number] {
            let left = try table.without(rest, table.contexts(edge.test))
            if left != rest, let ordinal = edge.origin.ordinal { takers.append(ordinal) }
            rest = left
        }
        return rest == .never ? .takenBefore(takers) : .noCaller
    }
}
