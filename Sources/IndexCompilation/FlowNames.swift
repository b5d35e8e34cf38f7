import Decisions

extension DecisionFlow {
    /// The ids of the requirements that its outcomes name.
    var requirements: Set<String> {
        steps.reduce(into: []) { ids, step in
            guard case .outcome(let outcome) = step.kind else { return }
            ids.formUnion(outcome.requirements.map(\.id) + (outcome.handoff?.with ?? []))
        }
    }

    /// Keeps the names of items that are to be kept. A step that calls what is not is none: so its file would be read if the
    /// call were not in it.
    func keepingNames(where keeps: (String) -> Bool) -> DecisionFlow {
        DecisionFlow(
            id: id, fields: fields, start: start, steps: steps.compactMap { $0.keepingNames(where: keeps) },
            budget: budget)
    }
}

extension DecisionFlow.Step {
    fileprivate func keepingNames(where keeps: (String) -> Bool) -> DecisionFlow.Step? {
        switch kind {
        case .question, .branch: self
        case .call(let workflow, _): keeps(workflow) ? self : nil
        case .outcome(let outcome):
            DecisionFlow.Step(
                name,
                .outcome(
                    Outcome(
                        outcome.text, article: outcome.article.flatMap { keeps($0) ? $0 : nil },
                        requirements: outcome.requirements,
                        handoff: outcome.handoff.flatMap { keeps($0.to) ? $0 : nil })))
        }
    }
}
