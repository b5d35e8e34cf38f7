import Content
import Decisions
import Diagnostics

/// All that is made of workflows, from bytes on: reading, proof, coverage, comparison and a run.
package enum ProofEntry {
    /// So much fits into a fuzzer's time for one input.
    private static let budget: ProofBudget = {
        var budget = ProofBudget()
        budget.nodes = 20_000
        return budget
    }()

    /// - Parameter bytes: Workflows, apart by a line `===`. The first is proven, and may call the others; it is compared with
    ///   the second.
    package static func prove(_ bytes: [UInt8]) {
        let flows = documents(bytes).compactMap(flow)
        guard let first = flows.first else { return }
        let library = FlowLibrary(flows)
        let proof = FlowProof(of: first, in: library, budget: budget)
        // A finding's caller is one that a run can begin with.
        let run = WorkflowRun(first, library: library)
        for finding in proof.findings { _ = run.position(for: finding.witness ?? [:]) }
        let coverage = ScenarioCoverage(of: first, in: library, by: [[:]], budget: budget)
        for suggestion in coverage.suggestions {
            guard case .outcome(let arrival) = run.position(for: suggestion.context).state,
                arrival.location.step == suggestion.outcome
            else { preconditionFailure("a suggested scenario does not end as it says") }
        }
        _ = BehaviouralDifference(
            from: first, in: library, to: flows.count > 1 ? flows[1] : first, in: library, budget: budget)
    }

    private static func flow(_ bytes: [UInt8]) -> DecisionFlow? {
        let file = ParserEntry.reader.read(SourceFile(path: "workflows/w.yaml", bytes: bytes), as: .workflow)
        guard let item = file.items.first, case .workflow(let workflow) = item.details else { return nil }
        return workflow.flow(id: item.id.value, context: ParserEntry.context)
    }

    private static func documents(_ bytes: [UInt8]) -> [[UInt8]] {
        let separator = Array("\n===\n".utf8)
        var documents: [[UInt8]] = []
        var start = 0
        while let end = bytes.firstOffset(of: separator, from: start), documents.count < 8 {
            documents.append(Array(bytes[start..<end]))
            start = end + separator.count
        }
        return documents + [Array(bytes[start...])]
    }
}
