package import Decisions
package import Time

/// Every workflow of a knowledge base with what it calls, as they are in force together.
package struct FlowEditions: Sendable {
    /// One edition of a workflow, for a time in which neither it nor anything that it calls changes.
    package struct Edition: Sendable {
        package let item: ItemRecord
        package let workflow: Workflow
        package let flow: DecisionFlow
        package let library: FlowLibrary
        package let range: InstantRange
        /// The items of the library, the workflow's own first.
        package let items: [ItemRecord]
    }

    private let base: KnowledgeBase
    /// The editions of each workflow that has logic of its own: a translation has only texts.
    private let items: [String: [ItemRecord]]
    /// The ids, in order of the first file.
    package let ids: [String]

    package init(_ base: KnowledgeBase) {
        self.base = base
        var items: [String: [ItemRecord]] = [:]
        var ids: [String] = []
        for item in base.items where item.translation == nil && !item.isRetired {
            guard case .workflow = item.details else { continue }
            if items[item.id.value] == nil { ids.append(item.id.value) }
            items[item.id.value, default: []].append(item)
        }
        self.items = items
        self.ids = ids
    }

    package var all: [Edition] { ids.flatMap { editions(of: $0) } }

    /// The editions of a workflow in order of time, one for each combination with editions of what it calls.
    ///
    /// - Parameter id: Of the workflow.
    package func editions(of id: String) -> [Edition] {
        let closure = closure(of: id)
        var editions: [Edition] = []
        for item in items[id] ?? [] {
            guard let range = base.effectiveRange(item), case .workflow(let workflow) = item.details else { continue }
            for part in parts(of: range, closure) {
                if let edition = edition(item, workflow, part, closure) { editions.append(edition) }
            }
        }
        return editions
    }

    /// The edition that is in force at a moment.
    package func edition(of id: String, at now: Instant) -> Edition? {
        editions(of: base.resolve(id) ?? id).first { $0.range.contains(now) }
    }

    /// The ids of all workflows that a workflow calls, directly or through others, and its own.
    private func closure(of id: String) -> Set<String> {
        var closure: Set<String> = [id]
        var layer = [id]
        // One more than may be: that it is too deep is for the proof to say.
        for _ in 0...FlowClosure.depthLimit where !layer.isEmpty {
            let callees = layer.flatMap { items[$0] ?? [] }.flatMap { item -> [String] in
                guard case .workflow(let workflow) = item.details else { return [] }
                return workflow.callees.compactMap { base.resolve($0) }
            }
            layer = callees.filter { closure.insert($0).inserted }
        }
        return closure
    }

    /// A range, cut where an edition of one of these workflows begins or ends.
    private func parts(of range: InstantRange, _ closure: Set<String>) -> [InstantRange] {
        var cuts: Set<Instant> = []
        for id in closure {
            for item in items[id] ?? [] {
                guard let other = base.effectiveRange(item) else { continue }
                for moment in [other.from, other.until] {
                    if let moment, range.contains(moment), moment != range.from { cuts.insert(moment) }
                }
            }
        }
        let borders: [Instant?] = [range.from] + cuts.sorted().map { $0 } + [range.until]
        return zip(borders, borders.dropFirst()).map { InstantRange(from: $0, until: $1) }
    }

    private func edition(
        _ item: ItemRecord, _ workflow: Workflow, _ range: InstantRange, _ closure: Set<String>
    ) -> Edition? {
        let context = base.configuration.context
        guard let flow = flow(of: item, context) else { return nil }
        var flows = [flow]
        var used = [item]
        for id in closure.sorted() where id != item.id.value {
            guard let other = items[id]?.first(where: { inForce($0, throughout: range) }) else { continue }
            // One that cannot be read has findings of its own; nothing can be said of what calls it.
            guard let flow = self.flow(of: other, context) else { return nil }
            flows.append(flow)
            used.append(other)
        }
        let library = FlowLibrary(flows, otherOutcomes: otherOutcomes(than: used))
        return Edition(item: item, workflow: workflow, flow: flow, library: library, range: range, items: used)
    }

    /// By id, the outcomes of the editions that are not among these items.
    private func otherOutcomes(than used: [ItemRecord]) -> [String: Set<String>] {
        var outcomes: [String: Set<String>] = [:]
        for item in used.dropFirst() {
            for other in items[item.id.value] ?? [] where other.path != item.path {
                guard case .workflow(let workflow) = other.details else { continue }
                outcomes[item.id.value, default: []].formUnion(workflow.outcomeNames)
            }
        }
        return outcomes
    }

    private func inForce(_ item: ItemRecord, throughout range: InstantRange) -> Bool {
        guard let own = base.effectiveRange(item) else { return false }
        return own.overlaps(range)
    }

    /// With the calls by ids, where they are written by aliases.
    private func flow(of item: ItemRecord, _ context: [ContextField]) -> DecisionFlow? {
        guard case .workflow(var workflow) = item.details else { return nil }
        for index in workflow.steps.indices {
            guard case .call(var callee, let answers) = workflow.steps[index].kind else { continue }
            callee.value = base.resolve(callee.value) ?? callee.value
            workflow.steps[index].kind = .call(workflow: callee, answers: answers)
        }
        return workflow.flow(id: item.id.value, context: context)
    }
}

extension Workflow {
    var outcomeNames: [String] {
        steps.compactMap { step in if case .outcome = step.kind { step.name.value } else { nil } }
    }

    /// The names of the workflows that it calls.
    package var callees: [String] {
        steps.compactMap { step in if case .call(let callee, _) = step.kind { callee.value } else { nil } }
    }
}

extension KnowledgeBase {
    /// The fields that a workflow and all that it calls declare for themselves: a caller may be asked for each.
    ///
    /// - Parameter name: An id or an alias of the workflow.
    package func localFields(of name: String) -> [ContextField] {
        var fields: [ContextField] = []
        var seen: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            guard let id = resolve(next), seen.insert(id).inserted else { continue }
            for item in editions(of: id) {
                guard case .workflow(let workflow) = item.details else { continue }
                fields += workflow.fields
                open += workflow.callees
            }
        }
        return fields
    }

    /// The names of the outcome steps of all editions of a workflow, in their order.
    package func outcomeNames(of id: String) -> [String] {
        var names: [String] = []
        var known: Set<String> = []
        for edition in editions(of: id) {
            guard case .workflow(let workflow) = edition.details else { continue }
            for step in workflow.steps {
                guard case .outcome = step.kind, known.insert(step.name.value).inserted else { continue }
                names.append(step.name.value)
            }
        }
        return names
    }
}
