package import Content
package import Decisions

/// Draws a workflow: a node for each step, an edge for each way from one to another.
package struct WorkflowDrawing {
    private let workflow: Workflow
    private let id: String
    private let fields: [String: ContextField]
    private let marks: DrawingMarks
    private let fill: (String) -> String
    private let conditions: ConditionText
    private var drawing: Drawing
    private var numbers: [String: Int] = [:]

    /// - Parameters:
    ///   - id: The workflow's.
    ///   - fields: Those of every caller and the workflow's own.
    ///   - fill: Fills in the facts of a text.
    package init(
        _ workflow: Workflow, id: String, title: String, fields: [ContextField], marks: DrawingMarks = DrawingMarks(),
        fill: @escaping (String) -> String = { $0 }
    ) {
        self.workflow = workflow
        self.id = id
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { _, own in own }
        self.marks = marks
        self.fill = fill
        conditions = ConditionText(fields)
        drawing = Drawing(title: title, subtitle: marks.subtitle, legend: marks.legend)
    }

    package consuming func draw() -> Drawing {
        for step in workflow.steps where numbers[step.name.value] == nil {
            numbers[step.name.value] = drawing.nodes.count
            drawing.nodes.append(node(step))
        }
        for step in workflow.steps { connect(step) }
        drawing.start = workflow.start.map { number($0.value) }
        return drawing
    }

    private func mark(_ step: String, _ ordinal: Int? = nil) -> Drawing.Mark? {
        marks.byLocation[FlowLocation(flow: id, step: step, ordinal: ordinal)]
    }

    private func node(_ step: Workflow.Step) -> Drawing.Node {
        let name = step.name.value
        switch step.kind {
        case .question(let ask, _, _): return .init(name, .question, text: fill(ask.value), mark: mark(name))
        case .branch: return .init(name, .branch, mark: mark(name))
        case .call(let callee, _): return .init(name, .call, text: "run \(callee.value)", mark: mark(name))
        case .outcome(let ending):
            var details: [String] = []
            if !ending.requires.isEmpty {
                let needs = ending.requires.map { $0.id.value + ($0.condition == nil ? "" : " for some") }
                details.append("needs " + needs.joined(separator: ", "))
            }
            if let handoff = ending.handoff { details.append("hand over to \(handoff.to)") }
            return .init(name, .outcome, text: fill(ending.text.value), details: details, mark: mark(name))
        }
    }

    private mutating func connect(_ step: Workflow.Step) {
        let from = numbers[step.name.value]!
        switch step.kind {
        case .question(_, let field, let answers):
            let field = field.flatMap { fields[$0.value] }
            for (ordinal, answer) in answers.enumerated() {
                add(from, answer.step.value, label(answer, field), mark(step.name.value, ordinal))
            }
        case .branch(let entries):
            for (ordinal, entry) in entries.enumerated() {
                let text = entry.condition.map { "\(ordinal + 1). \(conditions.text($0))" } ?? "otherwise"
                add(from, entry.step.value, text, mark(step.name.value, ordinal))
            }
        case .call(_, let continuations):
            for (ordinal, way) in continuations.enumerated() {
                add(from, way.step.value, way.key.value, mark(step.name.value, ordinal))
            }
        case .outcome: break
        }
    }

    private func label(_ answer: Workflow.Answer, _ field: ContextField?) -> String {
        guard let field, case .values(let values)? = answer.test else { return answer.key.value }
        return values.map { value in
            switch value {
            case .boolean(let truth): truth ? "yes" : "no"
            case .unknown: "don't know"
            case .choice(let name): field.label(name)
            default: value.text
            }
        }.joined(separator: ", ")
    }

    /// Ways that lead from one step to the same other one are one edge.
    private mutating func add(_ from: Int, _ target: String, _ label: String, _ mark: Drawing.Mark?) {
        let to = number(target)
        if let known = drawing.edges.lastIndex(where: { $0.from == from }),
            let same = drawing.edges[...known].lastIndex(where: { $0.from == from && $0.to == to })
        {
            drawing.edges[same].labels.append(label)
            if let mark { drawing.edges[same].mark = mark.merged(with: drawing.edges[same].mark) }
        } else {
            drawing.edges.append(.init(from: from, to: to, labels: [label], mark: mark))
        }
    }

    private mutating func number(_ step: String) -> Int {
        if let known = numbers[step] { return known }
        numbers[step] = drawing.nodes.count
        drawing.nodes.append(
            .init(step, .missing, text: "There is no such step.", mark: Drawing.Mark(.bad, ["there is no such step"])))
        return drawing.nodes.count - 1
    }
}
