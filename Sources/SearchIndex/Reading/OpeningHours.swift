package import Time

/// When a directory entry can be reached, by the clock of the knowledge base.
package struct OpeningHours: Hashable, Sendable {
    /// Minutes since midnight by day of the week, Monday first; a range over midnight counts to the day it begins on.
    private var week: [[Range<Int>]]
    private var closed: Set<CivilDate> = []
    package let isAlways: Bool

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let minutesOfDay = 24 * 60
    /// The longest that is looked ahead, in days.
    private static let horizon = 400
    /// In a day; each is looked at for every day ahead.
    private static let mostRanges = 64

    /// - Parameter value: `hours` as written: `always`, or times by days and `closed` dates. What cannot be read is closed.
    package init(_ value: IndexValue) {
        isAlways = value == .text("always")
        week = Array(repeating: [], count: 7)
        guard case .object(let members) = value else { return }
        for member in members {
            let texts = OpeningHours.texts(member.value)
            if member.name == "closed" {
                closed.formUnion(texts.compactMap { CivilDate($0) })
            } else {
                let ranges = texts.compactMap(OpeningHours.range)
                for day in OpeningHours.days(member.name) {
                    week[day] += ranges.prefix(OpeningHours.mostRanges - week[day].count)
                }
            }
        }
    }

    /// Whether it is open, and the next time at which that changes; nil where it does not within a year.
    package func state(at now: LocalDateTime) -> (isOpen: Bool, until: LocalDateTime?) {
        if isAlways { return (true, nil) }
        let ranges = ranges(from: now.date)
        let minute = Int64(now.secondOfDay / 60)
        if let open = ranges.first(where: { $0.contains(Int(minute)) }) {
            return (true, isBeyond(open.upperBound) ? nil : moment(open.upperBound, after: now.date))
        }
        return (false, ranges.first { $0.lowerBound > minute }.map { moment($0.lowerBound, after: now.date) })
    }

    /// In minutes after the midnight with which a day begins, in order, those that touch joined.
    private func ranges(from today: CivilDate) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for day in -1...OpeningHours.horizon {
            let date = today.adding(days: day)
            guard !closed.contains(date) else { continue }
            let start = day * OpeningHours.minutesOfDay
            ranges += week[date.weekday].map { start + $0.lowerBound..<start + $0.upperBound }
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        return ranges.reduce(into: []) { joined, range in
            guard let last = joined.last, range.lowerBound <= last.upperBound else { return joined.append(range) }
            joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        }
    }

    private func isBeyond(_ minute: Int) -> Bool { minute >= OpeningHours.horizon * OpeningHours.minutesOfDay }

    private func moment(_ minute: Int, after today: CivilDate) -> LocalDateTime {
        let (days, rest) = minute.quotientAndRemainder(dividingBy: OpeningHours.minutesOfDay)
        return LocalDateTime(date: today.adding(days: days), secondOfDay: rest * 60)
    }

    private static func texts(_ value: IndexValue) -> [String] {
        if case .list(let values) = value { return values.compactMap(\.asText) }
        return value.asText.map { [$0] } ?? []
    }

    /// The days of `mon`, of `mon-fri` or, over the end of the week, of `sat-mon`.
    private static func days(_ text: String) -> [Int] {
        let names = text.split(separator: "-").map { days.firstIndex(of: String($0)) }
        switch names.count {
        case 1: return names.compactMap(\.self)
        case 2:
            guard let first = names[0], let last = names[1] else { return [] }
            return (first...(last < first ? last + 7 : last)).map { $0 % 7 }
        default: return []
        }
    }

    private static func range(_ text: String) -> Range<Int>? {
        let ends = text.split(separator: "-").map(minute)
        guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
        return start..<(end <= start ? end + minutesOfDay : end)
    }

    private static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
        let minute = parts[0] * 60 + parts[1]
        return minute <= minutesOfDay ? minute : nil
    }
}
