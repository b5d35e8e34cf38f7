import SearchIndex
import Testing
import Time

@Suite struct OpeningHoursTests {
    private func hours(_ members: [(String, [String])]) -> OpeningHours {
        OpeningHours(.object(members.map { .init($0.0, .list($0.1.map { .text($0) })) }))
    }

    private func moment(_ text: String) -> LocalDateTime {
        let parts = text.split(separator: " ")
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        return LocalDateTime(date: CivilDate(parts[0])!, secondOfDay: clock[0] * 3600 + clock[1] * 60)
    }

    private let desk: [(String, [String])] = [
        ("mon-fri", ["08:00-12:00", "13:00-17:00"]), ("sat", ["09:00-12:00"]), ("closed", ["2026-11-26"]),
    ]

    @Test(arguments: [
        // Tuesday to Saturday of a week with a holiday on Thursday.
        ("2026-11-24 08:00", true, "2026-11-24 12:00"), ("2026-11-24 12:00", false, "2026-11-24 13:00"),
        ("2026-11-24 16:59", true, "2026-11-24 17:00"), ("2026-11-25 17:00", false, "2026-11-27 08:00"),
        ("2026-11-26 10:00", false, "2026-11-27 08:00"), ("2026-11-28 12:00", false, "2026-11-30 08:00"),
    ])
    func `A desk is open at its hours, and says when that changes`(_ at: String, _ isOpen: Bool, _ until: String) {
        let state = hours(desk).state(at: moment(at))
        #expect(state.isOpen == isOpen && state.until == moment(until), "\(state)")
    }

    @Test func `Always is always`() {
        let hours = OpeningHours(.text("always"))
        #expect(hours.isAlways)
        #expect(hours.state(at: moment("2026-12-25 03:00")).isOpen)
        let everyDay = self.hours([("mon-sun", ["00:00-24:00"])]).state(at: moment("2026-12-25 03:00"))
        #expect(everyDay.isOpen && everyDay.until == nil)
    }

    @Test func `Hours over midnight, and days over the end of the week, go on`() {
        let night = hours([("fri-mon", ["22:00-06:00"])])
        #expect(night.state(at: moment("2026-11-28 05:59")).until == moment("2026-11-28 06:00"))
        #expect(night.state(at: moment("2026-11-24 05:00")).isOpen)
        #expect(!night.state(at: moment("2026-11-24 23:00")).isOpen)
        #expect(night.state(at: moment("2026-11-24 23:00")).until == moment("2026-11-27 22:00"))
    }

    @Test func `What cannot be read is closed`() {
        for value: IndexValue in [
            .null, .object([]), .text("never"), .object([.init("mon-fri-sat", .text("25:00-x"))]),
        ] {
            let state = OpeningHours(value).state(at: moment("2026-11-24 10:00"))
            #expect(!state.isOpen && state.until == nil)
        }
    }
}
