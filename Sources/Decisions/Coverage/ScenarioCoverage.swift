/// How much of a workflow its scenarios try out, by what callers can do: for each answer, entry and continuation, each of the
/// outcomes that some caller who goes that way is told in the end.
///
/// A line of a workflow that one scenario passes may lead to several outcomes; here each of them wants a scenario.
package struct ScenarioCoverage: Sendable {
    /// Callers who go one way and end in one outcome.
    package struct Part: Hashable, Sendable {
        /// With the answer, entry or continuation; without ordinal where the workflow is nothing but an outcome.
        package let way: FlowLocation
        /// The name of the outcome step.
        package let outcome: String
    }

    /// A caller for whom there is no scenario.
    package struct Suggestion: Hashable, Sendable {
        /// A value for every field that the walk looks at.
        package let context: CallerContext
        package let outcome: String
        /// The fields that the caller is asked for, in order.
        package let asked: [String]
        /// What the scenario would cover that nothing covers yet.
        package let parts: [Part]
    }

    /// All parts that some caller belongs to, in the order of the workflow's steps.
    package private(set) var parts: [Part] = []
    /// For each of them, the places of the scenarios in it.
    package private(set) var scenarios: [[Int]] = []
    package private(set) var suggestions: [Suggestion] = []
    /// Scenarios of whom not all is known that their walk looks at, or who end in no outcome.
    package private(set) var unusable: [Int] = []
    /// The workflow cannot be put together, or its diagrams grew too large: nothing is known.
    package private(set) var isUndecided = false

    /// How many parts have a scenario.
    package var coveredCount: Int { scenarios.count { !$0.isEmpty } }

    package init(
        of flow: DecisionFlow, in library: FlowLibrary, by callers: [CallerContext],
        budget: ProofBudget = ProofBudget()
    ) {
        let closure = FlowClosure(flow, in: library)
        guard closure.defects.isEmpty else {
            isUndecided = true
            return
        }
        let graph = FlowGraph(closure, ContextPartition(closure))
        guard graph.isWhole else {
            isUndecided = true
            return
        }
        do throws(DiagramOverflow) {
            var finder = CoveredParts(graph, flow, budget)
            parts = try finder.parts()
            scenarios = parts.map { _ in [] }
            collect(callers, graph)
            try suggest(graph, &finder)
        } catch {
            isUndecided = true
        }
    }

    private mutating func collect(_ callers: [CallerContext], _ graph: FlowGraph) {
        let places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
        for (number, caller) in callers.enumerated() {
            let known = graph.partition.cells(of: caller)
            let cells = known.map { $0 ?? 0 }
            let trail = GraphTrail(graph, cells)
            guard let outcome = trail.outcome, trail.looked.allSatisfy({ known[$0] != nil }) else {
                unusable.append(number)
                continue
            }
            for way in trail.ways { scenarios[places[Part(way: way, outcome: outcome)]!].append(number) }
        }
    }

    /// Again and again the smallest caller of a part that is not covered, until all are.
    private mutating func suggest(_ graph: FlowGraph, _ finder: inout CoveredParts) throws(DiagramOverflow) {
        var isCovered = Dictionary(uniqueKeysWithValues: zip(parts, scenarios.map { !$0.isEmpty }))
        for part in parts where isCovered[part] == false {
            guard let witness = try finder.witness(part) else { continue }
            let cells = graph.partition.fields.indices.map { witness[$0] ?? 0 }
            let trail = GraphTrail(graph, cells)
            let reached = trail.ways.map { Part(way: $0, outcome: trail.outcome!) }
            let fresh = reached.filter { isCovered[$0] == false }
            for part in fresh { isCovered[part] = true }
            let mentioned = Dictionary(uniqueKeysWithValues: trail.looked.map { ($0, cells[$0]) })
            suggestions.append(
                Suggestion(
                    context: graph.partition.caller(in: mentioned), outcome: trail.outcome!,
                    asked: trail.asked.map { graph.partition.fields[$0].field.name }, parts: fresh))
        }
    }
}

/// The walk of one context, as the workflow itself sees it.
struct GraphTrail {
    /// The answers, entries and continuations of the workflow itself that were taken.
    private(set) var ways: [FlowLocation] = []
    /// The name of the outcome step at the end; nil where there is none.
    private(set) var outcome: String?
    let asked: [Int]
    let looked: Set<Int>

    init(_ graph: FlowGraph, _ cells: [Int]) {
        var place = graph.start
        var seen: Set<Int> = []
        while seen.insert(place).inserted, let edge = graph.next(after: place, for: cells) {
            if edge.frame == 0, edge.origin.ordinal != nil { ways.append(edge.origin) }
            place = edge.target
        }
        let end = graph.places[place]
        if case .outcome = end.kind { outcome = end.location.step }
        // A workflow may be nothing but an outcome.
        if ways.isEmpty, outcome != nil { ways = [end.location] }
        (asked, looked, _) = GraphWalker(graph: graph).walk(cells)
    }
}
