import Content

/// Holds what a scenario expects against how far its caller comes.
struct ScenarioJudge {
    let outcome: ScenarioOutcome

    func failures(_ scenario: Scenario) -> [Failure] {
        let ending = ending(scenario)
        // Of a caller who comes to no outcome, that is the reason for the rest.
        if let ending, ending.reason != .otherOutcome { return [ending] }
        return [ending, asked(scenario)].compactMap(\.self)
    }

    private func ending(_ scenario: Scenario) -> Failure? {
        let reason: Failure.Reason
        switch outcome.ending {
        case .told:
            guard let wanted = scenario.outcome, wanted.value != outcome.place?.step else { return nil }
            reason = .otherOutcome
        case .question: reason = .unanswered
        case .stopped: reason = .stuck
        case .notInForce: reason = .missing
        }
        let wanted = scenario.outcome.map { "the caller should end in '\($0.value)'" }
        return Failure(
            expectation: wanted == nil ? "asked" : "outcome", expected: scenario.outcome?.value ?? "an outcome",
            reason: reason, message: "\(wanted ?? "the caller should come to an outcome"), but \(outcome.endingText)",
            range: scenario.outcome?.range ?? scenario.asked?.range ?? scenario.workflow.range)
    }

    private func asked(_ scenario: Scenario) -> Failure? {
        guard let wanted = scenario.asked, wanted.value.map(\.value) != outcome.asked else { return nil }
        let list = ScenarioOutcome.list(wanted.value.map(\.value))
        return Failure(
            expectation: "asked", expected: list, reason: .otherQuestions,
            message: "the caller should be asked for \(list), but is asked for \(outcome.askedText)",
            range: wanted.range)
    }
}
