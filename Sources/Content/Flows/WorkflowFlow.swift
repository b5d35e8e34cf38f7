package import Decisions

extension Workflow {
    /// The workflow as far as deciding goes.
    ///
    /// - Parameters:
    ///   - id: The item's.
    ///   - context: The fields of every caller.
    /// - Returns: Nil where it cannot be read in full, which other findings say.
    package func flow(id: String, context: [ContextField]) -> DecisionFlow? {
        guard let start else { return nil }
        let own = Set(fields.map(\.name))
        var flowSteps: [DecisionFlow.Step] = []
        for step in steps {
            guard step.unread.isEmpty, let kind = step.kind.flowKind else { return nil }
            flowSteps.append(DecisionFlow.Step(step.name.value, kind))
        }
        return DecisionFlow(
            id: id, fields: context.filter { !own.contains($0.name) } + fields, start: start.value, steps: flowSteps,
            budget: budget, consulted: consulted)
    }

    /// Where in the file a step stands, or an answer, entry or continuation of it.
    ///
    /// - Parameter location: In this workflow; a step without a name is the workflow itself.
    package func range(of location: FlowLocation) -> Range<Int>? {
        guard let step = steps.first(where: { $0.name.value == location.step }) else { return start?.range }
        guard let ordinal = location.ordinal else { return step.name.range }
        switch step.kind {
        case .question(_, _, let answers), .call(_, let answers):
            return answers.indices.contains(ordinal) ? answers[ordinal].key.range : step.name.range
        case .branch(let entries):
            return entries.indices.contains(ordinal) ? entries[ordinal].range : step.name.range
        case .outcome: return step.name.range
        }
    }
}

extension Workflow.Step.Kind {
    fileprivate var flowKind: DecisionFlow.Kind? {
        switch self {
        case .question(_, let field, let answers):
            guard let field, !answers.isEmpty, answers.allSatisfy({ $0.test != nil }) else { return nil }
            return .question(
                field: field.value, answers.compactMap { answer in answer.test.map { .init($0, answer.step.value) } })
        case .branch(let entries):
            guard !entries.isEmpty else { return nil }
            return .branch(entries.map { .init($0.condition, $0.step.value) })
        case .call(let callee, let answers):
            guard !answers.isEmpty else { return nil }
            return .call(workflow: callee.value, answers.map { .init($0.key.value, $0.step.value) })
        case .outcome(let ending):
            return .outcome(
                Outcome(
                    ending.text.value, article: ending.article,
                    requirements: ending.requires.map { .init($0.id.value, if: $0.condition) },
                    handoff: ending.handoff))
        }
    }
}
