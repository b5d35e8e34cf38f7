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
        ], changes: content, formatted: ["articles/|layout|.md"], zone: .utc, before: "main|`x`", after: nil)

    private static let content: [ContentChange] = [
        ContentChange(
            kind: "article", change: .changed, before: version("mri", "MRI"), after: version("mri", "MRI " + hostile),
            fields: [
                FieldChange(
                    "answer", pointer: "/answer", weight: .seen, kind: .changed, before: "Book today. " + hostile,
                    after: "Book tomorrow. " + hostile + "<!-- -->"),
                FieldChange(
                    "code under ‘\(hostile)’", pointer: "body", weight: .seen, kind: .changed, before: "a\n" + hostile,
                    after: "a\nb", note: hostile, isCode: true),
                FieldChange("questions", pointer: "/questions/0", weight: .found, kind: .added, after: hostile),
                FieldChange("section", pointer: "body", weight: .seen, kind: .moved, before: "Food", after: "Food"),
                FieldChange("owner", pointer: "/owner", weight: .kept, kind: .changed, before: "a", after: "b"),
            ]),
        fact,
        ContentChange(
            kind: "asset", change: .changed, before: version("assets/a.pdf", nil), after: version("assets/a.pdf", nil),
            fields: []),
        ContentChange(
            kind: "article", change: .removed, before: version("old-article", "Old"), after: nil,
            fields: [FieldChange("answer", pointer: "/answer", weight: .seen, kind: .removed, before: hostile)]),
    ]

    private static var fact: ContentChange {
        var change = ContentChange(
            kind: "fact", change: .changed, before: version("mri.prep-hours", "Hours"),
            after: version("mri.prep-hours", "Hours"),
            fields: [
                FieldChange("value", pointer: "/values/0/value", weight: .seen, kind: .changed, before: "4", after: "6")
            ])
        change.reach = [
            .init(
                kind: "article", id: "mri", title: hostile, path: "articles/mri.md", line: 3,
                before: "4 hours " + hostile,
                after: "6 hours " + hostile)
        ]
        change.moreReach = 2
        return change
    }

    private static let hostile = SampleQuestions.hostile

    private static func version(_ id: String, _ title: String?) -> ContentChange.Version {
        ContentChange.Version(id: id, title: title, path: "articles/\(id).md", line: 2, edition: "", bytes: 1200)
    }

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
