import Decisions
@testable import Difference
import Rendering
import Time

/// Changes of workflows for all formats, with everything that content can do to a report.
enum SampleDifferences {
    static let report = DifferenceReport(
        [
            change(
                "schedule-mri", .compared(difference("Book. " + SampleQuestions.hostile)), [.file("workflows/a|b.yaml")]
            ),
            change(
                "reworded", .compared(difference("Book.")), [.fact("mri.prep-hours"), .field("payer")],
                [.init(step: "age", before: "4 hours?", after: SampleQuestions.hostile)]),
            change("as-before", .compared(difference("Book.")), [.file("workflows/as-before.yaml")]),
            change("new", .added, []), change("old", .removed, []),
        ], zone: .utc, before: "main|`x`", after: nil)

    private static let payer = ContextField(
        name: "payer", domain: .choice(["medicare", "commercial"]), labels: ["medicare": "Medi|care <b>"])
    private static let age = ContextField(name: "age", domain: .integer(0...120))

    private static func change(
        _ id: String, _ kind: WorkflowChange.Kind, _ causes: [WorkflowChange.Cause],
        _ rewordings: [WorkflowChange.Rewording] = []
    ) -> WorkflowChange {
        WorkflowChange(
            id: id, path: "workflows/\(id).yaml", line: 1, range: InstantRange(until: Instant(seconds: 1_795_478_400)),
            kind: kind, causes: causes, rewordings: rewordings, fields: [payer, age])
    }

    private static func difference(_ text: String) -> BehaviouralDifference {
        BehaviouralDifference(from: flow("Book."), in: FlowLibrary(), to: flow(text), in: FlowLibrary())
    }

    private static func flow(_ text: String) -> DecisionFlow {
        let young = FieldTest.comparisons([Comparison(.less, 18)])
        let old = FieldTest.comparisons([Comparison(.atLeast, 18)])
        return DecisionFlow(
            id: "w", fields: [payer, age], start: "payer",
            steps: [
                .init(
                    "payer",
                    .question(
                        field: "payer",
                        [.init(.values([.choice("medicare")]), "age"), .init(.values([.choice("commercial")]), "end")])),
                .init("age", .question(field: "age", [.init(young, "book"), .init(old, "end")])),
                .init("book", .outcome(Outcome(text, requirements: [.init("referral")]))),
                .init("end", .outcome(Outcome("Explain."))),
            ])
    }
}
