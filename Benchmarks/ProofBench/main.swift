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

for fields in (CommandLine.arguments.dropFirst().first.map { [Int($0)!] } ?? [5, 20, 40]) {
    for steps in [10, 100, 1000, 2000, 4000] {
        var flows = GeneratedFlows(seed: 1, fieldCount: fields)
        measure("windowed \(fields) fields", flows.windowed("w", steps: steps))
        measure("tree \(fields) fields", flows.tree("t", steps: steps))
    }
}
for steps in [60, 100, 200] {
    var flows = GeneratedFlows(seed: 1, fieldCount: 40, isBoolean: true)
    measure("tangled", flows.tangled("t", steps: steps))
}
