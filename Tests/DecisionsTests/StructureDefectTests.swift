import Decisions
import Testing

@Suite struct StructureDefectTests {
    private static func calling(_ id: String, _ callee: String) -> DecisionFlow {
        DecisionFlow(
            id: id, fields: SmallWorld.fields, start: "call",
            steps: [
                DecisionFlow.Step("call", .call(workflow: callee, [DecisionFlow.Continuation("end", "end")])),
                DecisionFlow.Step("end", .outcome(Outcome("End."))),
            ])
    }

    private func structure(_ flow: DecisionFlow, _ library: FlowLibrary) -> [StructureDefect] {
        FlowProof(of: flow, in: library).findings.compactMap {
            if case .structure(let defect) = $0.kind { defect } else { nil }
        }
    }

    @Test func `Workflows that call one another in a circle are named once`() {
        let flows = [Self.calling("a", "b"), Self.calling("b", "c"), Self.calling("c", "b")]
        #expect(structure(flows[0], FlowLibrary(flows)) == [.recursion(["b", "c", "b"])])
    }

    @Test func `A called workflow that does not exist is named where it is called`() {
        let here = FlowLocation(flow: "a", step: "call")
        #expect(structure(Self.calling("a", "z"), FlowLibrary()) == [.missingWorkflow("z", here)])
    }

    @Test func `Calls do not go deeper than the limit`() {
        let flows = (0..<30).map { Self.calling("flow\($0)", "flow\($0 + 1)") }
        let end = DecisionFlow(
            id: "flow30", fields: [], start: "end", steps: [DecisionFlow.Step("end", .outcome(Outcome("End.")))])
        let defects = structure(flows[0], FlowLibrary(flows + [end]))
        #expect(defects == [.callsTooDeep(limit: 16, FlowLocation(flow: "flow15", step: "call"))])
    }

    @Test func `Of what is too large to be laid out nothing else is said`() {
        let yes = DecisionFlow.Answer(.values([.boolean(true)]), "end")
        let called = DecisionFlow(
            id: "called", fields: SmallWorld.fields, start: "s0",
            steps: (0..<1000).map { number in
                DecisionFlow.Step(
                    "s\(number)", .branch([DecisionFlow.Entry(nil, number < 999 ? "s\(number + 1)" : "ask")]))
            } + [
                DecisionFlow.Step("ask", .question(field: "pacemaker", [yes])),
                DecisionFlow.Step("end", .outcome(Outcome("End."))),
            ])
        func caller(_ text: String) -> DecisionFlow {
            DecisionFlow(
                id: "caller", fields: SmallWorld.fields, start: "c0",
                steps: (0..<200).map { number in
                    let next = number < 199 ? "c\(number + 1)" : "end"
                    return DecisionFlow.Step(
                        "c\(number)", .call(workflow: "called", [DecisionFlow.Continuation("end", next)]))
                } + [DecisionFlow.Step("end", .outcome(Outcome(text)))])
        }
        let library = FlowLibrary([called])
        let proof = FlowProof(of: caller("End."), in: library)
        #expect(proof.findings.map(\.kind) == [.structure(.tooLarge(limit: 100_000))])
        #expect(proof.proven.isEmpty)
        let difference = BehaviouralDifference(from: caller("End."), in: library, to: caller("Stop."), in: library)
        guard case .defective = difference.verdict else {
            Issue.record("a comparison of what is cut short says \(difference.verdict)")
            return
        }
        #expect(ScenarioCoverage(of: caller("End."), in: library, by: []).isUndecided)
        #expect(QuestionOrder(of: caller("End."), in: library).plan == nil)
    }

    @Test func `A continuation may be for an outcome of another edition`() {
        let called = DecisionFlow(
            id: "called", fields: [], start: "new", steps: [DecisionFlow.Step("new", .outcome(Outcome("New.")))])
        let caller = DecisionFlow(
            id: "caller", fields: [], start: "call",
            steps: [
                DecisionFlow.Step(
                    "call",
                    .call(
                        workflow: "called",
                        [DecisionFlow.Continuation("new", "end"), DecisionFlow.Continuation("old", "end")])),
                DecisionFlow.Step("end", .outcome(Outcome("End."))),
            ])
        #expect(!FlowProof(of: caller, in: FlowLibrary([called])).findings.isEmpty)
        let library = FlowLibrary([called], otherOutcomes: ["called": ["old"]])
        #expect(FlowProof(of: caller, in: library).findings.isEmpty)
    }

    @Test func `Calls that multiply do not fill the memory`() {
        // Each calls the next twice, so that 2^15 copies would be laid out.
        let flows = (0..<15).map { number in
            DecisionFlow(
                id: "flow\(number)", fields: [], start: "one",
                steps: [
                    DecisionFlow.Step(
                        "one", .call(workflow: "flow\(number + 1)", [DecisionFlow.Continuation("end", "two")])),
                    DecisionFlow.Step(
                        "two", .call(workflow: "flow\(number + 1)", [DecisionFlow.Continuation("end", "end")])),
                    DecisionFlow.Step("end", .outcome(Outcome("End."))),
                ])
        }
        let end = DecisionFlow(
            id: "flow15", fields: [], start: "end", steps: [DecisionFlow.Step("end", .outcome(Outcome("End.")))])
        let defects = structure(flows[0], FlowLibrary(flows + [end]))
        #expect(defects == [.tooLarge(limit: 100_000)])
    }

    @Test func `A field that is not declared, and one that two workflows declare differently, are named`() {
        let test = DecisionFlow.Answer(.values([.boolean(true)]), "end")
        let flow = DecisionFlow(
            id: "a", fields: [], start: "ask",
            steps: [
                DecisionFlow.Step("ask", .question(field: "height", [test])),
                DecisionFlow.Step("end", .outcome(Outcome("End."))),
            ])
        #expect(
            structure(flow, FlowLibrary()) == [.undeclaredField("height", FlowLocation(flow: "a", step: "ask"))])
        let callee = DecisionFlow(
            id: "b", fields: [ContextField(name: "age", domain: .integer(0...9))], start: "end",
            steps: [DecisionFlow.Step("end", .outcome(Outcome("End.")))])
        #expect(structure(Self.calling("c", "b"), FlowLibrary([callee])) == [.conflictingField("age", "b")])
    }

    @Test func `A continuation for an outcome that there is not, and a missing step, are named`() {
        let callee = DecisionFlow(
            id: "b", fields: [], start: "done", steps: [DecisionFlow.Step("done", .outcome(Outcome("Done.")))])
        let flow = DecisionFlow(
            id: "a", fields: [], start: "call",
            steps: [
                DecisionFlow.Step(
                    "call",
                    .call(
                        workflow: "b",
                        [DecisionFlow.Continuation("end", "end"), DecisionFlow.Continuation("done", "nowhere")])),
                DecisionFlow.Step("end", .outcome(Outcome("End."))),
            ])
        let defects = structure(flow, FlowLibrary([callee]))
        #expect(
            Set(defects) == [
                .missingOutcome("end", FlowLocation(flow: "a", step: "call", ordinal: 0)),
                .missingStep("nowhere", FlowLocation(flow: "a", step: "call", ordinal: 1)),
            ])
    }
}
