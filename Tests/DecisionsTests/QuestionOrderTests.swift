import Decisions
import SeededRandom
import Testing

@Suite struct QuestionOrderTests {
    /// What a caller is told, and after how many questions.
    private func follow(_ plan: QuestionPlan, _ caller: CallerContext) -> (ending: FlowEnding, asked: Int) {
        switch plan {
        case .end(let ending): return (ending, 0)
        case .ask(let field, let branches), .look(let field, let branches):
            let next = branches.first { $0.values.contains { has($0, caller[field]!) } }!.next
            let rest = follow(next, caller)
            if case .ask = plan { return (rest.ending, rest.asked + 1) }
            return rest
        }
    }

    private func has(_ values: FieldPartition.Cell.Values, _ value: ContextValue) -> Bool {
        switch (values, value) {
        case (.listed(let listed), _): listed.contains(value)
        case (.integers(let range), .integer(let number)), (.dates(let range), .date(let number)):
            range.contains(number)
        default: false
        }
    }

    /// The fewest questions on average that tell some callers apart by what they are told.
    private func fewest(_ callers: [Int], _ told: [Enumeration.End?], _ free: Set<String>, _ fields: [String]) -> Double
    {
        if Set(callers.map { told[$0] }).count == 1 { return 0 }
        return fields.map { field in
            var groups: [ContextValue: [Int]] = [:]
            for caller in callers { groups[Enumeration.callers[caller][field]!, default: []].append(caller) }
            let rest = fields.filter { $0 != field }
            return groups.values.reduce(free.contains(field) ? 0 : 1) {
                $0 + Double($1.count) / Double(callers.count) * fewest($1, told, free, rest)
            }
        }.min()!
    }

    private func questions(_ flows: [DecisionFlow]) -> Set<String> {
        Set(
            flows.flatMap(\.steps).compactMap { step in
                if case .question(let field, _) = step.kind { field } else { nil }
            })
    }

    @Test func `The plan tells everyone the same, and no order asks fewer questions`() {
        var flows = RandomFlows(seed: 10)
        let count = Workload.flows(25)
        var agreed = 0
        for _ in 0..<count {
            // Workflows that call none: then every question is seen here.
            let flow = flows.flow("flow0", callees: [])
            let truth = EnumeratedTruth(flow, FlowLibrary())
            if truth.hasCycle {
                agreed += 1
                continue
            }
            let order = QuestionOrder(of: flow, in: FlowLibrary())
            guard let plan = order.plan else {
                Issue.record("no plan")
                continue
            }
            let told = truth.walks.map { walk -> Enumeration.End? in
                if case .outcome = walk.end { walk.end } else { nil }
            }
            var total = 0
            var isRight = true
            for (place, caller) in Enumeration.callers.enumerated() {
                let (ending, asked) = follow(plan, caller)
                total += asked
                let end: Enumeration.End? =
                    if case .told(let outcome) = ending { .outcome(Enumeration.Told(outcome)) } else { nil }
                isRight = isRight && end == told[place]
            }
            let callers = Double(Enumeration.callers.count)
            let mean = Double(truth.walks.map(\.asked.count).reduce(0, +)) / callers
            let names = SmallWorld.fields.map(\.name)
            let free = Set(names).subtracting(questions([flow]))
            let best = fewest(Array(Enumeration.callers.indices), told, free, names)
            isRight =
                isRight && abs(order.asked - mean) < 1e-9 && abs(order.needed - Double(total) / callers) < 1e-9
                && abs(order.needed - best) < 1e-9
            #expect(isRight, "\(order.asked) \(mean) \(order.needed) \(best) \(flow.steps)")
            agreed += isRight ? 1 : 0
        }
        print("order: \(agreed) of \(count) workflows agree with enumeration")
    }
}
