/// What is true of a workflow for every caller, and what is not.
///
/// A field that is derived from another, such as the days until a date, depends on today and counts as a field of its own: what
/// is proven holds on every day.
package struct FlowProof: Sendable {
    /// In the order of the workflow's steps.
    package let findings: [FlowFinding]
    /// What holds for every caller.
    package let proven: Set<FlowProperty>
    /// What was not decided within the budget.
    package let undecided: Set<FlowProperty>
    /// How many contexts there are: all values of all fields that some test looks at.
    package let contexts: Natural
    /// Those fields, in the order of first use.
    package let fields: [ContextField]

    package init(of flow: DecisionFlow, in library: FlowLibrary, budget: ProofBudget = ProofBudget()) {
        let closure = FlowClosure(flow, in: library)
        let partition = ContextPartition(closure)
        contexts = partition.size
        fields = closure.fields
        var findings = closure.defects.map { FlowFinding($0, flow) }
        guard findings.isEmpty else {
            // What cannot be put together would bring about findings that say the same again.
            self.findings = findings
            proven = []
            undecided = []
            return
        }
        let graph = FlowGraph(closure, partition)
        findings = graph.defects.map { FlowFinding($0, flow) }
        guard graph.isWhole else {
            self.findings = findings
            proven = []
            undecided = []
            return
        }
        let unexamined: Set<FlowProperty>
        do throws(DiagramOverflow) {
            let decided = try DecidedProof(graph, flow, budget)
            findings += decided.findings
            undecided = decided.undecided
            unexamined = decided.unexamined
        } catch {
            let searched = SearchedProof(graph, flow, budget)
            findings += searched.findings
            undecided = searched.undecided
            unexamined = searched.unexamined
        }
        let places = Dictionary(flow.steps.enumerated().map { ($1.name, $0) }) { first, _ in first }
        self.findings = findings.sorted { left, right in
            let left = (places[left.location.step] ?? -1, left.location.ordinal ?? -1)
            let right = (places[right.location.step] ?? -1, right.location.ordinal ?? -1)
            return left < right
        }
        let promised = FlowProperty.allCases.filter { $0 != .withinBudget || flow.budget != nil }
        proven = Set(promised).subtracting(undecided).subtracting(unexamined).subtracting(findings.map(\.property))
    }
}

extension FlowFinding {
    init(_ defect: StructureDefect, _ flow: DecisionFlow) {
        let start = FlowLocation(flow: flow.id, step: "")
        let location =
            switch defect {
            case .recursion, .conflictingField, .tooLarge: start
            case .undeclaredField(_, let location), .missingStep(_, let location), .missingWorkflow(_, let location),
                .missingOutcome(_, let location), .callsTooDeep(_, let location):
                location
            }
        self.init(kind: .structure(defect), location: location, witness: nil, callers: nil)
    }

    /// What this finding refutes.
    package var property: FlowProperty {
        switch kind {
        case .structure, .gap, .calledWorkflow: .noGap
        case .unreachableStep: .everyStepReached
        case .unmatchable: .everyAnswerMatches
        case .cycle: .noCycle
        case .needlessQuestion: .everyQuestionMatters
        case .overBudget: .withinBudget
        }
    }
}
