package import Decisions

/// A workflow that a reader may run, with all that it calls, as they are in force at the reader's moment.
package struct GuidedWorkflow: Sendable {
    /// One workflow of those.
    package struct Edition: Sendable {
        /// What it decides by.
        package let logic: IndexDocument
        /// Has the texts in the wanted language; the same as the logic where there is no translation.
        package let texts: IndexDocument
        private let sourceSteps: StepTable
        private let steps: StepTable

        init(logic: IndexDocument, texts: IndexDocument) {
            self.logic = logic
            self.texts = texts
            sourceSteps = StepTable(logic)
            steps = StepTable(texts)
        }

        /// What is written at a step.
        package func texts(of step: String) -> StepTexts { StepTexts(steps[step], source: sourceSteps[step]) }
    }

    package let id: String
    package let run: WorkflowRun
    /// What a caller's context may hold: the fields of all callers, and those of each workflow.
    package let fields: [ContextField]
    /// By id; the workflow's own among them.
    package let editions: [String: Edition]
    private let steps: [String: [String: DecisionFlow.Step]]

    init(_ id: String, _ editions: [String: Edition], _ flows: [DecisionFlow]) {
        self.id = id
        self.editions = editions
        run = WorkflowRun(flows[0], library: FlowLibrary(flows))
        var seen: Set<String> = []
        fields = flows.flatMap(\.fields).filter { seen.insert($0.name).inserted }
        steps = Dictionary(
            flows.map { flow in (flow.id, Dictionary(flow.steps.map { ($0.name, $0) }) { first, _ in first }) }
        ) { first, _ in first }
    }

    package var edition: Edition { editions[id]! }

    package func step(_ location: FlowLocation) -> DecisionFlow.Step? { steps[location.flow]?[location.step] }

    package func texts(of location: FlowLocation) -> StepTexts {
        editions[location.flow]?.texts(of: location.step) ?? StepTexts(nil, source: nil)
    }

    package func field(_ name: String) -> ContextField? { fields.first { $0.name == name } }
}

/// What the file of a workflow says at a step, for people.
package struct StepTexts: Hashable, Sendable {
    package let ask: String?
    package let outcome: String?
    package let say: String?
    package let help: String?
    package let article: String?
    /// The anchor of a heading of the article.
    package let section: String?

    /// - Parameters:
    ///   - step: As the edition in the wanted language has it.
    ///   - source: As the edition with the logic has it, for what the other does not say.
    init(_ step: IndexValue?, source: IndexValue?) {
        func text(_ name: String) -> String? { step?.text(name) ?? source?.text(name) }
        ask = text("ask")
        outcome = text("outcome")
        say = text("say")
        help = text("help")
        article = source?.text("article")
        section = source?.text("section")
    }
}

/// The steps of a workflow's file by name.
private struct StepTable: Sendable {
    private let steps: [String: IndexValue]

    init(_ document: IndexDocument) {
        guard case .object(let members)? = document.details.first(where: { $0.name == "steps" })?.value else {
            steps = [:]
            return
        }
        steps = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    }

    subscript(name: String) -> IndexValue? { steps[name] }
}

extension IndexValue {
    /// A member of an object.
    package subscript(name: String) -> IndexValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    fileprivate func text(_ name: String) -> String? { self[name]?.asText }

    /// A text, or a number as it is written.
    package var asText: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .null, .boolean, .list, .object: nil
        }
    }
}
