import TestSupport
import Testing
import Time

@Suite struct TimeZoneTests {
    @Test(arguments: [
        ("2026-03-08T01:59", "2026-03-08 06:59"), ("2026-03-08T03:00", "2026-03-08 07:00"),
        ("2026-11-01T00:59", "2026-11-01 04:59"), ("2026-11-01T02:00", "2026-11-01 07:00"),
        ("2026-11-01T01:30-04:00", "2026-11-01 05:30"), ("2026-11-01T01:30-05:00", "2026-11-01 06:30"),
        // Past the transitions that the file spells out.
        ("2106-07-01T12:00", "2106-07-01 16:00"), ("2106-12-01T12:00", "2106-12-01 17:00"),
    ])
    func `Around a change, a time that the clock shows once names one instant`(_ text: String, _ utc: String) throws {
        #expect(try instant(text, in: Zones.rules("America/New_York")) == utc)
    }

    @Test(arguments: ["2026-03-08T02:00", "2026-03-08T02:59:59", "2106-03-14T02:30"])
    func `A time that the clock skips names none`(_ text: String) throws {
        let zone = try Zones.rules("America/New_York")
        #expect(throws: LocalTimeError.skipped) { _ = try instant(text, in: zone) }
    }

    @Test(arguments: ["2026-11-01T01:00", "2026-11-01T01:59:59", "2106-11-07T01:30"])
    func `A time that the clock shows twice names neither`(_ text: String) throws {
        let zone = try Zones.rules("America/New_York")
        #expect(throws: LocalTimeError.repeated(first: -14_400, second: -18_000)) { _ = try instant(text, in: zone) }
    }

    @Test func `Irish winter is the exception to Irish standard time, and an hour behind it`() throws {
        let zone = try Zones.rules("Europe/Dublin")
        for (year, summer) in [(2026, "2026-07-01T12:00"), (2106, "2106-07-01T12:00")] {
            #expect(try instant(summer, in: zone) == "\(year)-07-01 11:00")
            #expect(try instant("\(year)-01-15T12:00", in: zone) == "\(year)-01-15 12:00")
        }
        #expect(throws: LocalTimeError.skipped) { _ = try instant("2026-03-29T01:30", in: zone) }
        #expect(throws: LocalTimeError.repeated(first: 3600, second: 0)) {
            _ = try instant("2026-10-25T01:30", in: zone)
        }
    }

    @Test(arguments: Zones.unusual)
    func `The clock agrees with the C library from 1970 to 2190`(_ name: String) throws {
        let zone = try Zones.rules(name)
        // Steps of 41 days and some, so that every hour and season comes up.
        let instants = stride(from: Int64(0), to: 6_940_000_000, by: 3_549_137).map { $0 }
        var program = Program("/bin/date", ["-f", "-", "+%s %Y-%m-%d %H:%M"])
        program.variables = ["TZ": name, "LC_ALL": "C"]
        program.input = instants.map { "@\($0)\n" }.joined()
        let lines = try program.run().output.split(separator: "\n")
        try #require(lines.count == instants.count)
        for (line, seconds) in zip(lines, instants) {
            #expect(line == "\(seconds) \(zone.local(Instant(seconds: seconds)))")
        }
    }

    @Test(arguments: Zones.unusual)
    func `What the clock shows leads back to its instant`(_ name: String) throws {
        let zone = try Zones.rules(name)
        let steps: [Int64] = [-90_000, -3601, -3600, -1801, -1, 0, 1, 1800, 3599, 3600, 90_000]
        for transition in zone.transitions.suffix(60) {
            for step in steps {
                let instant = Instant(seconds: transition.at.seconds + step)
                let local = zone.local(instant)
                do throws(LocalTimeError) {
                    #expect(try zone.instant(of: local) == instant)
                } catch {
                    guard case .repeated(let first, let second) = error else {
                        Issue.record("\(local) is shown, and said to be skipped")
                        continue
                    }
                    let offset = zone.offset(at: instant)
                    #expect(first > second && [first, second].contains(offset))
                }
            }
        }
    }
}
