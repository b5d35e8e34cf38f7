import Decisions
import SeededRandom
import Testing

@Suite struct FlowProofTests {
    private func fact(_ finding: FlowFinding) -> EnumeratedTruth.Fact? {
        switch finding.kind {
        case .structure: nil
        case .gap: .gap(finding.location)
        case .calledWorkflow(let isEndless): .called(finding.location, isEndless: isEndless)
        case .unreachableStep: .unreachable(finding.location.step)
        case .unmatchable: .unmatchable(finding.location)
        case .cycle(let steps): .cycle(Set(steps.map { "\($0.flow).\($0.step)" }))
        case .needlessQuestion: .needless(finding.location.step)
        case .overBudget: .overBudget
        }
    }

    private func isRecursion(_ finding: FlowFinding) -> Bool {
        if case .structure(.recursion) = finding.kind { true } else { false }
    }

    /// Whether the witness and the number of callers are right.
    private func isRight(_ finding: FlowFinding, _ callers: Set<Int>, _ proof: FlowProof) -> Bool {
        if callers.isEmpty { return finding.witness == nil }
        guard let witness = finding.witness, let count = finding.callers else { return false }
        let scale = Natural(UInt64(Enumeration.callers.count))
        return EnumeratedTruth.isSmallest(witness, callers)
            && count * scale == Natural(UInt64(callers.count)) * proof.contexts
    }

    @Test func `A proof finds what enumeration finds, with a smallest caller and an exact count`() {
        var flows = RandomFlows(seed: 4)
        let count = Workload.flows(150)
        var agreed = 0
        var kinds: [String: Int] = [:]
        for _ in 0..<count {
            let sample = flows.sample()
            let proof = FlowProof(of: sample.flow, in: sample.library)
            if proof.findings.contains(where: isRecursion) {
                #expect(proof.findings.count == 1)
                agreed += 1
                continue
            }
            let truth = EnumeratedTruth(sample.flow, sample.library)
            let found = proof.findings.compactMap(fact)
            for fact in found { kinds[String("\(fact)".prefix { $0 != "(" }), default: 0] += 1 }
            var isRight = Set(found) == Set(truth.facts.keys) && Set(found).count == found.count
            for finding in proof.findings {
                guard let fact = fact(finding), let callers = truth.facts[fact] else { continue }
                if !self.isRight(finding, callers, proof) {
                    isRight = false
                    Issue.record(
                        "\(fact): \(finding.witness ?? [:]) \(finding.callers?.description ?? "-") \(callers.count) \(sample.flow)"
                    )
                }
            }
            #expect(
                Set(found) == Set(truth.facts.keys),
                "\(Set(found).symmetricDifference(truth.facts.keys)) \(sample.flow.steps)")
            #expect(proof.undecided.isEmpty || truth.hasCycle)
            agreed += isRight ? 1 : 0
        }
        print("proof: \(agreed) of \(count) workflows agree with enumeration; \(kinds)")
    }
}

extension FlowProof {
    /// Whether it calls itself, directly or through others.
    var isRecursive: Bool {
        findings.contains { finding in
            if case .structure(.recursion) = finding.kind { true } else { false }
        }
    }
}
