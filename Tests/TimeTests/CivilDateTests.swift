import Testing
import Time

@Suite struct CivilDateTests {
    @Test func `Every day from 1900 to 2200 follows the one before it`() throws {
        var date = try #require(CivilDate(year: 1900, month: 1, day: 1))
        // 1900-01-01 was a Monday.
        var weekday = 0
        var number = date.dayNumber
        var count = 0
        while date.year <= 2200 {
            guard date.dayNumber == number, CivilDate(dayNumber: number) == date, date.weekday == weekday else {
                Issue.record("\(date) is not day \(number)")
                return
            }
            date = try #require(following(date))
            number += 1
            weekday = (weekday + 1) % 7
            count += 1
        }
        #expect(count == 301 * 365 + 73)
    }

    /// The next day by counting on a calendar, so that nothing under test is asked.
    private func following(_ date: CivilDate) -> CivilDate? {
        CivilDate(year: date.year, month: date.month, day: date.day + 1)
            ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
            ?? CivilDate(year: date.year + 1, month: 1, day: 1)
    }

    @Test func `Days count from 1970`() {
        #expect(CivilDate("1970-01-01")?.dayNumber == 0)
        #expect(CivilDate("1969-12-31")?.dayNumber == -1)
        #expect(CivilDate("2000-03-01")?.dayNumber == 11_017)
        // A Thursday.
        #expect(CivilDate("1970-01-01")?.weekday == 3)
    }

    @Test(arguments: [(2000, true), (2024, true), (2400, true), (1900, false), (2023, false), (2100, false)])
    func `Leap years have a 29 February`(_ year: Int, _ isLeap: Bool) {
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
        let last = CivilDate(year: year, month: 3, day: 1)?.adding(days: -1)
        #expect(last?.day == (isLeap ? 29 : 28))
    }

    @Test(arguments: ["0001-01-01", "0099-12-31", "1600-02-29", "2026-11-24", "9999-12-31"])
    func `A date is read as it is written`(_ text: String) {
        #expect(CivilDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-1", "26-11-24", "2026-11-24 ", " 2026-11-24", "2026/11/24", "2026-13-01",
        "2026-00-01", "2026-04-31", "2026-02-29", "2026-01-00", "0000-01-01", "-001-01-01", "+026-01-01", "20261124",
        "2026-11-2x", "２０２６-11-24", "2026-11-24-", "2026--1-24",
    ])
    func `What is no date is refused`(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `Days outside the years 1 to 9999 are held at the ends`() {
        #expect(CivilDate(dayNumber: .min).description == "0001-01-01")
        #expect(CivilDate(dayNumber: .max).description == "9999-12-31")
    }
}
