import Decisions
import Testing

@Suite struct ContextTextTests {
    private static let fields = [
        ContextField(name: "urgency", domain: .choice(["routine", "urgent"])),
        ContextField(
            name: "payer", domain: .choice(["medicare", "self-pay"]),
            labels: ["medicare": "Medicare", "self-pay": "Self-pay"]),
        ContextField(name: "age", domain: .integer(0...120), allowsUnknown: true),
        ContextField(name: "visit_date", domain: .date(0...40_000)),
        ContextField(name: "referral_on_file", domain: .boolean, allowsUnknown: true),
    ]

    @Test func `A caller reads as people speak`() {
        let caller: CallerContext = [
            "urgency": .choice("urgent"), "payer": .choice("medicare"), "age": .integer(67),
            "referral_on_file": .boolean(false),
        ]
        #expect(ContextText(Self.fields).text(caller) == "urgent, Medicare, 67, no referral on file")
    }

    @Test(
        arguments: [
            (["referral_on_file": .boolean(true)], "referral on file"), ([:], "any caller"),
            (["age": .unknown], "age unknown"), (["visit_date": .date(20_000)], "visit date 2024-10-04"),
            (["payer": .choice("self-pay")], "Self-pay"),
        ] as [(CallerContext, String)])
    func `Each type of field has its words`(_ caller: CallerContext, _ text: String) {
        #expect(ContextText(Self.fields).text(caller) == text)
    }

    @Test func `What could be read as another field is named`() {
        let fields = [
            ContextField(name: "home", domain: .choice(["east"])),
            ContextField(name: "work", domain: .choice(["east"])),
            ContextField(name: "age", domain: .integer(0...9)), ContextField(name: "days", domain: .integer(0...9)),
        ]
        let caller: CallerContext = ["home": .choice("east"), "days": .integer(3)]
        #expect(ContextText(fields).text(caller) == "home east, days 3")
    }
}
