import Decisions

/// What comes of looking for a workflow to run.
package enum WorkflowLookup: Sendable {
    case found(GuidedWorkflow)
    /// Nothing that the reader may see has the name.
    case unknown
    /// It is something else.
    case notAWorkflow(IndexDocument)
    /// It is retired, not in force yet or no longer.
    case notInForce(IndexDocument)
    /// Policy says that nobody is given it until its review is done.
    case withheld(IndexDocument)
    /// The index does not say what it decides by.
    case withoutLogic(IndexDocument)
}

extension Reader {
    /// More workflows than one can call in a knowledge base that validates.
    private static var mostWorkflows: Int { 1000 }

    /// - Parameters:
    ///   - name: An id or alias.
    ///   - language: The one in which to say things, where there are texts in it.
    package func workflow(named name: String, language: String?) throws(IndexError) -> WorkflowLookup {
        let documents = try index.documents(named: name).filter { mayRead($0.audience) }
        let workflows = documents.filter { $0.kind == "workflow" }
        guard let first = workflows.first else { return documents.first.map { .notAWorkflow($0) } ?? .unknown }
        let current = workflows.filter(isInForce)
        guard let edition = edition(current, language) else {
            guard let present = current.first else { return .notInForce(first) }
            return isWithheld(present) ? .withheld(present) : .withoutLogic(present)
        }
        return .found(try guide(edition, language))
    }

    /// The edition of an item that is in force and that this reader may see.
    package func current(_ name: String, language: String?) throws(IndexError) -> IndexDocument? {
        preferred(
            try index.documents(named: name).filter { mayRead($0.audience) && isInForce($0) }, language)
    }

    /// Whether there is something of a name that this reader may see, in force or not.
    package func mayKnow(of name: String) throws(IndexError) -> Bool {
        try index.documents(named: name).contains { mayRead($0.audience) }
    }

    private func guide(_ first: GuidedWorkflow.Edition, _ language: String?) throws(IndexError) -> GuidedWorkflow {
        var editions = [first.logic.id: first]
        var flows: [DecisionFlow] = []
        var pending = [first]
        // A name leads to an id, or to none that this reader may go on with.
        var ids: [String: String?] = [:]
        while let edition = pending.popLast() {
            guard let flow = edition.logic.flow else { continue }
            for step in flow.steps {
                guard case .call(let name, _) = step.kind, ids[name] == nil else { continue }
                guard ids.count < Reader.mostWorkflows else { throw .damaged }
                let documents = try index.documents(named: name).filter {
                    $0.kind == "workflow" && mayRead($0.audience) && isInForce($0)
                }
                let called = self.edition(documents, language)
                ids[name] = .some(called?.logic.id)
                if let called, editions[called.logic.id] == nil {
                    editions[called.logic.id] = called
                    pending.append(called)
                }
            }
            flows.append(whole(flow, of: edition.logic, ids))
        }
        return GuidedWorkflow(first.logic.id, editions, flows)
    }

    /// With the fields of all callers, and with its calls by id.
    private func whole(_ flow: DecisionFlow, of document: IndexDocument, _ ids: [String: String?]) -> DecisionFlow {
        let own = Set(flow.fields.map(\.name))
        let steps = flow.steps.map { step -> DecisionFlow.Step in
            guard case .call(let name, let continuations) = step.kind, let id = ids[name] ?? nil else { return step }
            return DecisionFlow.Step(step.name, .call(workflow: id, continuations))
        }
        return DecisionFlow(
            id: document.id, fields: index.context.filter { !own.contains($0.name) } + flow.fields, start: flow.start,
            steps: steps, budget: flow.budget)
    }

    /// - Parameter current: Editions in force.
    private func edition(_ current: [IndexDocument], _ language: String?) -> GuidedWorkflow.Edition? {
        let usable = current.filter { !isWithheld($0) }
        guard let logic = preferred(usable.filter { $0.flow != nil }, language) else { return nil }
        let texts = usable.first { $0.id == logic.id && $0.language == language }
        return GuidedWorkflow.Edition(logic: logic, texts: texts ?? logic)
    }

    private func preferred(_ documents: [IndexDocument], _ language: String?) -> IndexDocument? {
        let languages = (language.map { [$0] } ?? []) + index.languages
        func place(_ document: IndexDocument) -> Int { languages.firstIndex(of: document.language) ?? languages.count }
        return documents.min { (place($0), $0.path) < (place($1), $1.path) }
    }

    private func isInForce(_ document: IndexDocument) -> Bool {
        if case .review = state(document) { true } else { false }
    }
}
