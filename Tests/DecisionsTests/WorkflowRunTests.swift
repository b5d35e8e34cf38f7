import Decisions
import SeededRandom
import Testing

@Suite struct WorkflowRunTests {
    /// The end of a run, in the words of the enumeration.
    private func end(_ position: RunPosition) -> Enumeration.End? {
        switch position.state {
        case .question: nil
        case .outcome(let arrival): .outcome(Enumeration.Told(arrival.outcome))
        case .stopped(.gap, let location): .gap(location)
        case .stopped(.missingStep, let location): .missing(location)
        case .stopped(.recursion, let location), .stopped(.missingWorkflow, let location): .recursion(location)
        case .stopped(.cycle, _), .stopped(.tooLong, _): .cycle([])
        }
    }

    @Test func `A caller of whom all is known ends where enumeration says, asked for the same`() {
        var flows = RandomFlows(seed: 1)
        let count = Workload.flows(300)
        var agreed = 0
        for _ in 0..<count {
            let sample = flows.sample()
            let run = WorkflowRun(sample.flow, library: sample.library)
            let truth = Enumeration(flow: sample.flow, library: sample.library)
            let isRight = (0..<20).allSatisfy { _ in
                let caller = Enumeration.callers.randomElement(using: &flows.generator)!
                let walk = truth.walk(caller)
                let position = run.position(for: caller)
                if case .cycle = walk.end { return position.asked == walk.asked && end(position) == .cycle([]) }
                return end(position) == walk.end && position.asked == walk.asked
            }
            agreed += isRight ? 1 : 0
            #expect(isRight, "\(sample.flow)")
        }
        print("run: \(agreed) of \(count) workflows agree with enumeration")
    }

    @Test func `Question by question, a caller comes to the same end`() {
        var flows = RandomFlows(seed: 2)
        let count = Workload.flows(300)
        for _ in 0..<count {
            let sample = flows.sample()
            let run = WorkflowRun(sample.flow, library: sample.library)
            let caller = Enumeration.callers.randomElement(using: &flows.generator)!
            var known: CallerContext = [:]
            var position = run.position(for: known)
            while case .question(let question) = position.state {
                #expect(known[question.field.name] == nil, "a known field is not asked again")
                let uses = run.uses(of: question.field.name, from: position, known: known)
                #expect(!uses.isEmpty || question.answers.isEmpty, "a question has a reason")
                known[question.field.name] = caller[question.field.name]
                position = run.position(for: known)
            }
            let last = run.position(for: caller)
            guard case .outcome(let arrival) = position.state, case .outcome(let truth) = last.state else {
                #expect(end(position) == end(last))
                continue
            }
            #expect(arrival.location == truth.location)
            let demanded = Set(truth.outcome.requirements)
            #expect(demanded.isSuperset(of: arrival.outcome.requirements))
            #expect(demanded.isSubset(of: arrival.outcome.requirements + arrival.openRequirements))
        }
    }

    @Test func `Changing an answer keeps those that are asked for whatever comes, and drops the others`() {
        var flows = RandomFlows(seed: 3)
        for _ in 0..<Workload.flows(300) {
            let sample = flows.sample()
            let run = WorkflowRun(sample.flow, library: sample.library)
            let caller = Enumeration.callers.randomElement(using: &flows.generator)!
            var given: [WorkflowRun.GivenAnswer] = []
            var known: CallerContext = [:]
            while case .question(let question) = run.position(for: known).state {
                let value = caller[question.field.name]!
                known[question.field.name] = value
                given.append(WorkflowRun.GivenAnswer(question.field.name, value))
            }
            guard let old = given.randomElement(using: &flows.generator),
                let field = SmallWorld.fields.first(where: { $0.name == old.field })
            else { continue }
            let change = WorkflowRun.GivenAnswer(
                old.field, SmallWorld.values(field).randomElement(using: &flows.generator)!)
            let kept = run.changing(change, in: given, known: [:])
            var values: CallerContext = [:]
            for answer in given { values[answer.field] = answer.value }
            values[change.field] = change.value
            // Every caller who agrees with all that was said needs the answers that stand.
            let needed = SmallWorld.completions(values).map { needs(run, $0) }.reduce(Set(values.keys)) {
                $0.intersection($1)
            }
            let expected = given.map(\.field).filter { $0 == change.field || needed.contains($0) }
            #expect(kept.map(\.field) == expected, "\(sample.flow) \(given) \(change)")
        }
    }

    /// The fields that a caller is asked for, by questions and by branches.
    private func needs(_ run: WorkflowRun, _ caller: CallerContext) -> Set<String> {
        var known: CallerContext = [:]
        while case .question(let question) = run.position(for: known).state {
            known[question.field.name] = caller[question.field.name]
        }
        return Set(known.keys)
    }
}
