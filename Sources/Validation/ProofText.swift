package import Content
package import Decisions
package import Diagnostics

/// Says in words what a proof found, for people who write workflows.
package struct ProofText {
    private let edition: FlowEditions.Edition
    private let proof: FlowProof
    private let callers: ContextText

    package init(_ edition: FlowEditions.Edition, _ proof: FlowProof) {
        self.edition = edition
        self.proof = proof
        callers = ContextText(proof.fields)
    }

    /// The rule whose findings these are.
    package static var rule: RuleID { WorkflowProofRule.id }

    /// The caller for whom something does not hold, in words; nil where none was looked for.
    package func witness(_ finding: FlowFinding) -> String? { finding.witness.map { callers.text($0) } }

    /// What is wrong, and what to do about it.
    package func message(_ finding: FlowFinding) -> Message {
        let step = finding.location.step
        switch finding.kind {
        case .structure(let defect): return message(defect)
        case .gap: return gap(finding)
        case .calledWorkflow(let isEndless):
            return Message(
                "\(caller(finding)) \(isEndless ? "goes round for ever" : "gets stuck") in the workflow that '\(step)' calls",
                help: "prove that one first")
        case .unreachableStep(let isConnected):
            return Message(
                isConnected ? "no caller comes to the step '\(step)'" : "nothing leads to the step '\(step)'",
                help: isConnected
                    ? "loosen the conditions on the way to it, or remove it" : "lead an answer to it, or remove it")
        case .unmatchable(let reason): return unmatchable(finding, reason)
        case .cycle(let locations):
            let steps = locations.map { "'\($0.step)'" }
            let way = steps.count == 1 ? "comes back to \(steps[0])" : "goes round \(steps.joined(separator: ", "))"
            return Message(
                "\(caller(finding)) \(way) for ever",
                help: "a known field is not asked again; lead one of these steps to an outcome")
        case .needlessQuestion:
            return Message(
                "nothing depends on the answer to '\(step)'",
                help: "remove the question, or lead its answers to different ends")
        case .overBudget(let limit):
            return Message(
                "\(caller(finding)) is asked more than the \(limit) questions of 'budget'",
                help: "ask less on that path, or raise 'budget'")
        }
    }

    /// What could not be decided, and what to do about it.
    package var undecided: Message {
        let names = FlowProperty.allCases.filter(proof.undecided.contains).map(\.text)
        return Message(
            "it was not decided within the budget whether \(names.joined(separator: ", and whether "))",
            help:
                "split the workflow with 'call', so that fewer fields are tested together; 'kb prove --max-nodes' tries harder"
        )
    }

    private func caller(_ finding: FlowFinding) -> String {
        guard let witness = finding.witness else { return "a caller" }
        return witness.isEmpty ? "every caller" : "a caller (\(callers.text(witness)))"
    }

    private func gap(_ finding: FlowFinding) -> Message {
        let step = edition.flow.steps.first { $0.name == finding.location.step }
        switch step?.kind {
        case .question(let field, _):
            let value = finding.witness?[field].map { "'\($0.text)'" } ?? "their answer"
            return Message(
                "\(caller(finding)) gets no next step from '\(finding.location.step)'", help: "add \(value) to 'next'")
        case .call(let callee, let continuations):
            let known = Set(continuations.map(\.outcome))
            let missing = (edition.library[callee]?.steps ?? []).compactMap { step in
                if case .outcome = step.kind, !known.contains(step.name) { "'\(step.name)'" } else { nil }
            }
            return Message(
                "\(caller(finding)) ends in '\(callee)' where '\(finding.location.step)' leads nowhere",
                help: "add \(missing.isEmpty ? "that outcome" : Suggestion.list(missing)) to 'next'")
        default:
            return Message(
                "\(caller(finding)) matches no entry of '\(finding.location.step)'",
                help: "add an entry for them, or an 'else'")
        }
    }

    private func unmatchable(_ finding: FlowFinding, _ reason: FlowFinding.Reason) -> Message {
        let ordinal = finding.location.ordinal ?? 0
        let step = edition.flow.steps.first { $0.name == finding.location.step }
        let what: String
        switch step?.kind {
        case .branch: what = "entry \(ordinal + 1) of '\(finding.location.step)'"
        default: what = "this answer of '\(finding.location.step)'"
        }
        switch reason {
        case .acceptsNothing:
            return Message("no caller at all can match \(what)", help: "its tests contradict one another; correct them")
        case .takenBefore(let others):
            if case .branch(let entries)? = step?.kind, let all = others.first(where: { entries[$0].condition == nil })
            {
                return Message(
                    "\(what) is never taken: it stands after the 'else' of entry \(all + 1), which takes everybody",
                    help: "move 'else' to the end, or remove what follows it")
            }
            let before = others.map { "\($0 + 1)" }.joined(separator: " and ")
            let noun =
                if case .branch = step?.kind { others.count == 1 ? "entry" : "entries" } else {
                    others.count == 1 ? "answer" : "answers"
                }
            return Message(
                "\(what) is never taken: \(noun) \(before) before it "
                    + "\(others.count == 1 ? "takes" : "take") all of its callers",
                help: "move it up, narrow what stands before it, or remove it")
        case .noCaller:
            return Message(
                "no caller who comes to '\(finding.location.step)' matches \(what)",
                help: "what was asked or decided before rules it out; remove it, or correct the way there")
        }
    }

    private func message(_ defect: StructureDefect) -> Message {
        switch defect {
        case .recursion(let ids):
            Message(
                "workflows call one another in a circle: \(ids.joined(separator: ", "))",
                help: "remove one of the calls")
        case .conflictingField(let field, let other):
            Message(
                "the field '\(field)' is declared otherwise in '\(other)', which is run in the same context",
                help: "give one of the two another name, or declare it in kb.yaml")
        case .undeclaredField(let field, _):
            Message("the context has no field '\(field)'", help: "declare it in kb.yaml, or under 'fields'")
        case .missingStep(let step, _):
            Message("the workflow has no step '\(step)'", help: "add it, or lead to another one")
        case .missingWorkflow(let id, _):
            Message(
                "there is no workflow '\(id)' in force, which is called",
                help: "add it or an edition of it, or call another one")
        case .missingOutcome(let outcome, _):
            Message("the called workflow has no outcome '\(outcome)'", help: "remove it from 'next'")
        case .tooLarge(let limit):
            Message(
                "with all that it calls, the workflow has more than \(limit) steps",
                help: "split it into several workflows")
        case .callsTooDeep(let limit, _):
            Message("calls lead more than \(limit) workflows deep", help: "call fewer workflows from one another")
        }
    }
}

extension FlowProperty {
    /// As a clause: "every caller is led on from every step".
    package var text: String {
        switch self {
        case .noGap: "every caller is led on from every step"
        case .everyStepReached: "every step is reached by some caller"
        case .everyAnswerMatches: "every answer and entry is taken by some caller"
        case .noCycle: "no caller goes round in a circle"
        case .everyQuestionMatters: "something depends on every question"
        case .withinBudget: "no caller is asked more questions than the budget"
        }
    }
}
