/// A date and a time of day as a wall clock shows them.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    package let date: CivilDate
    /// Seconds since midnight, 0..<86,400.
    package let secondOfDay: Int

    package init(date: CivilDate, secondOfDay: Int = 0) {
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// What the clock shows at a number of seconds after 1970-01-01T00:00:00 of the same clock.
    package init(epochSeconds: Int64) {
        let day = Int(epochSeconds.floorDivided(by: 86_400))
        date = CivilDate(dayNumber: day)
        secondOfDay = Int(epochSeconds - Int64(day) * 86_400)
    }

    /// Seconds since 1970-01-01T00:00:00 of the same clock.
    package var epochSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(secondOfDay) }

    package var hour: Int { secondOfDay / 3600 }
    package var minute: Int { secondOfDay % 3600 / 60 }

    package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        left.epochSeconds < right.epochSeconds
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// `YYYY-MM-DD HH:MM`, the form people read.
    package var description: String { "\(date) \(padded(hour, 2)):\(padded(minute, 2))" }
}

extension Int64 {
    func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
