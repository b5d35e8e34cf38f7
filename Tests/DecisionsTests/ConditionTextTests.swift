import Decisions
import Testing
import Time

@Suite struct ConditionTextTests {
    private static let payer = Condition.test(field: "payer", .values([.choice("medicaid"), .choice("commercial")]))
    private static let age = Condition.test(field: "age", .comparisons([Comparison(.atLeast, 65)]))
    private static let window = Condition.test(
        field: "visit", .comparisons([Comparison(.atLeast, 20_000), Comparison(.less, 20_002)]))

    @Test(arguments: [
        (payer, "payer is medicaid or commercial"), (age, "age >= 65"),
        (.all([payer, age]), "payer is medicaid or commercial, and age >= 65"),
        (
            .any([payer, .all([age, .not(payer)])]),
            "payer is medicaid or commercial, or (age >= 65, and (not payer is medicaid or commercial))"
        ),
        (.not(.any([age, payer])), "not (age >= 65, or payer is medicaid or commercial)"),
        (window, "visit >= 2024-10-04 and visit < 2024-10-06"),
        (.test(field: "pacemaker", .values([.boolean(true), .unknown])), "pacemaker is true or unknown"),
        (.test(field: "visit", .values([.date(20_000)])), "visit is 2024-10-04"),
    ])
    func `A condition reads as a sentence would say it`(_ condition: Condition, _ text: String) {
        #expect(ConditionText(SmallWorld.fields).text(condition) == text)
    }

    @Test func `A bound on a number is written as a number`() {
        let text = ConditionText(SmallWorld.fields)
        #expect(text.text(Comparison(.equal, 20_000), of: "age") == "= 20000")
        #expect(text.text(Comparison(.equal, 20_000), of: "visit") == "= 2024-10-04")
    }
}
