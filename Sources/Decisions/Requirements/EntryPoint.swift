/// Something that a caller may be answered with on a topic, and what it says must be there first.
package struct EntryPoint: Sendable {
    package enum Source: Sendable {
        /// Answers everyone to whom it applies.
        case article(requirements: [Outcome.Requirement])
        /// Answers those who come to this outcome step of a workflow.
        case outcome(DecisionFlow, step: String)
    }

    /// What the caller of the engine knows this by.
    package let id: String
    /// Nil for everyone.
    package let applies: Condition?
    package let source: Source

    package init(id: String, applies: Condition? = nil, source: Source) {
        self.id = id
        self.applies = applies
        self.source = source
    }

    /// In the order in which they are listed.
    package var requirements: [Outcome.Requirement] {
        switch source {
        case .article(let requirements): return requirements
        case .outcome(let flow, let step):
            guard case .outcome(let outcome)? = flow.steps.first(where: { $0.name == step })?.kind else { return [] }
            return outcome.requirements
        }
    }
}
