import Decisions
import GeneratedFlows
import Testing

@Suite struct ProofBudgetTests {
    private static func flow(_ seed: UInt64, _ steps: Int) -> DecisionFlow {
        var flows = GeneratedFlows(seed: seed, fieldCount: 40, isBoolean: true)
        return flows.tangled("tangled", steps: steps)
    }

    @Test func `What the budget does not reach is undecided, and not proven`() {
        var budget = ProofBudget()
        budget.nodes = 0
        budget.conflicts = 0
        let proof = FlowProof(of: Self.flow(1, 200), in: FlowLibrary(), budget: budget)
        #expect(!proof.undecided.isEmpty)
        #expect(proof.proven.isDisjoint(with: proof.undecided))
    }

    @Test func `Forty fields that are tested again and again are decided by search`() {
        var budget = ProofBudget()
        budget.nodes = 20_000
        let proof = FlowProof(of: Self.flow(2, 200), in: FlowLibrary(), budget: budget)
        #expect(proof.undecided.isSubset(of: [.everyQuestionMatters]))
        #expect(proof.contexts == Natural(1 << 40))
    }

    @Test func `Editions too large to be compared as a whole are compared by example`() {
        var flows = GeneratedFlows(seed: 3, fieldCount: 40, isBoolean: true)
        let flow = flows.tangled("tangled", steps: 120)
        var budget = ProofBudget()
        budget.nodes = 1_000
        let difference = BehaviouralDifference(
            from: flow, in: FlowLibrary(), to: flows.edited(flow, changes: 20), in: FlowLibrary(), budget: budget)
        #expect(difference.verdict == .affected)
        #expect(difference.changes.allSatisfy { !$0.isComplete && $0.callers == nil && !$0.groups.isEmpty })
    }
}
