package import Decisions

/// A guided decision: steps from a start to outcomes.
package struct Workflow: Sendable {
    package struct Step: Sendable {
        package enum Kind: Sendable {
            case question(ask: Located<String>, field: Located<String>?, answers: [Answer])
            case branch([Entry])
            case call(workflow: Located<String>, answers: [Answer])
            case outcome(Ending)
        }

        package var name: Located<String>
        package var kind: Kind
        /// Where the entries of `when` lead whose conditions cannot be decided; they are not among the entries.
        package var unread: [Located<String>] = []
    }

    /// What a caller is told at the end.
    package struct Ending: Sendable {
        package var text: Located<String>
        package var article: String?
        package var requires: [RequirementUse] = []
        package var handoff: Outcome.Handoff?
    }

    /// An answer of a question, or an outcome of a called workflow, and where it leads.
    package struct Answer: Sendable {
        package var key: Located<String>
        /// What the key of a question's answer means; nil where it means nothing, and for the outcome of a called workflow.
        package var test: FieldTest?
        package var step: Located<String>
    }

    /// An entry of `when`; without a condition it is `else`.
    package struct Entry: Sendable {
        package var condition: Condition?
        package var step: Located<String>
        /// The whole entry.
        package var range: Range<Int>
    }

    package var start: Located<String>?
    package var steps: [Step] = []
    /// Fields of this workflow alone.
    package var fields: [ContextField] = []
    package var budget: Int?
    /// The fields that decide for whom the workflow is and to whom the call is passed.
    package var consulted: Set<String> = []
}

extension Workflow.Step {
    /// The steps this one can lead to, in order.
    package var successors: [Located<String>] {
        switch kind {
        case .question(_, _, let answers), .call(_, let answers): answers.map(\.step)
        case .branch(let entries): entries.map(\.step) + unread
        case .outcome: []
        }
    }
}
