import Decisions
import SeededRandom
import Testing

@Suite struct ScenarioCoverageTests {
    private struct Part: Hashable {
        let way: FlowLocation
        let outcome: String
    }

    private func parts(_ walk: Enumeration.Walk, _ flow: DecisionFlow) -> Set<Part> {
        guard case .outcome = walk.end else { return [] }
        let ways = walk.ways.isEmpty ? [FlowLocation(flow: flow.id, step: walk.top)] : walk.ways
        return Set(ways.map { Part(way: $0, outcome: walk.top) })
    }

    @Test func `Parts, what scenarios cover of them, and what the suggestions add, are as enumeration says`() {
        var flows = RandomFlows(seed: 9)
        let count = Workload.flows(60)
        var agreed = 0
        var compared = 0
        for _ in 0..<count {
            let sample = flows.sample()
            let scenarios = (0..<3).map { _ in Enumeration.callers.randomElement(using: &flows.generator)! }
            let coverage = ScenarioCoverage(of: sample.flow, in: sample.library, by: scenarios)
            let enumeration = Enumeration(flow: sample.flow, library: sample.library)
            let isRecursive = FlowProof(of: sample.flow, in: sample.library).isRecursive
            #expect(coverage.isUndecided == isRecursive)
            if isRecursive { continue }
            compared += 1
            let possible = Set(Enumeration.callers.flatMap { parts(enumeration.walk($0), sample.flow) })
            let found = coverage.parts.map { Part(way: $0.way, outcome: $0.outcome) }
            var isRight = Set(found) == possible && found.count == possible.count
            let covered = scenarios.map { parts(enumeration.walk($0), sample.flow) }
            for (part, numbers) in zip(found, coverage.scenarios) {
                isRight = isRight && numbers == scenarios.indices.filter { covered[$0].contains(part) }
            }
            var all = covered.reduce(Set()) { $0.union($1) }
            for suggestion in coverage.suggestions {
                // Whatever a suggestion does not mention makes no difference.
                let walks = SmallWorld.completions(suggestion.context).map { enumeration.walk($0) }
                let reached = walks.map { parts($0, sample.flow) }
                isRight =
                    isRight && Set(reached).count == 1 && walks.allSatisfy { $0.asked == suggestion.asked }
                    && !reached[0].isSubset(of: all)
                all.formUnion(reached[0])
            }
            isRight = isRight && all == possible
            #expect(isRight, "\(sample.flow.steps)")
            agreed += isRight ? 1 : 0
        }
        print(
            "coverage: \(agreed) of \(compared) workflows agree with enumeration; \(count - compared) call themselves")
    }

    @Test func `A scenario that leaves open what its walk looks at is not counted`() {
        let flow = DecisionFlow(
            id: "f", fields: SmallWorld.fields, start: "ask",
            steps: [
                DecisionFlow.Step(
                    "ask",
                    .question(
                        field: "pacemaker",
                        [
                            DecisionFlow.Answer(.values([.boolean(true)]), "no"),
                            DecisionFlow.Answer(.values([.boolean(false)]), "yes"),
                        ])), DecisionFlow.Step("no", .outcome(Outcome("No."))),
                DecisionFlow.Step("yes", .outcome(Outcome("Yes."))),
            ])
        let coverage = ScenarioCoverage(of: flow, in: FlowLibrary(), by: [[:], ["pacemaker": .boolean(true)]])
        #expect(coverage.unusable == [0])
        #expect(coverage.coveredCount == 1)
        #expect(coverage.suggestions.map(\.context) == [["pacemaker": .boolean(false)]])
    }
}
