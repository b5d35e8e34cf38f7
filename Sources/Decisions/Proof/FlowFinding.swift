/// What keeps a workflow from leading every caller to exactly one outcome in as few questions as promised.
package struct FlowFinding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What stands in the way of putting the workflow together.
        case structure(StructureDefect)
        /// No answer or entry matches some caller, or the call does not go on from an outcome.
        case gap
        /// Callers end nowhere inside the called workflow, which has findings of its own; or they go round there for ever.
        case calledWorkflow(isEndless: Bool)
        /// No caller comes to the step; whether a way leads there at all.
        case unreachableStep(isConnected: Bool)
        case unmatchable(Reason)
        /// Some callers go round these steps for ever; steps of called workflows are left out.
        case cycle([FlowLocation])
        /// Neither a further question nor an outcome depends on the answer.
        case needlessQuestion
        /// Some callers are asked more questions than the budget.
        case overBudget(limit: Int)
    }

    /// Why no caller takes an answer or entry.
    package enum Reason: Hashable, Sendable {
        /// No context at all passes the test.
        case acceptsNothing
        /// The answers or entries before, by these ordinals, take all whom it would take.
        case takenBefore([Int])
        /// Those whom it would take do not come to the step.
        case noCaller
    }

    package let kind: Kind
    /// The step, answer or entry that this is about.
    package let location: FlowLocation
    /// A caller of whom this is true whatever is not mentioned; nil where the finding is that there is none, or where none was
    /// looked for.
    package internal(set) var witness: CallerContext?
    /// How many contexts this is true of; nil where it was not decided within the budget.
    package internal(set) var callers: Natural?

    package init(
        kind: Kind, location: FlowLocation, witness: CallerContext? = nil, callers: Natural? = nil
    ) {
        self.kind = kind
        self.location = location
        self.witness = witness
        self.callers = callers
    }
}

/// What a proof is about.
package enum FlowProperty: Hashable, Sendable, CaseIterable {
    /// Every caller is led on from every step.
    case noGap
    case everyStepReached
    case everyAnswerMatches
    case noCycle
    case everyQuestionMatters
    case withinBudget
}
