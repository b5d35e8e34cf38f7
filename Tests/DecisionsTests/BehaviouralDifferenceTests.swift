import Decisions
import SeededRandom
import Testing

@Suite struct BehaviouralDifferenceTests {
    private struct Kind: Hashable {
        let before: Enumeration.End?
        let after: Enumeration.End?
    }

    private func end(_ ending: FlowEnding) -> Enumeration.End? {
        if case .told(let outcome) = ending { .outcome(Enumeration.Told(outcome)) } else { nil }
    }

    private func end(_ walk: Enumeration.Walk) -> Enumeration.End? {
        if case .outcome = walk.end { walk.end } else { nil }
    }

    /// The affected callers by kind of difference, by walking each through both editions.
    private func truth(_ before: EnumeratedTruth, _ after: EnumeratedTruth) -> [Kind: Set<Int>] {
        var affected: [Kind: Set<Int>] = [:]
        for (caller, (old, new)) in zip(before.walks, after.walks).enumerated() {
            let kind = Kind(before: end(old), after: end(new))
            if kind.before == kind.after, kind.before == nil || old.asked == new.asked { continue }
            affected[kind, default: []].insert(caller)
        }
        return affected
    }

    private func callers(_ group: CallerGroup) -> Set<Int> {
        let condition = group.condition
        return Set(Enumeration.callers.indices.filter { condition.isTrue(Enumeration.callers[$0]) })
    }

    @Test func `A difference names exactly the callers whom enumeration finds, in groups of which none is needless`() {
        var flows = RandomFlows(seed: 5)
        let count = Workload.flows(80)
        var agreed = 0
        var compared = 0
        var unaffected = 0
        var groups = 0
        for _ in 0..<count {
            let sample = flows.sample()
            let edited = flows.edited(sample.flow, callees: ["flow1"].filter { sample.library[$0] != nil })
            let library = FlowLibrary(
                [edited] + ["flow1", "flow2"].compactMap { sample.library[$0] })
            let difference = BehaviouralDifference(
                from: sample.flow, in: sample.library, to: edited, in: library)
            let isDefective = if case .defective = difference.verdict { true } else { false }
            let isRecursive =
                FlowProof(of: sample.flow, in: sample.library).isRecursive
                || FlowProof(of: edited, in: library).isRecursive
            #expect(isDefective == isRecursive)
            if isRecursive { continue }
            compared += 1
            let old = EnumeratedTruth(sample.flow, sample.library)
            let new = EnumeratedTruth(edited, library)
            let truth = truth(old, new)
            let found = difference.changes.map { Kind(before: end($0.before), after: end($0.after)) }
            var isRight = Set(found) == Set(truth.keys) && found.count == truth.count
            isRight = isRight && (difference.verdict == (truth.isEmpty ? .noCallerAffected : .affected))
            for (change, kind) in zip(difference.changes, found) {
                let affected = truth[kind] ?? []
                groups += change.groups.count
                isRight = isRight && self.isRight(change, affected, difference, old, new)
            }
            if truth.isEmpty { unaffected += 1 }
            #expect(isRight, "\(sample.flow.steps) \(edited.steps)")
            agreed += isRight ? 1 : 0
        }
        print(
            "difference: \(agreed) of \(compared) pairs agree with enumeration; \(unaffected) affect nobody, \(groups) groups, "
                + "\(count - compared) call themselves"
        )
    }

    private func isRight(
        _ change: BehaviouralDifference.Change, _ affected: Set<Int>, _ difference: BehaviouralDifference,
        _ old: EnumeratedTruth, _ new: EnumeratedTruth
    ) -> Bool {
        let sets = change.groups.map { callers($0.condition) }
        let union = sets.reduce(Set()) { $0.union($1) }
        guard change.isComplete, union == affected else { return false }
        for (place, set) in sets.enumerated() {
            // None can be left out, and none describes anybody else.
            let others = sets.enumerated().filter { $0.offset != place }.reduce(Set()) { $0.union($1.element) }
            guard !set.isSubset(of: others) else { return false }
            let group = change.groups[place]
            let like = set.filter { caller in
                group.witness.allSatisfy { Enumeration.callers[caller][$0.key] == $0.value }
            }
            guard let one = like.first, like.allSatisfy({ old.walks[$0].asked == group.askedBefore }),
                new.walks[one].asked == group.askedAfter
            else { return false }
        }
        let scale = Natural(UInt64(Enumeration.callers.count))
        guard let count = change.callers, count * scale == Natural(UInt64(affected.count)) * difference.contexts else {
            return false
        }
        return change.isSmallest && sets.count <= GreedyCover.count(affected)
    }
}

/// A cover of callers as one would write it down: again and again the box that has most who are not covered yet.
enum GreedyCover {
    static func count(_ callers: Set<Int>) -> Int {
        var left = callers
        var count = 0
        while let first = left.min() {
            var best: Set<Int> = []
            for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
                let box = grown(from: Enumeration.callers[first], callers, order)
                if box.intersection(left).count > best.intersection(left).count { best = box }
            }
            left.subtract(best)
            count += 1
        }
        return count
    }

    private static func grown(from caller: CallerContext, _ callers: Set<Int>, _ order: [Int]) -> Set<Int> {
        var values = caller.mapValues { Set([$0]) }
        var members = members(values)
        for place in order {
            let field = SmallWorld.fields[place]
            for value in SmallWorld.values(field) where !values[field.name]!.contains(value) {
                var wider = values
                wider[field.name]!.insert(value)
                let larger = self.members(wider)
                if larger.isSubset(of: callers) {
                    values = wider
                    members = larger
                }
            }
        }
        return members
    }

    private static func members(_ values: [String: Set<ContextValue>]) -> Set<Int> {
        Set(
            Enumeration.callers.indices.filter { place in
                values.allSatisfy { $0.value.contains(Enumeration.callers[place][$0.key]!) }
            })
    }
}

@Suite struct ChangedDomainTests {
    private static func flow(_ payers: [String], _ step: String = "book") -> DecisionFlow {
        let field = ContextField(name: "payer", domain: .choice(payers))
        return DecisionFlow(
            id: "f", fields: [field], start: "payer",
            steps: [
                DecisionFlow.Step(
                    "payer",
                    .question(
                        field: "payer",
                        [
                            DecisionFlow.Answer(.values([.choice("medicare")]), step),
                            DecisionFlow.Answer(
                                .values(payers.filter { $0 != "medicare" }.map { .choice($0) }), "call"),
                        ])), DecisionFlow.Step(step, .outcome(Outcome("Book."))),
                DecisionFlow.Step("call", .outcome(Outcome("Call the payer."))),
            ])
    }

    @Test func `A new value of a field affects those who have it`() throws {
        let difference = BehaviouralDifference(
            from: Self.flow(["medicare", "medicaid"]), in: FlowLibrary(),
            to: Self.flow(["medicare", "medicaid", "tricare"]), in: FlowLibrary())
        let change = try #require(difference.changes.first)
        #expect(difference.changes.count == 1)
        #expect(change.before == .undeclared)
        #expect(change.groups.map(\.witness) == [["payer": .choice("tricare")]])
        #expect(change.groups[0].condition.condition == .all([.test(field: "payer", .values([.choice("tricare")]))]))
    }

    @Test func `Renaming a step affects nobody`() {
        let difference = BehaviouralDifference(
            from: Self.flow(["medicare", "medicaid"]), in: FlowLibrary(),
            to: Self.flow(["medicare", "medicaid"], "schedule"), in: FlowLibrary())
        #expect(difference.verdict == .noCallerAffected)
    }
}
