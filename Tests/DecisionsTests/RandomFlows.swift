import Decisions
import SeededRandom

/// Small random workflows over the small world: joins, cycles, calls, unknown answers, dates, ranges, and mistakes.
struct RandomFlows {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    struct Sample {
        let flow: DecisionFlow
        let library: FlowLibrary
    }

    mutating func sample() -> Sample {
        let count = Int.random(in: 0...2, using: &generator)
        // A workflow calls those below it; now and then one above, which is recursion.
        let names = (0...count).map { "flow\($0)" }
        let flows = names.indices.map { place in
            flow(names[place], callees: chance(0.03) ? names : Array(names.dropFirst(place + 1)))
        }
        return Sample(flow: flows[0], library: FlowLibrary(flows))
    }

    mutating func flow(_ id: String, callees: [String]) -> DecisionFlow {
        let size = Int.random(in: 2...9, using: &generator)
        let steps = (0..<size).map { place in
            DecisionFlow.Step("s\(place)", kind(place, size, callees))
        }
        return DecisionFlow(
            id: id, fields: SmallWorld.fields, start: "s0", steps: steps,
            budget: chance(0.5) ? Int.random(in: 1...3, using: &generator) : nil)
    }

    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < probability }

    /// Mostly a later step; sometimes an earlier one, seldom one that does not exist.
    private mutating func target(_ place: Int, _ size: Int) -> String {
        if chance(0.02) { return "missing" }
        if chance(0.08) { return "s\(Int.random(in: 0..<size, using: &generator))" }
        return "s\(min(size - 1, place + Int.random(in: 1...3, using: &generator)))"
    }

    private mutating func kind(_ place: Int, _ size: Int, _ callees: [String]) -> DecisionFlow.Kind {
        if place == size - 1 || (place > 0 && chance(0.2)) { return .outcome(outcome()) }
        if let callee = callees.randomElement(using: &generator), chance(0.25) {
            let outcomes = (0..<9).map { "s\($0)" }.filter { _ in chance(0.85) }
            return .call(workflow: callee, outcomes.map { DecisionFlow.Continuation($0, target(place, size)) })
        }
        if chance(0.5) {
            let field = SmallWorld.fields.randomElement(using: &generator)!
            return .question(field: field.name, answers(field).map { DecisionFlow.Answer($0, target(place, size)) })
        }
        var entries = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            DecisionFlow.Entry(SmallWorld.condition(2, &generator), target(place, size))
        }
        if chance(0.8) { entries.append(DecisionFlow.Entry(nil, target(place, size))) }
        return .branch(entries)
    }

    private mutating func answers(_ field: ContextField) -> [FieldTest] {
        var tests = (0..<Int.random(in: 1...2, using: &generator)).map { _ in SmallWorld.test(field, &generator) }
        let rest = SmallWorld.values(field).filter { value in !tests.contains { $0.accepts(value) } }
        if !rest.isEmpty, chance(0.85) { tests.append(.values(rest)) }
        return tests
    }

    mutating func outcome() -> Outcome {
        let requirements = ["referral", "authorisation"].filter { _ in chance(0.3) }.map {
            Outcome.Requirement($0, if: chance(0.5) ? SmallWorld.condition(1, &generator) : nil)
        }
        return Outcome(
            ["Book.", "Explain.", "Escalate."].randomElement(using: &generator)!, article: chance(0.2) ? "mri" : nil,
            requirements: requirements, handoff: chance(0.2) ? Outcome.Handoff(to: "desk") : nil)
    }

    /// Another edition: a step or two are different.
    mutating func edited(_ flow: DecisionFlow, callees: [String]) -> DecisionFlow {
        var steps = flow.steps
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
            let place = steps.indices.randomElement(using: &generator)!
            steps[place] = DecisionFlow.Step(steps[place].name, kind(place, steps.count, callees))
        }
        return DecisionFlow(id: flow.id, fields: flow.fields, start: flow.start, steps: steps, budget: flow.budget)
    }
}
