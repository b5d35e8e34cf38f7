/// The contexts in which the entry points of a topic are compared.
struct EntryWorld {
    let partition: ContextPartition
    /// By place of the entry point; nil for an article.
    private(set) var closures: [FlowClosure?]
    private(set) var defective: [Int] = []
    /// Those of them whose fields are declared otherwise elsewhere, with the field.
    private(set) var conflicting: [Int: String] = [:]

    init(_ entries: [EntryPoint], _ fields: [ContextField], _ library: FlowLibrary) {
        var declared = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        var tests: [String: [FieldTest]] = [:]
        var names: [String] = []
        func use(_ field: String, _ test: FieldTest) {
            if tests[field] == nil { names.append(field) }
            tests[field, default: []].append(test)
        }
        closures = []
        for (place, entry) in entries.enumerated() {
            for (field, test) in entry.applies?.tests ?? [] { use(field, test) }
            for (field, test) in entry.requirements.flatMap({ $0.condition?.tests ?? [] }) { use(field, test) }
            guard case .outcome(let flow, _) = entry.source else {
                closures.append(nil)
                continue
            }
            let closure = FlowClosure(flow, in: library)
            let conflict = closure.fields.first { field in declared[field.name]?.isAlike(field) == false }
            if !closure.defects.isEmpty || conflict != nil { defective.append(place) }
            if closure.defects.isEmpty, let conflict { conflicting[place] = conflict.name }
            closures.append(closure)
            for field in closure.fields {
                if declared[field.name] == nil { declared[field.name] = field }
                for test in closure.tests[field.name] ?? [] { use(field.name, test) }
            }
        }
        partition = ContextPartition(
            names.compactMap { name in declared[name].map { FieldPartition([$0], tests: tests[name] ?? []) } })
    }
}

/// Whom each entry point answers, and what it demands of whom.
struct EntryDemands {
    struct Entry {
        let answered: Diagram
        /// In the order in which they are listed.
        let demands: [(requirement: String, contexts: Diagram)]

        func demanding(_ requirement: String, _ table: DiagramTable) throws(DiagramOverflow) -> Diagram {
            var result = Diagram.never
            for demand in demands where demand.requirement == requirement {
                result = try table.or(result, demand.contexts)
            }
            return result
        }
    }

    let table: DiagramTable
    private let world: EntryWorld
    /// The graphs of workflows by id: outcomes of one workflow share it.
    private var walks: [String: BackwardReach] = [:]
    private var graphs: [String: FlowGraph] = [:]

    init(_ world: EntryWorld, _ budget: ProofBudget) {
        self.world = world
        table = DiagramTable(DiagramLevels(world.partition), budget: budget.nodes)
    }

    /// Nil for entry points that are defective.
    mutating func all(_ entries: [EntryPoint]) throws(DiagramOverflow) -> [Entry?] {
        var result: [Entry?] = []
        for (place, entry) in entries.enumerated() {
            guard !world.defective.contains(place) else {
                result.append(nil)
                continue
            }
            let applying = try entry.applies.map { condition throws(DiagramOverflow) in
                try table.contexts(world.partition.cells(condition))
            }
            var answered = applying ?? .always
            if let closure = world.closures[place], case .outcome(_, let step) = entry.source {
                answered = try table.and(answered, arriving(at: step, closure))
            }
            var demands: [(String, Diagram)] = []
            for requirement in entry.requirements {
                let condition = requirement.condition.map { world.partition.cells($0) } ?? .always
                demands.append((requirement.id, try table.and(answered, table.contexts(condition))))
            }
            result.append(Entry(answered: answered, demands: demands))
        }
        return result
    }

    /// The contexts that come to a step.
    private mutating func arriving(at step: String, _ closure: FlowClosure) throws(DiagramOverflow) -> Diagram {
        let id = closure.flow.id
        if graphs[id] == nil {
            let graph = FlowGraph(closure, world.partition)
            guard graph.isWhole else { throw DiagramOverflow() }
            let order = FlowOrder(graph)
            let relevance = FlowRelevance(graph, order, levelCount: table.cells.count)
            graphs[id] = graph
            walks[id] = BackwardReach(graph, order, relevance, table)
        }
        guard let place = graphs[id]?.steps[step] else { return .never }
        return try walks[id]!.contexts(leadingTo: [place: .always])
    }
}
