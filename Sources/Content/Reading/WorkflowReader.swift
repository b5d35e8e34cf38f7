import Decisions
import YAML

extension ItemReader {
    func workflow(_ root: Node) -> Item? {
        // A workflow's own fields extend those of every caller.
        let local = Configuration.readFields(FieldReader(root["fields"], findings))
        let conditions = ConditionReader(configuration.context + local)
        let reader = ItemReader(path: path, configuration: configuration, conditions: conditions, findings: findings)
        return item(.workflow, root) { fields in
            var workflow = Workflow(start: fields.text("start"), fields: local, budget: fields.integer("budget"))
            workflow.steps = (fields.child("steps")?.entries ?? []).compactMap { reader.step($0) }
            let conditions =
                (root["escalate"]?.sequence ?? []).compactMap { $0["if"] } + [root["applies"]].compactMap { $0 }
            // What is wrong with them is told where they are read as fields of the item.
            for condition in conditions {
                workflow.consulted.formUnion((try? reader.conditions.condition(condition))?.fields ?? [])
            }
            return .workflow(workflow)
        }
    }

    private func step(_ entry: Mapping.Entry) -> Workflow.Step? {
        guard let fields = FieldReader(entry.value, findings) else { return nil }
        if let article = fields.text("article") {
            let section = fields.text("section")?.value
            findings.refer(.item(article.value, anchor: section), Reference.Role.stepArticle, article.range)
        }
        if let handoff = fields.child("handoff") {
            if let to = handoff.text("to") {
                findings.refer(.directoryEntry(to.value), Reference.Role.handoff, to.range)
            }
            for requirement in handoff.texts("with") {
                findings.refer(.requirement(requirement.value), "requirement", requirement.range)
            }
        }
        return kind(fields).map { kind in
            var step = Workflow.Step(name: Located(entry.key.text, range: entry.keyRange), kind: kind)
            if case .branch(let entries) = kind {
                let read = Set(entries.map(\.range))
                step.unread = fields.children("when").filter { !read.contains($0.node.range) }.compactMap {
                    $0.text("go")
                }
            }
            return step
        }
    }

    private func kind(_ fields: FieldReader) -> Workflow.Step.Kind? {
        if let ask = fields.text("ask") {
            let field = fields.text("field")
            return .question(
                ask: ask, field: field, answers: answers(fields, of: field.flatMap { conditions.field($0.value) }))
        }
        if fields.node["when"] != nil {
            return .branch(fields.children("when").compactMap(entry))
        }
        if let callee = fields.text("call") {
            findings.refer(.workflow(callee.value), Reference.Role.calledWorkflow, callee.range)
            return .call(workflow: callee, answers: answers(fields))
        }
        return fields.text("outcome").map { text in
            let handoff = fields.child("handoff").flatMap { handoff in
                handoff.text("to").map { Outcome.Handoff(to: $0.value, with: handoff.texts("with").map(\.value)) }
            }
            return .outcome(
                Workflow.Ending(
                    text: text, article: fields.text("article")?.value,
                    requires: requirements(fields.node["requires"]), handoff: handoff))
        }
    }

    /// - Parameter field: What a question asks for.
    private func answers(_ fields: FieldReader, of field: ContextField? = nil) -> [Workflow.Answer] {
        (fields.child("next")?.entries ?? []).compactMap { entry in
            FieldReader.text(entry.value).map {
                // What is wrong with a key is a finding of its own.
                let test = field.flatMap { try? conditions.test(entry.key.text, of: $0, range: entry.keyRange) }
                return Workflow.Answer(key: Located(entry.key.text, range: entry.keyRange), test: test, step: $0)
            }
        }
    }

    private func entry(_ fields: FieldReader) -> Workflow.Entry? {
        let range = fields.node.range
        if let step = fields.text("else") { return Workflow.Entry(condition: nil, step: step, range: range) }
        // An entry whose condition cannot be decided is a problem already; it must not read as `else`.
        guard let step = fields.text("go"), let condition = fields.condition("if", conditions) else { return nil }
        return Workflow.Entry(condition: condition, step: step, range: range)
    }
}
