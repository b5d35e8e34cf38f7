package import Content
package import Decisions
import Diagnostics
package import Time

/// Sends the callers of scenarios through the workflows of one build.
package struct ScenarioPlayer {
    private let base: KnowledgeBase
    private let flows: FlowEditions
    /// The editions of each workflow that was asked for.
    private var known: [String: [FlowEditions.Edition]] = [:]
    private var lines: [String: LineIndex] = [:]

    package init(_ base: KnowledgeBase) {
        self.base = base
        flows = FlowEditions(base)
    }

    /// - Parameter now: When the caller calls, unless the scenario says it.
    package mutating func outcome(of scenario: Scenario, at now: Instant) -> ScenarioOutcome {
        var outcome = walk(scenario, at: now)
        outcome.failures = ScenarioJudge(outcome: outcome).failures(scenario)
        return outcome
    }

    /// The edition of a workflow that is in force at a moment.
    package mutating func edition(of workflow: String, at now: Instant) -> FlowEditions.Edition? {
        editions(of: workflow).first { $0.range.contains(now) }
    }

    package mutating func editions(of workflow: String) -> [FlowEditions.Edition] {
        let id = base.resolve(workflow) ?? workflow
        if let editions = known[id] { return editions }
        let editions = flows.editions(of: id)
        known[id] = editions
        return editions
    }

    /// What a scenario says of its caller, in one edition. A field or a value that the edition does not have is not known.
    package func caller(_ scenario: Scenario, in edition: FlowEditions.Edition, at now: Instant) -> CallerContext {
        let fields = edition.fields
        var caller: CallerContext = [:]
        for entry in scenario.context {
            let field = fields.first { $0.name == entry.field.value }
            caller[entry.field.value] = field?.value(entry.value.value)
        }
        return fields.deriving(caller, today: base.configuration.zone.local(now).date)
    }

    private mutating func walk(_ scenario: Scenario, at now: Instant) -> ScenarioOutcome {
        guard let edition = edition(of: scenario.workflow.value, at: now) else {
            return ScenarioOutcome(.notInForce, at: nil)
        }
        let run = WorkflowRun(edition.flow, library: edition.library)
        let position = run.position(for: caller(scenario, in: edition, at: now))
        let (ending, location): (ScenarioOutcome.Ending, FlowLocation) =
            switch position.state {
            case .outcome(let arrival): (.told(arrival.outcome), arrival.location)
            case .question(let question): (.question(field: question.field.name), question.location)
            case .stopped(let stop, let location): (.stopped(stop), location)
            }
        return ScenarioOutcome(ending, at: place(of: location, in: edition), asked: position.asked)
    }

    private mutating func place(of location: FlowLocation, in edition: FlowEditions.Edition) -> ScenarioOutcome.Place? {
        guard let item = edition.items.first(where: { $0.id.value == location.flow }),
            case .workflow(let workflow) = item.details
        else { return nil }
        if lines[item.path] == nil { lines[item.path] = base.source(item.path).map { LineIndex($0) } }
        let offset = (workflow.range(of: location) ?? item.id.range).lowerBound
        return ScenarioOutcome.Place(
            workflow: location.flow, step: location.step, path: item.path,
            line: lines[item.path]?.position(of: offset).line ?? 1)
    }
}

extension FlowEditions.Edition {
    /// All that a caller of the workflow may be asked for.
    package var fields: [ContextField] {
        var fields: [ContextField] = []
        var names: Set<String> = []
        for item in items {
            for field in library[item.id.value]?.fields ?? [] where names.insert(field.name).inserted {
                fields.append(field)
            }
        }
        return fields
    }
}
