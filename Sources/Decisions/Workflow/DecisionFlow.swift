/// One edition of a workflow, as far as deciding goes: steps from a start to outcomes.
///
/// Texts and places in files are the caller's: a finding names a step and the ordinal of an answer or entry in it.
package struct DecisionFlow: Hashable, Sendable {
    package let id: String
    /// What a caller's context may hold: the fields of all workflows, and those of this one.
    package let fields: [ContextField]
    /// The name of the step at which every run begins.
    package let start: String
    package let steps: [Step]
    /// How many questions a caller may be asked at most.
    package let budget: Int?
    /// Fields on which something depends that no step tests, so that to ask for them is not in vain.
    package let consulted: Set<String>

    package init(
        id: String, fields: [ContextField], start: String, steps: [Step], budget: Int? = nil,
        consulted: Set<String> = []
    ) {
        self.consulted = consulted
        self.id = id
        self.fields = fields
        self.start = start
        self.steps = steps
        self.budget = budget
    }

    package struct Step: Hashable, Sendable {
        package let name: String
        package let kind: Kind

        package init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    package enum Kind: Hashable, Sendable {
        /// Asks for a field, unless it is known; the first answer that accepts the value leads on.
        case question(field: String, [Answer])
        /// Asks nothing; the first entry whose condition holds leads on.
        case branch([Entry])
        /// Runs another workflow in the same context and goes on by the outcome step in which it ended.
        case call(workflow: String, [Continuation])
        case outcome(Outcome)
    }

    package struct Answer: Hashable, Sendable {
        package let test: FieldTest
        package let step: String

        package init(_ test: FieldTest, _ step: String) {
            self.test = test
            self.step = step
        }
    }

    package struct Entry: Hashable, Sendable {
        /// Nil for `else`.
        package let condition: Condition?
        package let step: String

        package init(_ condition: Condition?, _ step: String) {
            self.condition = condition
            self.step = step
        }
    }

    package struct Continuation: Hashable, Sendable {
        /// The name of an outcome step of the called workflow.
        package let outcome: String
        package let step: String

        package init(_ outcome: String, _ step: String) {
            self.outcome = outcome
            self.step = step
        }
    }
}

/// What a caller is told at the end. Two outcomes are the same when all of this is the same, whatever their steps are called.
package struct Outcome: Hashable, Sendable {
    package let text: String
    package let article: String?
    package let requirements: [Requirement]
    package let handoff: Handoff?

    package init(_ text: String, article: String? = nil, requirements: [Requirement] = [], handoff: Handoff? = nil) {
        self.text = text
        self.article = article
        self.requirements = requirements
        self.handoff = handoff
    }

    /// What must be there first; without a condition, for everyone.
    package struct Requirement: Hashable, Sendable {
        package let id: String
        package let condition: Condition?

        package init(_ id: String, if condition: Condition? = nil) {
            self.id = id
            self.condition = condition
        }
    }

    package struct Handoff: Hashable, Sendable {
        package let to: String
        /// Ids of the requirements that are handed over.
        package let with: [String]

        package init(to: String, with: [String] = []) {
            self.to = to
            self.with = with
        }
    }
}

/// A workflow with those that it may call, by id.
package struct FlowLibrary: Sendable {
    private let flows: [String: DecisionFlow]
    /// By id of a workflow, outcomes that other editions of it have: a caller may be ready for them too.
    let otherOutcomes: [String: Set<String>]

    package init(_ flows: [DecisionFlow] = [], otherOutcomes: [String: Set<String>] = [:]) {
        self.flows = Dictionary(flows.map { ($0.id, $0) }) { first, _ in first }
        self.otherOutcomes = otherOutcomes
    }

    package subscript(id: String) -> DecisionFlow? { flows[id] }
}

/// A step, and an answer, entry or continuation of it by its place in the list.
package struct FlowLocation: Hashable, Sendable {
    package let flow: String
    package let step: String
    /// From 0; nil for the step itself.
    package let ordinal: Int?

    package init(flow: String, step: String, ordinal: Int? = nil) {
        self.flow = flow
        self.step = step
        self.ordinal = ordinal
    }
}

extension DecisionFlow.Step {
    /// The names of the steps that this one can lead to, in order.
    package var successors: [String] {
        switch kind {
        case .question(_, let answers): answers.map(\.step)
        case .branch(let entries): entries.map(\.step)
        case .call(_, let continuations): continuations.map(\.step)
        case .outcome: []
        }
    }

    /// Every test that this step puts to a caller, by field.
    var tests: [(field: String, test: FieldTest)] {
        switch kind {
        case .question(let field, let answers): answers.map { (field, $0.test) }
        case .branch(let entries): entries.compactMap(\.condition).flatMap(\.tests)
        case .call: []
        case .outcome(let outcome): outcome.requirements.compactMap(\.condition).flatMap(\.tests)
        }
    }
}

extension Condition {
    /// Every test in this, by field, in the order in which they are written.
    var tests: [(field: String, test: FieldTest)] {
        switch self {
        case .test(let field, let test): [(field, test)]
        case .all(let parts), .any(let parts): parts.flatMap(\.tests)
        case .not(let part): part.tests
        }
    }
}
