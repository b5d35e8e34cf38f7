import Decisions
import GeneratedFlows

// How long proofs and differences of generated workflows take, and how that grows with their steps.

/// The best of a few runs, in milliseconds.
func time(_ runs: Int = 3, _ work: () -> Void) -> Double {
    (0..<runs).map { _ in
        let duration = ContinuousClock().measure(work)
        return Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }.min()!
}

func rounded(_ value: Double) -> String {
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
}

func padded(_ text: String, _ width: Int) -> String {
    text.count >= width ? text : String(repeating: " ", count: width - text.count) + text
}

func row(_ cells: [String]) {
    print(zip(cells, [20, 7, 8, 26, 10, 10, 10, 10, 10]).map { padded($0, $1) }.joined())
}

struct Shape {
    let name: String
    let fields: Int
    let isBoolean: Bool
    let sizes: [Int]
    let make: (inout GeneratedFlows, Int) -> DecisionFlow
}

let windowed = { (flows: inout GeneratedFlows, steps: Int) in flows.windowed("w", steps: steps) }
let tree = { (flows: inout GeneratedFlows, steps: Int) in flows.tree("t", steps: steps) }
let tangled = { (flows: inout GeneratedFlows, steps: Int) in flows.tangled("g", steps: steps) }
let sizes = [10, 100, 1000, 2000, 5000, 10_000]
let shapes = [
    Shape(name: "windows, truth values", fields: 40, isBoolean: true, sizes: sizes, make: windowed),
    Shape(name: "windows", fields: 5, isBoolean: false, sizes: sizes, make: windowed),
    Shape(name: "windows", fields: 20, isBoolean: false, sizes: sizes, make: windowed),
    Shape(name: "windows", fields: 40, isBoolean: false, sizes: sizes, make: windowed),
    Shape(name: "tree", fields: 40, isBoolean: false, sizes: sizes, make: tree),
    Shape(name: "tangled", fields: 40, isBoolean: true, sizes: [100, 200, 500, 1000], make: tangled),
]

/// How much a proof decides: all; all but whether every question matters; or less.
func openText(_ proof: FlowProof) -> String {
    proof.undecided.isEmpty ? "all" : proof.undecided == [.everyQuestionMatters] ? "reach" : "part"
}

// `ProofBench export SHAPE FIELDS STEPS` writes a workflow, and how long its proof takes, for Benchmarks/proof.
if CommandLine.arguments.count == 5, CommandLine.arguments[1] == "export" {
    let words = CommandLine.arguments
    guard let shape = shapes.first(where: { $0.name == words[2] && "\($0.fields)" == words[3] }),
        let steps = Int(words[4])
    else { fatalError("there is no such shape") }
    var flows = GeneratedFlows(seed: 1, fieldCount: shape.fields, isBoolean: shape.isBoolean)
    let flow = shape.make(&flows, steps)
    var proof: FlowProof?
    let proving = time { proof = FlowProof(of: flow, in: FlowLibrary()) }
    let unreached = proof!.findings.filter { finding in
        switch finding.kind {
        case .unreachableStep, .unmatchable: true
        default: false
        }
    }
    print(
        "{\"milliseconds\": \(rounded(proving)), \"contexts\": \"\(proof!.contexts)\", \"unreached\": \(unreached.count), "
            + "\"flow\": \(Export(flow: flow).json)}")
} else {
    table()
}

@MainActor func table() {
    var searching = ProofBudget()
    searching.nodes = 0
    row(["shape", "fields", "steps", "contexts", "proof ms", "growth", "decided", "search ms", "diff ms"])
    for shape in shapes {
        var last: (steps: Int, time: Double)?
        for steps in shape.sizes {
            var flows = GeneratedFlows(seed: 1, fieldCount: shape.fields, isBoolean: shape.isBoolean)
            let flow = shape.make(&flows, steps)
            let edited = flows.edited(flow, changes: 1)
            var proof: FlowProof?
            let proving = time { proof = FlowProof(of: flow, in: FlowLibrary()) }
            let searched = time(1) { _ = FlowProof(of: flow, in: FlowLibrary(), budget: searching) }
            let comparing = time(1) {
                _ = BehaviouralDifference(from: flow, in: FlowLibrary(), to: edited, in: FlowLibrary())
            }
            let isDouble = last.map { $0.steps * 2 == steps } ?? false
            let growth = isDouble ? rounded(proving / last!.time) : ""
            let contexts = proof!.contexts.description
            row([
                shape.name, "\(shape.fields)", "\(flow.steps.count)",
                contexts.count > 24 ? "10^\(contexts.count - 1)" : contexts, rounded(proving), growth, openText(proof!),
                rounded(searched), rounded(comparing),
            ])
            last = (steps, proving)
        }
    }
}
