import Decisions

/// The workflow that the content contract shows: who may book an MRI.
enum MRIWorkflow {
    static let fields = [
        ContextField(
            name: "urgency", domain: .choice(["routine", "urgent"]),
            labels: ["routine": "routine", "urgent": "urgent"]),
        ContextField(
            name: "payer", domain: .choice(["medicare", "medicaid", "commercial", "self-pay"]),
            labels: [
                "medicare": "Medicare", "medicaid": "Medicaid", "commercial": "Commercial", "self-pay": "Self-pay",
            ]),
        ContextField(name: "age", domain: .integer(0...120)),
        ContextField(name: "pacemaker", domain: .boolean, allowsUnknown: true),
    ]

    static func payer(_ names: String...) -> Condition {
        .test(field: "payer", .values(names.map { .choice($0) }))
    }

    static let aged = Condition.test(field: "age", .comparisons([Comparison(.atLeast, 65)]))

    static let authorise = DecisionFlow.Kind.branch([
        DecisionFlow.Entry(payer("medicaid", "commercial"), "get-authorisation"),
        DecisionFlow.Entry(.all([payer("medicare"), aged]), "book"),
        DecisionFlow.Entry(nil, "get-authorisation"),
    ])

    static func flow(authorise: DecisionFlow.Kind = authorise, budget: Int = 2) -> DecisionFlow {
        func answers(_ pairs: (ContextValue, String)...) -> [DecisionFlow.Answer] {
            pairs.map { DecisionFlow.Answer(.values([$0]), $1) }
        }
        return DecisionFlow(
            id: "schedule-mri", fields: fields, start: "urgency",
            steps: [
                DecisionFlow.Step(
                    "urgency",
                    .question(
                        field: "urgency", answers((.choice("urgent"), "escalate"), (.choice("routine"), "device")))),
                DecisionFlow.Step(
                    "device",
                    .question(
                        field: "pacemaker",
                        answers(
                            (.boolean(true), "call-nurse"), (.boolean(false), "authorise"), (.unknown, "call-nurse")))),
                DecisionFlow.Step("authorise", authorise),
                DecisionFlow.Step(
                    "get-authorisation",
                    .call(
                        workflow: "obtain-authorisation",
                        [DecisionFlow.Continuation("granted", "book"), DecisionFlow.Continuation("refused", "explain")])
                ),
                DecisionFlow.Step(
                    "book",
                    .outcome(
                        Outcome(
                            "Book the appointment.",
                            requirements: [
                                Outcome.Requirement("referral"),
                                Outcome.Requirement("authorisation", if: payer("commercial")),
                            ], handoff: Outcome.Handoff(to: "registration", with: ["referral"])))),
                DecisionFlow.Step("escalate", .outcome(Outcome("Call the imaging desk."))),
                DecisionFlow.Step("call-nurse", .outcome(Outcome("Call the nurse."))),
                DecisionFlow.Step("explain", .outcome(Outcome("Explain the refusal."))),
            ], budget: budget)
    }

    static let library = FlowLibrary([
        DecisionFlow(
            id: "obtain-authorisation", fields: fields, start: "by-payer",
            steps: [
                DecisionFlow.Step(
                    "by-payer",
                    .branch([DecisionFlow.Entry(payer("self-pay"), "refused"), DecisionFlow.Entry(nil, "granted")])),
                DecisionFlow.Step("granted", .outcome(Outcome("Granted."))),
                DecisionFlow.Step("refused", .outcome(Outcome("Refused."))),
            ])
    ])
}
