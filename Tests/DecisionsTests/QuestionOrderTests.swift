import Decisions
import SeededRandom
import Testing

@Suite struct QuestionOrderTests {
    /// What a caller is told, and after how many questions.
    private func follow(_ plan: QuestionPlan, _ caller: CallerContext) -> (outcome: Outcome?, asked: Int) {
        switch plan {
        case .leftOut: fatalError("a plan of a small world is whole")
        case .end(let outcome): return (outcome, 0)
        case .ask(let field, let branches), .look(let field, let branches):
            let next = branches.first { $0.values.contains { has($0, caller[field]!) } }!.next
            let rest = follow(next, caller)
            if case .ask = plan { return (rest.outcome, rest.asked + 1) }
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
    private func fewest(
        _ callers: [Int], _ told: [Outcome?], _ free: Set<String>, _ fields: [String], _ weights: [Double]
    ) -> Double {
        if Set(callers.map { told[$0] }).count == 1 { return 0 }
        return fields.map { field in
            var groups: [ContextValue: [Int]] = [:]
            for caller in callers { groups[Enumeration.callers[caller][field]!, default: []].append(caller) }
            let rest = fields.filter { $0 != field }
            func weight(_ callers: [Int]) -> Double { callers.reduce(0) { $0 + weights[$1] } }
            return groups.values.reduce(free.contains(field) ? 0 : 1) {
                $0 + weight($1) / weight(callers) * fewest($1, told, free, rest, weights)
            }
        }.min()!
    }

    private func questions(_ flows: [DecisionFlow]) -> Set<String> {
        Set(
            flows.flatMap(\.steps).compactMap { step in
                if case .question(let field, _) = step.kind { field } else { nil }
            })
    }

    /// The chance of each caller; fields are independent, and a share is spread evenly over its values.
    private func weights(_ distribution: [String: [CallerDistribution.Share]]) -> [Double] {
        let chances = SmallWorld.fields.map { field -> [ContextValue: Double] in
            let values = Set(Enumeration.callers.map { $0[field.name]! })
            guard let shares = distribution[field.name] else {
                return Dictionary(uniqueKeysWithValues: values.map { ($0, 1 / Double(values.count)) })
            }
            let owners = Dictionary(grouping: values) { value in
                shares.firstIndex { $0.test?.accepts(value) ?? true }!
            }
            let total = owners.keys.reduce(0) { $0 + shares[$1].weight }
            return Dictionary(
                uniqueKeysWithValues: owners.flatMap { owner, values in
                    values.map { ($0, shares[owner].weight / total / Double(values.count)) }
                })
        }
        return Enumeration.callers.map { caller in
            zip(SmallWorld.fields, chances).reduce(1) { $0 * $1.1[caller[$1.0.name]!]! }
        }
    }

    /// Shares of some fields: of one value, or of all from a bound on, and of the rest.
    private func distribution(_ random: inout SeededGenerator) -> [String: [CallerDistribution.Share]] {
        var shares: [String: [CallerDistribution.Share]] = [:]
        for field in SmallWorld.fields where Bool.random(using: &random) {
            let value = Enumeration.callers.randomElement(using: &random)![field.name]!
            let test: FieldTest =
                switch value {
                case .integer(let bound), .date(let bound): .comparisons([Comparison(.atLeast, bound)])
                default: .values([value])
                }
            shares[field.name] = [
                CallerDistribution.Share(test, weight: Double(Int.random(in: 1...20, using: &random))),
                CallerDistribution.Share(nil, weight: Double(Int.random(in: 1...20, using: &random))),
            ]
        }
        return shares
    }

    @Test func `The plan tells everyone the same, and no order asks fewer questions`() {
        var flows = RandomFlows(seed: 10)
        var random = SeededGenerator(seed: 11)
        let count = Workload.flows(25)
        var agreed = 0
        var compared = 0
        for number in 0..<count {
            // Workflows that call none: then every question is seen here.
            let flow = flows.flow("flow0", callees: [])
            let truth = EnumeratedTruth(flow, FlowLibrary())
            if truth.hasCycle { continue }
            compared += 1
            let shares = number % 2 == 0 ? [:] : distribution(&random)
            let order = QuestionOrder(of: flow, in: FlowLibrary(), callers: CallerDistribution(shares))
            guard let plan = order.plan, let asked = order.asked else {
                Issue.record("no plan")
                continue
            }
            let told = truth.walks.map { walk -> Outcome? in
                guard case .outcome = walk.end,
                    case .outcome(let outcome)? = flow.steps.first(where: { $0.name == walk.top })?.kind
                else { return nil }
                return outcome
            }
            let weights = weights(shares)
            var needed = 0.0
            var isRight = order.isBest
            for (place, caller) in Enumeration.callers.enumerated() {
                let (outcome, asked) = follow(plan, caller)
                needed += Double(asked) * weights[place]
                isRight = isRight && outcome == told[place]
            }
            var mean = 0.0
            for (walk, weight) in zip(truth.walks, weights) { mean += Double(walk.asked.count) * weight }
            let names = SmallWorld.fields.map(\.name)
            let free = Set(names).subtracting(questions([flow]))
            let best = fewest(Array(Enumeration.callers.indices), told, free, names, weights)
            isRight =
                isRight && abs(asked - mean) < 1e-9 && abs(order.needed - needed) < 1e-9
                && abs(order.needed - best) < 1e-9
            #expect(isRight, "\(asked) \(mean) \(order.needed) \(needed) \(best) \(flow.steps)")
            agreed += isRight ? 1 : 0
        }
        print("order: \(agreed) of \(compared) workflows agree with enumeration; \(count - compared) have circles")
    }

    @Test func `Who comes often decides which question comes first`() throws {
        let outcome = { (name: String) in DecisionFlow.Step(name, .outcome(Outcome(name))) }
        let yes = FieldTest.values([.boolean(true)])
        let no = FieldTest.values([.boolean(false)])
        let flow = DecisionFlow(
            id: "flow", fields: ["a", "b"].map { ContextField(name: $0, domain: .boolean) }, start: "a",
            steps: [
                DecisionFlow.Step("a", .question(field: "a", [.init(yes, "b"), .init(no, "out")])),
                DecisionFlow.Step("b", .question(field: "b", [.init(yes, "in"), .init(no, "out")])),
                outcome("in"), outcome("out"),
            ])
        func first(_ rare: String) -> String? {
            let shares = [CallerDistribution.Share(yes, weight: 1), CallerDistribution.Share(no, weight: 9)]
            let order = QuestionOrder(
                of: flow, in: FlowLibrary(), callers: CallerDistribution([rare: shares]))
            guard case .ask(let field, _)? = order.plan else { return nil }
            return field
        }
        #expect(first("a") == "a")
        #expect(first("b") == "b")
    }
}
