import Content
import Decisions
import Diagnostics
import Time

/// A workflow as one version of a knowledge base has it, for a time in which nothing of it changes: facts stand in what
/// callers are told.
struct WorkflowVersion {
    let item: ItemRecord
    let flow: DecisionFlow
    let library: FlowLibrary
    /// The flows that decide, without what no test looks at.
    let behaviour: [DecisionFlow]
    /// What each question says, by workflow and step.
    let questions: [FlowLocation: String]
    /// The values of the facts in what callers are told and asked.
    let facts: [String: String]
    /// The bytes of the files, by path.
    let files: [String: [UInt8]]

    init(_ edition: FlowEditions.Edition, during range: InstantRange, of base: KnowledgeBase) {
        let values = FactTexts(base, during: range)
        var facts: [String: String] = [:]
        let flows = edition.items.compactMap { edition.library[$0.id.value] }.map { flow in
            flow.replacingTexts { values.filled($0, &facts) }
        }
        var questions: [FlowLocation: String] = [:]
        for item in edition.items {
            guard case .workflow(let workflow) = item.details else { continue }
            for step in workflow.steps {
                guard case .question(let ask, _, _) = step.kind else { continue }
                let location = FlowLocation(flow: item.id.value, step: step.name.value)
                questions[location] = values.filled(ask.value, &facts)
            }
        }
        item = edition.item
        flow = flows[0]
        library = FlowLibrary(flows)
        let tested = flows.reduce(into: Set<String>()) { $0.formUnion($1.testedFields) }
        behaviour = flows.map { flow in
            DecisionFlow(
                id: flow.id, fields: flow.fields.filter { tested.contains($0.name) }, start: flow.start,
                steps: flow.steps, budget: nil)
        }
        self.questions = questions
        self.facts = facts
        files = Dictionary(edition.items.map { ($0.path, base.source($0.path)?.bytes ?? []) }) { first, _ in first }
    }
}

extension DecisionFlow {
    fileprivate var testedFields: Set<String> {
        steps.reduce(into: []) { fields, step in
            switch step.kind {
            case .question(let field, _): fields.insert(field)
            case .branch(let entries):
                for entry in entries { fields.formUnion(entry.condition?.fields ?? []) }
            case .outcome(let outcome):
                for requirement in outcome.requirements { fields.formUnion(requirement.condition?.fields ?? []) }
            case .call: break
            }
        }
    }

    fileprivate func replacingTexts(_ text: (String) -> String) -> DecisionFlow {
        DecisionFlow(
            id: id, fields: fields, start: start,
            steps: steps.map { step in
                guard case .outcome(let outcome) = step.kind else { return step }
                return Step(
                    step.name,
                    .outcome(
                        Outcome(
                            text(outcome.text), article: outcome.article, requirements: outcome.requirements,
                            handoff: outcome.handoff)))
            }, budget: budget)
    }
}

/// The values of facts in a time.
struct FactTexts {
    private let base: KnowledgeBase
    private let range: InstantRange
    private let conditions: ConditionText

    init(_ base: KnowledgeBase, during range: InstantRange) {
        self.base = base
        self.range = range
        conditions = ConditionText(base.configuration.context)
    }

    /// A text with the values of facts in place of their names.
    ///
    /// - Parameter facts: Takes the values by name.
    func filled(_ text: String, _ facts: inout [String: String]) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        for placeholder in FactPlaceholder.all(in: bytes) {
            let value = value(of: placeholder.name)
            facts[placeholder.name] = value
            result += bytes[start..<placeholder.range.lowerBound] + Array(value.utf8)
            start = placeholder.range.upperBound
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }

    /// `4`, or `6 (location is main) or 4` where it depends on the caller or changes in this time.
    private func value(of name: String) -> String {
        let values = (base.fact(name)?.values ?? []).filter { value in
            base.range(from: value.from?.value, until: value.until?.value)?.overlaps(range) ?? false
        }
        guard !values.isEmpty else { return "[no value of \(name)]" }
        return values.map { value in
            value.text.value + (value.applies.map { " (\(conditions.text($0)))" } ?? "")
        }.joined(separator: " or ")
    }
}
