/// The rule for the years after a time zone file's last transition: `EST5EDT,M3.2.0,M11.1.0`.
struct PosixRule {
    /// One yearly change: the weekday of a week of a month, at local seconds.
    private struct Change {
        let month, week, weekday, second: Int

        /// Days since 1970-01-01 in a year. Weekdays count from Sunday here, as POSIX does.
        func dayNumber(in year: Int) -> Int? {
            guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
            let firstWeekday = (first.weekday + 1) % 7
            var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            while day > CivilDate.days(inMonth: month, of: year) { day -= 7 }
            return first.dayNumber + day - 1
        }
    }

    private let standard: Int
    private let daylight: Int
    private let start: Change
    private let end: Change

    /// - Returns: nil for a zone without daylight saving, or a rule in one of the two unused forms of POSIX.
    init?(_ footer: ArraySlice<UInt8>) {
        let text = String(decoding: footer.filter { $0 != 0x0A }, as: UTF8.self)
        let parts = text.split(separator: ",")
        guard parts.count == 3 else { return nil }
        var names = parts[0]
        guard PosixRule.dropName(&names), let standard = PosixRule.offset(&names), PosixRule.dropName(&names) else {
            return nil
        }
        self.standard = -standard
        daylight = PosixRule.offset(&names).map { -$0 } ?? 3600 - standard
        guard let start = PosixRule.change(parts[1]), let end = PosixRule.change(parts[2]) else { return nil }
        self.start = start
        self.end = end
    }

    func transitions(in year: Int) -> [TimeZoneRules.Transition] {
        guard let startDay = start.dayNumber(in: year), let endDay = end.dayNumber(in: year) else { return [] }
        let starts = Int64(startDay) * 86_400 + Int64(start.second - standard)
        let ends = Int64(endDay) * 86_400 + Int64(end.second - daylight)
        return [
            TimeZoneRules.Transition(at: Instant(seconds: starts), offset: daylight),
            TimeZoneRules.Transition(at: Instant(seconds: ends), offset: standard),
        ].sorted { $0.at < $1.at }
    }

    private static func dropName(_ text: inout Substring) -> Bool {
        if text.first == "<" {
            guard let end = text.firstIndex(of: ">") else { return false }
            text = text[text.index(after: end)...]
            return true
        }
        let name = text.prefix { $0.isLetter }
        text = text.dropFirst(name.count)
        return name.count >= 3
    }

    /// Seconds of `[+-]H[H][:MM[:SS]]`.
    private static func offset(_ text: inout Substring) -> Int? {
        let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "-" || $0 == "+" }
        text = text.dropFirst(clock.count)
        return seconds(clock)
    }

    private static func seconds(_ clock: Substring) -> Int? {
        let isNegative = clock.first == "-"
        let unsigned = clock.drop { $0 == "-" || $0 == "+" }
        guard let parts = digits(unsigned.split(separator: ":").map(\.utf8)), (1...3).contains(parts.count),
            parts[0] <= 167
        else { return nil }
        let total = parts.reversed().enumerated().reduce(0) { sum, part in
            sum + part.element * [1, 60, 3600][part.offset + 3 - parts.count]
        }
        return isNegative ? -total : total
    }

    private static func change(_ text: Substring) -> Change? {
        let parts = text.split(separator: "/")
        guard let day = parts.first, day.first == "M",
            let numbers = digits(day.dropFirst().split(separator: ".").map(\.utf8)), numbers.count == 3,
            (1...12).contains(numbers[0]), (1...5).contains(numbers[1]), (0...6).contains(numbers[2])
        else { return nil }
        let second = parts.count > 1 ? seconds(parts[1]) : 7200
        return second.map { Change(month: numbers[0], week: numbers[1], weekday: numbers[2], second: $0) }
    }
}
