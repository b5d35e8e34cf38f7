import Decisions
import SeededRandom
import Testing

@Suite struct SearchedProofTests {
    /// No diagrams at all, so that everything is searched for.
    private static let searching: ProofBudget = {
        var budget = ProofBudget()
        budget.nodes = 0
        return budget
    }()

    private func isAboutQuestions(_ finding: FlowFinding) -> Bool {
        finding.property == .everyQuestionMatters || finding.property == .withinBudget
    }

    private func key(_ finding: FlowFinding) -> FlowFinding {
        var kind = finding.kind
        if case .cycle(let steps) = kind { kind = .cycle(steps.sorted { $0.step < $1.step }) }
        let location = if case .cycle(let steps) = kind { steps[0] } else { finding.location }
        return FlowFinding(kind: kind, location: location)
    }

    @Test func `Search finds what diagrams find, with callers from whom nothing can be left out`() {
        var flows = RandomFlows(seed: 6)
        let count = Workload.flows(120)
        var agreed = 0
        for _ in 0..<count {
            let sample = flows.sample()
            let decided = FlowProof(of: sample.flow, in: sample.library)
            let searched = FlowProof(of: sample.flow, in: sample.library, budget: Self.searching)
            let expected = Set(decided.findings.filter { !isAboutQuestions($0) }.map(key))
            let found = searched.findings.filter { !isAboutQuestions($0) }.map(key)
            var isRight = Set(found) == expected && found.count == expected.count
            #expect(isRight, "\(Set(found).symmetricDifference(expected))")
            isRight = isRight && searched.undecided.isSubset(of: [.everyQuestionMatters, .withinBudget])
            // What search says of questions is true.
            for property in [FlowProperty.everyQuestionMatters, .withinBudget]
            where !decided.undecided.contains(property) && searched.proven.contains(property) {
                isRight = isRight && decided.proven.contains(property)
            }
            agreed += isRight ? 1 : 0
            #expect(isRight)
        }
        print("search: \(agreed) of \(count) workflows agree with diagrams")
    }

    @Test func `A witness that was searched for is enough, and every field is needed`() {
        var flows = RandomFlows(seed: 7)
        for _ in 0..<Workload.flows(60) {
            let sample = flows.sample()
            let searched = FlowProof(of: sample.flow, in: sample.library, budget: Self.searching)
            let truth = Enumeration(flow: sample.flow, library: sample.library)
            for finding in searched.findings where finding.kind == .gap {
                guard let witness = finding.witness else {
                    Issue.record("no witness")
                    continue
                }
                func isEnough(_ caller: CallerContext) -> Bool {
                    SmallWorld.completions(caller).allSatisfy { truth.walk($0).end == .gap(finding.location) }
                }
                #expect(isEnough(witness))
                for field in witness.keys { #expect(!isEnough(witness.filter { $0.key != field })) }
            }
        }
    }
}
