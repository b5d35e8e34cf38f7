import Decisions
import Difference
import Time

/// What is said of a workflow's change in every format for people.
struct WorkflowChangeText {
    let change: WorkflowChange
    private let conditions: ConditionText
    private let callers: ContextText

    init(_ change: WorkflowChange) {
        self.change = change
        conditions = ConditionText(change.fields)
        callers = ContextText(change.fields)
    }

    /// `workflows/mri.yaml, the fact 'mri.prep-hours' and the field 'payer' of kb.yaml`.
    var causes: String {
        let texts = change.causes.map { cause in
            switch cause {
            case .file(let path): path
            case .fact(let name): "the fact '\(name)'"
            case .field(let name): "the field '\(name)' of kb.yaml"
            }
        }
        return texts.spoken ?? ""
    }

    /// The whole in a sentence.
    var verdict: String {
        switch change.kind {
        case .added: return "added"
        case .removed: return "removed"
        case .compared(let difference):
            switch difference.verdict {
            case .noCallerAffected:
                return change.rewordings.isEmpty
                    ? "no caller gets another question or outcome, although \(causes) changed"
                    : "nobody is asked or told something else, but in other words, by the change of \(causes)"
            case .undecided:
                return "it was not decided within the budget whether a caller is affected by the change of \(causes)"
            case .defective: return "not compared, because one side cannot be put together; see 'kb validate'"
            case .affected:
                return "callers are affected by the change of \(causes)"
            }
        }
    }

    var affected: [BehaviouralDifference.Change] {
        guard case .compared(let difference) = change.kind else { return [] }
        // Being asked something else matters less than being told something else.
        return difference.changes.filter { $0.before != $0.after } + difference.changes.filter { $0.before == $0.after }
    }

    /// `12 of 240 contexts`; nil where it was not counted.
    func count(_ affected: BehaviouralDifference.Change) -> String? {
        guard case .compared(let difference) = change.kind, let callers = affected.callers else { return nil }
        return "\(callers) of \(difference.contexts) contexts"
    }

    /// What is not known of a list of groups; nil where they are all.
    func reservation(_ affected: BehaviouralDifference.Change) -> String? {
        if affected.callers == nil { return "shown by example: these callers, and perhaps others" }
        return affected.isComplete ? nil : "these callers and others: there are too many groups to list"
    }

    /// `payer is medicare, and age >= 65`, or `every caller`.
    func condition(_ group: BehaviouralDifference.Group) -> String {
        group.condition.fields.isEmpty ? "every caller" : conditions.text(group.condition.condition)
    }

    func witness(_ group: BehaviouralDifference.Group) -> String { callers.text(group.witness) }

    /// What the caller of a group is asked for.
    func questions(_ group: BehaviouralDifference.Group) -> String {
        func list(_ fields: [String]) -> String { fields.isEmpty ? "nothing" : fields.joined(separator: ", ") }
        return group.askedBefore == group.askedAfter
            ? "asked for \(list(group.askedAfter))"
            : "asked for \(list(group.askedBefore)) before, now for \(list(group.askedAfter))"
    }

    /// What callers are told: the text, and what else of it tells the sides apart, or this change from the others.
    func endings(_ affected: BehaviouralDifference.Change) -> (before: String, after: String) {
        let isAlone =
            self.affected.count { $0.before.text == affected.before.text && $0.after.text == affected.after.text } == 1
        return (
            text(affected.before, beside: affected.after, isAlone: isAlone),
            text(affected.after, beside: affected.before, isAlone: isAlone)
        )
    }

    private func text(_ ending: FlowEnding, beside other: FlowEnding, isAlone: Bool) -> String {
        switch ending {
        case .nowhere: return "no outcome"
        case .undeclared: return "nothing: this version does not know such a caller"
        case .told(let outcome):
            guard case .told(let rival) = other else { return outcome.text }
            var parts = [outcome.text]
            if outcome.requirements != rival.requirements || !isAlone {
                parts.append(
                    "requires \(outcome.requirements.isEmpty ? "nothing" : outcome.requirements.joined(separator: ", "))"
                )
            }
            if outcome.article != rival.article {
                parts.append(outcome.article.map { "article \($0)" } ?? "no article")
            }
            if outcome.handoff != rival.handoff {
                let with = outcome.handoff.map { $0.with.isEmpty ? "" : " with \($0.with.joined(separator: ", "))" }
                parts.append(outcome.handoff.map { "hand over to \($0.to)" + (with ?? "") } ?? "no hand-off")
            }
            return parts.joined(separator: " · ")
        }
    }
}

extension FlowEnding {
    /// Nil where nothing is told.
    fileprivate var text: String? { if case .told(let outcome) = self { outcome.text } else { nil } }
}
