import Testing
import Time

/// A bare date begins with the first second that its clock shows of it.
@Suite struct DayStartTests {
    @Test(arguments: [
        ("America/New_York", "2026-03-08", "2026-03-08 05:00"), ("America/New_York", "2026-11-01", "2026-11-01 04:00"),
        // Midnight is skipped.
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04 03:00"), ("Africa/Cairo", "2023-04-28", "2023-04-27 22:00"),
        ("Africa/Cairo", "2106-04-30", "2106-04-29 22:00"),
        // Midnight comes twice: an hour before it, the day before goes on for an hour.
        ("America/Sao_Paulo", "2018-02-18", "2018-02-18 03:00"), ("America/Havana", "2024-11-03", "2024-11-03 04:00"),
        // The whole day was left out; what was to begin on it begins with the next.
        ("Pacific/Apia", "2011-12-30", "2011-12-30 10:00"), ("Pacific/Apia", "2011-12-31", "2011-12-30 10:00"),
    ])
    func `A date begins where its day does`(_ zone: String, _ date: String, _ utc: String) throws {
        #expect(try instant(date, in: Zones.rules(zone)) == utc)
    }

    @Test(arguments: Zones.unusual)
    func `No second before the start of a day belongs to it`(_ name: String) throws {
        let zone = try Zones.rules(name)
        let from = try #require(CivilDate("1985-01-01")).dayNumber
        let until = try #require(CivilDate("2045-01-01")).dayNumber
        var last = zone.startOfDay(CivilDate(dayNumber: from - 1))
        for number in from..<until {
            let date = CivilDate(dayNumber: number)
            let start = zone.startOfDay(date)
            let before = Instant(seconds: start.seconds - 1)
            guard zone.local(start).date >= date, zone.local(before).date < date, start >= last else {
                Issue.record("\(date) in \(name) does not begin at \(start.seconds)")
                return
            }
            last = start
        }
    }
}
