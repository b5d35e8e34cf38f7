import Decisions
import Testing
import Time

@Suite struct DerivingTests {
    private static let fields = [
        ContextField(name: "visit", domain: .date(0...40_000)),
        ContextField(name: "days", domain: .integer(-1...30), daysUntil: "visit"),
    ]

    private func days(_ caller: CallerContext, on today: String) throws -> ContextValue? {
        Self.fields.deriving(caller, today: try #require(CivilDate(today)))["days"]
    }

    @Test(arguments: [
        ("2024-10-04", 0), ("2024-10-03", 1), ("2024-10-05", -1), ("2024-09-04", 30),
        // Over a 29 February and a change of the clock, days are still days.
        ("2024-09-28", 6),
    ])
    func `The days until a date follow from it`(_ today: String, _ days: Int) throws {
        #expect(try self.days(["visit": .date(20_000)], on: today) == .integer(days))
    }

    @Test func `Across 29 February there is a day more`() throws {
        let visit = try #require(CivilDate("2024-03-01")).dayNumber
        #expect(try days(["visit": .date(visit)], on: "2024-02-28") == .integer(2))
        let next = try #require(CivilDate("2025-03-01")).dayNumber
        #expect(try days(["visit": .date(next)], on: "2025-02-28") == .integer(1))
    }

    @Test func `Beyond the greatest number is that number; a smaller one, and a date not known, leave it open`() throws
    {
        #expect(try days(["visit": .date(20_000)], on: "2024-10-06") == nil)
        #expect(try days(["visit": .date(20_000)], on: "2024-09-03") == .integer(30))
        #expect(try days(["visit": .unknown], on: "2024-10-04") == nil)
        #expect(try days([:], on: "2024-10-04") == nil)
    }

    @Test func `What the caller said comes before what follows`() throws {
        #expect(try days(["visit": .date(20_000), "days": .integer(5)], on: "2024-10-04") == .integer(5))
    }

    @Test func `A condition that holds makes known what it allows one value for`() {
        let one = Condition.test(field: "a", .values([.boolean(true)]))
        let two = Condition.test(field: "b", .values([.integer(1), .integer(2)]))
        #expect(CallerContext().assuming(.all([one, two])) == ["a": .boolean(true)])
        #expect(CallerContext().assuming(.any([one, two])) == [:])
        #expect(CallerContext().assuming(.not(one)) == [:])
        #expect(CallerContext().assuming(nil) == [:])
        #expect((["a": .boolean(false)] as CallerContext).assuming(one) == ["a": .boolean(false)])
    }
}
