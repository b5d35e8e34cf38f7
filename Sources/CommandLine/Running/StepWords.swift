import Decisions
import SearchIndex

/// Says in words what steps of a workflow are about, and why they ask.
struct StepWords {
    let workflow: GuidedWorkflow
    /// So many reasons tell why; the rest is counted.
    private static let mostReasons = 12

    /// What an answer may change, one reason each: the ways that its own question parts, and what else tests the field.
    func reasons(for question: RunPosition.Question, at position: RunPosition, _ known: CallerContext) -> [String] {
        let uses = workflow.run.uses(of: question.field.name, from: position, known: known)
        var reasons: [(when: String, then: String)] = []
        for reason in uses.compactMap({ reason($0, question.field) }) {
            if let same = reasons.firstIndex(where: { $0.then == reason.then }) {
                reasons[same].when += " or " + reason.when
            } else {
                reasons.append(reason)
            }
        }
        let rest = reasons.count - StepWords.mostReasons
        return reasons.prefix(StepWords.mostReasons).map { "\($0.when): \($0.then)" }
            + (rest > 0 ? ["\(rest) more ways depend on it."] : [])
    }

    /// The question at a step; where a branch needs a field, the question that the workflow has for it elsewhere.
    func ask(_ field: ContextField, at location: FlowLocation? = nil) -> String {
        if let location, let ask = workflow.texts(of: location).ask { return ask }
        for (id, edition) in workflow.editions.sorted(by: { $0.key < $1.key }) {
            for step in edition.logic.flow?.steps ?? [] {
                guard case .question(field.name, _) = step.kind else { continue }
                if let ask = workflow.texts(of: FlowLocation(flow: id, step: step.name)).ask { return ask }
            }
        }
        return field.spokenName.prefix(1).uppercased() + field.spokenName.dropFirst() + "?"
    }

    /// In which case it makes a difference, and which.
    private func reason(_ use: FlowLocation, _ field: ContextField) -> (when: String, then: String)? {
        guard let step = workflow.step(use), let ordinal = use.ordinal else { return nil }
        switch step.kind {
        case .question(_, let answers):
            guard answers.indices.contains(ordinal) else { return nil }
            return (words(answers[ordinal].test, field), target(answers[ordinal].step, in: use.flow))
        case .branch(let entries):
            guard entries.indices.contains(ordinal), let condition = entries[ordinal].condition else { return nil }
            return ("if \(text(condition))", target(entries[ordinal].step, in: use.flow))
        case .outcome(let outcome):
            guard outcome.requirements.indices.contains(ordinal) else { return nil }
            let requirement = outcome.requirements[ordinal]
            let condition = requirement.condition.map { " if \(text($0))" } ?? ""
            return ("“\(label(requirement.id, in: use.flow))” is needed\(condition)", target(use.step, in: use.flow))
        case .call: return nil
        }
    }

    /// What a step is about, in one sentence of its own.
    private func target(_ step: String, in flow: String) -> String {
        let location = FlowLocation(flow: flow, step: step)
        let texts = workflow.texts(of: location)
        if let text = texts.ask ?? texts.outcome { return text }
        if case .call(let callee, _)? = workflow.step(location)?.kind {
            return workflow.editions[callee]?.texts.title ?? callee
        }
        return "on to “\(step)”"
    }

    /// What people call a requirement.
    func label(_ requirement: String, in flow: String) -> String {
        workflow.editions[flow]?.logic.requirements.first { $0.id == requirement }?.label ?? requirement
    }

    func text(_ condition: Condition) -> String { ConditionText(workflow.fields).text(condition) }

    private func words(_ test: FieldTest, _ field: ContextField) -> String {
        switch test {
        case .values(let values): values.map { field.words(of: $0) }.joined(separator: " or ")
        case .comparisons(let comparisons):
            comparisons.map { ConditionText(workflow.fields).text($0, of: field.name) }.joined(separator: " and ")
        }
    }
}

extension RunPosition.Stop {
    /// One sentence.
    func sentence(at location: FlowLocation) -> String {
        let place = "“\(location.step)” of \(location.flow)"
        return switch self {
        case .gap: "No way leads on from \(place) for this caller."
        case .cycle: "This caller would go round for ever at \(place)."
        case .missingStep: "The next step, \(place), is not there."
        case .missingWorkflow: "The workflow that \(place) calls is not there for you now."
        case .recursion: "The workflow that \(place) calls is under way already."
        case .tooLong: "The way goes on beyond every limit at \(place)."
        }
    }

    /// As programs read it.
    var name: String {
        switch self {
        case .gap: "gap"
        case .cycle: "cycle"
        case .missingStep: "missing-step"
        case .missingWorkflow: "missing-workflow"
        case .recursion: "recursion"
        case .tooLong: "too-long"
        }
    }
}
