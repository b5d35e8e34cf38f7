import Decisions
import GeneratedFlows

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000
}

let clock = ContinuousClock()
func measure(_ title: String, _ flow: DecisionFlow) {
    var proof: FlowProof?
    let time = clock.measure { proof = FlowProof(of: flow, in: FlowLibrary()) }
    var budget = ProofBudget()
    budget.nodes = 0
    let search = clock.measure { _ = FlowProof(of: flow, in: FlowLibrary(), budget: budget) }
    print(
        "search", milliseconds(search), title, flow.steps.count, "steps", milliseconds(time), "ms;",
        proof!.findings.count, "findings; undecided", proof!.undecided.count)
}

func compare(_ title: String, _ flow: DecisionFlow, _ edited: DecisionFlow) {
    var difference: BehaviouralDifference?
    let time = clock.measure {
        difference = BehaviouralDifference(from: flow, in: FlowLibrary(), to: edited, in: FlowLibrary())
    }
    let groups = difference!.changes.map(\.groups.count).reduce(0, +)
    print(
        "difference", title, flow.steps.count, "steps", milliseconds(time), "ms;", difference!.verdict,
        difference!.changes.count, "changes", groups, "groups, complete",
        difference!.changes.allSatisfy(\.isComplete))
}

for fields in (CommandLine.arguments.dropFirst().first.map { [Int($0)!] } ?? [5, 20, 40]) {
    for steps in [10, 100, 1000, 2000, 4000] {
        var flows = GeneratedFlows(seed: 1, fieldCount: fields)
        let windowed = flows.windowed("w", steps: steps)
        measure("windowed \(fields) fields", windowed)
        compare("windowed \(fields) fields", windowed, flows.edited(windowed, changes: 1))
        let tree = flows.tree("t", steps: steps)
        measure("tree \(fields) fields", tree)
        compare("tree \(fields) fields", tree, flows.edited(tree, changes: 3))
    }
}
for steps in [60, 100, 200] {
    var flows = GeneratedFlows(seed: 1, fieldCount: 40, isBoolean: true)
    measure("tangled", flows.tangled("t", steps: steps))
}
