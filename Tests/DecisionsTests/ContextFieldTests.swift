import Decisions
import Testing
import Time

@Suite struct ContextFieldTests {
    @Test func `Every value is read from the text that it is written as`() {
        for field in SmallWorld.fields {
            for value in SmallWorld.values(field) { #expect(field.value(value.text) == value) }
        }
    }

    @Test(arguments: [
        ("payer", ""), ("payer", "Medicare"), ("payer", "medicare "), ("pacemaker", "yes"), ("pacemaker", "unknown"),
        ("pacemaker", "True"), ("age", "7"), ("age", "-1"), ("age", "1.0"), ("age", " 1"),
        ("age", "99999999999999999999"),
        ("visit", "2024-10-03"), ("visit", "2024-10-09"), ("visit", "20001"), ("visit", "unknown"),
    ])
    func `What is no value of a field is refused`(_ name: String, _ text: String) throws {
        let field = try #require(SmallWorld.fields.first { $0.name == name })
        #expect(field.value(text) == nil)
    }

    @Test(arguments: [
        ("payer", "medicare, medicaid, commercial, unknown"), ("pacemaker", "true, false"), ("age", "0 to 6, unknown"),
        ("visit", "2024-10-04 to 2024-10-08"),
    ])
    func `Messages say what a field can be`(_ name: String, _ text: String) throws {
        let field = try #require(SmallWorld.fields.first { $0.name == name })
        #expect(field.domainText == text)
    }
}
