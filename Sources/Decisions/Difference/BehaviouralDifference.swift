/// The callers for whom two editions of a workflow differ: who is asked other questions, or in another order, or is told
/// something else. Editions differ in the workflow itself, in those that it calls and in what the context declares.
package struct BehaviouralDifference: Sendable {
    /// Callers for whom the editions differ in the same way.
    package struct Change: Sendable {
        package let before: FlowEnding
        package let after: FlowEnding
        /// Conditions on callers; every caller whom one of them describes is affected in this way, and of them none can be
        /// left out.
        package let groups: [Group]
        /// How many contexts are affected in this way; nil where it was not decided.
        package let callers: Natural?
        /// Whether the groups describe all of these callers; otherwise there were too many.
        package let isComplete: Bool
        /// Whether no list of groups is shorter.
        package let isSmallest: Bool
    }

    package struct Group: Sendable {
        package let condition: CallerGroup
        /// One of them, with a value for every field that the group or either walk looks at.
        package let witness: CallerContext
        /// The fields that the witness is asked for, in order.
        package let askedBefore: [String]
        package let askedAfter: [String]
    }

    package enum Verdict: Hashable, Sendable {
        case noCallerAffected
        case affected
        /// Neither within the budget.
        case undecided
        /// An edition cannot be put together.
        case defective([StructureDefect])
    }

    package let verdict: Verdict
    package internal(set) var changes: [Change] = []
    /// How many contexts were compared: all values that either edition declares of the fields that some test looks at.
    package let contexts: Natural

    package init(
        from before: DecisionFlow, in oldLibrary: FlowLibrary, to after: DecisionFlow, in newLibrary: FlowLibrary,
        budget: ProofBudget = ProofBudget()
    ) {
        let closures = [FlowClosure(before, in: oldLibrary), FlowClosure(after, in: newLibrary)]
        let partition = ContextPartition(closures)
        contexts = partition.size
        let graphs = closures.enumerated().map { FlowGraph($1, partition, edition: $0) }
        let defects = closures.flatMap(\.defects) + graphs.filter { !$0.isWhole }.flatMap(\.defects)
        guard defects.isEmpty else {
            verdict = .defective(defects)
            return
        }
        do throws(DiagramOverflow) {
            var comparison = EditionComparison(graphs, partition, budget)
            if let changes = try comparison.changes() {
                self.changes = changes
                verdict = changes.isEmpty ? .noCallerAffected : .affected
                return
            }
        } catch {}
        changes = SampledDifference(graphs, partition).changes
        verdict = changes.isEmpty ? .undecided : .affected
    }
}
