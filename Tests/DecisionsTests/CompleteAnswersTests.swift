import Decisions
import SeededRandom
import Testing

@Suite struct CompleteAnswersTests {
    private struct Missing: Hashable {
        let entry: Int
        let requirement: String
    }

    private struct Truth {
        var missing: [Missing: Set<Int>] = [:]
        var demanding: [Missing: Set<Int>] = [:]
        var misordered: Set<[String]> = []
    }

    private static let after = ["mri-prep": ["authorisation"], "authorisation": ["referral"]]
    private static let before = ["mri-prep": ["authorisation", "referral"], "authorisation": ["referral"]]

    /// The requirements that each entry point demands of a caller; nil where it does not answer them.
    private func demands(_ entries: [EntryPoint], _ library: FlowLibrary, _ caller: CallerContext) -> [[String]?] {
        entries.map { entry in
            guard entry.applies?.isTrue(caller) ?? true else { return nil }
            if case .outcome(let flow, let step) = entry.source {
                let walk = Enumeration(flow: flow, library: library).walk(caller)
                guard case .outcome = walk.end, walk.top == step else { return nil }
            }
            return entry.requirements.filter { $0.condition?.isTrue(caller) ?? true }.map(\.id)
        }
    }

    private func truth(_ entries: [EntryPoint], _ library: FlowLibrary) -> Truth {
        var truth = Truth()
        for (caller, context) in Enumeration.callers.enumerated() {
            let demands = demands(entries, library, context)
            for (place, own) in demands.enumerated() {
                guard let own else { continue }
                for (other, theirs) in demands.enumerated() where other != place {
                    for requirement in theirs ?? [] where !own.contains(requirement) {
                        let missing = Missing(entry: place, requirement: requirement)
                        truth.missing[missing, default: []].insert(caller)
                        truth.demanding[missing, default: []].insert(other)
                    }
                }
                for (first, early) in own.enumerated() {
                    for late in own[(first + 1)...] where Self.before[early]?.contains(late) == true {
                        truth.misordered.insert(["\(place)", early, late])
                    }
                }
            }
        }
        return truth
    }

    private func entries(_ flows: inout RandomFlows, _ sample: RandomFlows.Sample) -> [EntryPoint] {
        let articles = (0..<2).map { number in
            let names = ["referral", "authorisation", "mri-prep"].shuffled(using: &flows.generator)
            let requirements = names.filter { _ in flows.chance(0.6) }.map {
                Outcome.Requirement($0, if: flows.chance(0.5) ? SmallWorld.condition(1, &flows.generator) : nil)
            }
            return EntryPoint(
                id: "article\(number)", applies: flows.chance(0.5) ? SmallWorld.condition(2, &flows.generator) : nil,
                source: .article(requirements: requirements))
        }
        let outcomes = sample.flow.steps.filter { if case .outcome = $0.kind { true } else { false } }
        return articles + outcomes.map { EntryPoint(id: $0.name, source: .outcome(sample.flow, step: $0.name)) }
    }

    @Test func `Omissions are those that enumeration finds, each with a smallest caller`() {
        var flows = RandomFlows(seed: 8)
        let count = Workload.flows(60)
        var agreed = 0
        for _ in 0..<count {
            let sample = flows.sample()
            let entries = entries(&flows, sample)
            let answers = CompleteAnswers(
                entries, fields: SmallWorld.fields, after: Self.after, in: sample.library)
            guard answers.defective.isEmpty else {
                agreed += 1
                continue
            }
            let truth = truth(entries, sample.library)
            let found = answers.omissions.map { Missing(entry: $0.entry, requirement: $0.requirement) }
            var isRight = Set(found) == Set(truth.missing.keys) && found.count == truth.missing.count
            for (omission, missing) in zip(answers.omissions, found) {
                let callers = truth.missing[missing] ?? []
                let scale = Natural(UInt64(Enumeration.callers.count))
                isRight =
                    isRight && EnumeratedTruth.isSmallest(omission.witness, callers)
                    && omission.callers * scale == Natural(UInt64(callers.count)) * answers.contexts
                    && Set(omission.demandedBy) == truth.demanding[missing]
            }
            let misordered = answers.misorders.map { ["\($0.entry)", $0.requirement, $0.prerequisite] }
            isRight = isRight && Set(misordered) == truth.misordered
            #expect(isRight, "\(entries)")
            agreed += isRight ? 1 : 0
        }
        print("completeness: \(agreed) of \(count) topics agree with enumeration")
    }
}
