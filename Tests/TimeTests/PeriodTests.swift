import Testing
import Time

@Suite struct PeriodTests {
    @Test(arguments: [("1h", 1, "1h"), ("24h", 24, "1d"), ("36h", 36, "36h"), ("90d", 2160, "90d"), ("2w", 336, "14d")])
    func `A period is a whole number of hours, days or weeks`(_ text: String, _ hours: Int, _ written: String) {
        #expect(Period(text)?.hours == hours)
        #expect(Period(text)?.description == written)
    }

    @Test(arguments: [
        "", "d", "0d", "-1d", "+1d", "1", "1m", "1y", "1.5d", "1 d", " 1d", "1d ", "1D", "1d1h", "9999999999h",
        "36601d", "٣d",
    ])
    func `What is no period is refused`(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test func `A hundred years are the longest period`() {
        #expect(Period("36600d") != nil)
    }

    @Test func `A part of a day counts as one`() {
        #expect(Period(hours: 1).days == 1)
        #expect(Period(hours: 24).days == 1)
        #expect(Period(hours: 25).days == 2)
        #expect(Period(hours: 25) > Period(hours: 24))
    }
}
