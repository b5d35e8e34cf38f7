import Decisions
import Testing

@Suite struct MRIWorkflowTests {
    private let library = MRIWorkflow.library

    @Test func `The workflow of the contract is proven for every caller`() {
        let proof = FlowProof(of: MRIWorkflow.flow(), in: library)
        #expect(proof.findings.isEmpty)
        #expect(proof.proven == Set(FlowProperty.allCases))
        #expect(proof.contexts.description == "\(2 * 4 * 121 * 3)")
    }

    @Test func `A caller whom no entry fits is named in words`() throws {
        let branch = DecisionFlow.Kind.branch([
            DecisionFlow.Entry(MRIWorkflow.payer("medicaid", "commercial", "self-pay"), "get-authorisation"),
            DecisionFlow.Entry(MRIWorkflow.aged, "book"),
        ])
        let proof = FlowProof(of: MRIWorkflow.flow(authorise: branch), in: library)
        let finding = try #require(proof.findings.first)
        #expect(proof.findings.count == 1)
        #expect(finding.kind == .gap)
        #expect(finding.location == FlowLocation(flow: "schedule-mri", step: "authorise"))
        let witness = try #require(finding.witness)
        #expect(ContextText(MRIWorkflow.fields).text(witness) == "routine, Medicare, 64, no pacemaker")
        #expect(finding.callers?.description == "65")
    }

    @Test func `An entry that comes too late, and one that fits nobody, say why`() {
        let branch = DecisionFlow.Kind.branch([
            DecisionFlow.Entry(MRIWorkflow.payer("medicare", "medicaid"), "get-authorisation"),
            DecisionFlow.Entry(MRIWorkflow.payer("medicaid"), "book"),
            DecisionFlow.Entry(.all([MRIWorkflow.payer("commercial"), MRIWorkflow.payer("self-pay")]), "book"),
            DecisionFlow.Entry(nil, "get-authorisation"),
        ])
        let kinds = FlowProof(of: MRIWorkflow.flow(authorise: branch), in: library).findings.map(\.kind)
        #expect(kinds == [.unmatchable(.takenBefore([0])), .unmatchable(.acceptsNothing)])
    }

    @Test func `A caller is asked until the outcome is known`() throws {
        let run = WorkflowRun(MRIWorkflow.flow(), library: library)
        var known: CallerContext = [:]
        var asked: [String] = []
        let caller: CallerContext = [
            "urgency": .choice("routine"), "pacemaker": .boolean(false), "payer": .choice("medicare"),
            "age": .integer(70),
        ]
        while case .question(let question) = run.position(for: known).state {
            asked.append(question.field.name)
            known[question.field.name] = caller[question.field.name]
        }
        #expect(asked == ["urgency", "pacemaker", "payer", "age"])
        let position = run.position(for: known)
        #expect(position.asked == ["urgency", "pacemaker"], "what a branch needs is no question of the workflow")
        guard case .outcome(let arrival) = position.state else {
            Issue.record("no outcome")
            return
        }
        #expect(arrival.location.step == "book")
        #expect(arrival.outcome.requirements == ["referral"])
        #expect(arrival.openRequirements.isEmpty)
    }

    @Test func `A changed answer drops what was asked because of it`() {
        let run = WorkflowRun(MRIWorkflow.flow(), library: library)
        let given = [
            WorkflowRun.GivenAnswer("urgency", .choice("routine")),
            WorkflowRun.GivenAnswer("pacemaker", .boolean(false)),
            WorkflowRun.GivenAnswer("payer", .choice("medicaid")),
        ]
        let urgent = run.changing(WorkflowRun.GivenAnswer("urgency", .choice("urgent")), in: given, known: [:])
        #expect(urgent.map(\.field) == ["urgency"])
        let payer = run.changing(WorkflowRun.GivenAnswer("payer", .choice("medicare")), in: given, known: [:])
        #expect(payer.map(\.field) == ["urgency", "pacemaker", "payer"])
    }

    @Test func `A question says what its answer is for`() {
        let run = WorkflowRun(MRIWorkflow.flow(), library: library)
        let known: CallerContext = ["urgency": .choice("routine"), "pacemaker": .boolean(false)]
        let uses = run.uses(of: "payer", from: run.position(for: known), known: known)
        #expect(uses.prefix(2).map(\.step) == ["authorise", "authorise"])
        #expect(uses.contains(FlowLocation(flow: "obtain-authorisation", step: "by-payer", ordinal: 0)))
        #expect(uses.contains(FlowLocation(flow: "schedule-mri", step: "book", ordinal: 1)))
    }

    @Test func `An edition that sends older Medicare callers to authorisation affects just them`() throws {
        let branch = DecisionFlow.Kind.branch([
            DecisionFlow.Entry(.all([MRIWorkflow.payer("medicare"), MRIWorkflow.aged]), "explain"),
            DecisionFlow.Entry(nil, "get-authorisation"),
        ])
        let difference = BehaviouralDifference(
            from: MRIWorkflow.flow(), in: library, to: MRIWorkflow.flow(authorise: branch), in: library)
        let change = try #require(difference.changes.first)
        #expect(difference.changes.count == 1)
        #expect(change.groups.count == 1)
        let condition = ConditionText(MRIWorkflow.fields).text(change.groups[0].condition.condition)
        #expect(
            condition
                == "urgency is routine, and pacemaker is false, and payer is medicare, and age >= 65")
        #expect(ContextText(MRIWorkflow.fields).text(change.groups[0].witness) == "routine, Medicare, 65, no pacemaker")
        #expect(change.callers?.description == "56")
    }
}
