/// A point in time as people write it: a date, a local time, or a time with its offset from UTC.
///
/// A bare date is local midnight; a time without an offset is local to the knowledge base.
package struct Moment: Hashable, Sendable {
    package let local: LocalDateTime
    /// Seconds east of UTC, where one is written.
    package let offset: Int?
    /// No time of day is written.
    package let isDate: Bool

    package init(date: CivilDate) {
        self.init(local: LocalDateTime(date: date), offset: nil, isDate: true)
    }

    package init(local: LocalDateTime, offset: Int?, isDate: Bool) {
        self.local = local
        self.offset = offset
        self.isDate = isDate
    }

    /// Reads `YYYY-MM-DD`, then optionally `THH:MM[:SS]` and `Z` or `±HH:MM`.
    package init?(_ text: some StringProtocol) {
        guard let date = CivilDate(String(text.prefix(10))) else { return nil }
        var rest = Substring(text.dropFirst(10))
        guard !rest.isEmpty else {
            self.init(date: date)
            return
        }
        guard rest.first == "T" || rest.first == " " else { return nil }
        rest = rest.dropFirst()
        var offset: Int?
        if rest.last == "Z" {
            offset = 0
            rest = rest.dropLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let seconds = Moment.clock(rest[rest.index(after: sign)...]), seconds <= 18 * 3600 else { return nil }
            offset = rest[sign] == "-" ? -seconds : seconds
            rest = rest[..<sign]
        }
        guard let second = Moment.clock(rest), second < 86_400 else { return nil }
        self.init(local: LocalDateTime(date: date, secondOfDay: second), offset: offset, isDate: false)
    }

    /// The instant this names in a time zone.
    package func instant(in zone: TimeZoneRules) throws(LocalTimeError) -> Instant {
        if let offset { return Instant(seconds: local.epochSeconds - Int64(offset)) }
        // A zone may change at midnight: a bare date then begins with the first second that exists.
        return isDate ? zone.startOfDay(local.date) : try zone.instant(of: local)
    }

    /// Seconds of `HH:MM` or `HH:MM:SS`.
    private static func clock(_ text: Substring) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count == 2 }), let numbers = digits(parts),
            numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}

/// A wall-clock time that does not name one instant.
package enum LocalTimeError: Error, Hashable, Sendable {
    /// The clock jumps over it; it would have been at this instant by the offset before the jump.
    case skipped
    /// The clock shows it twice, at these offsets in seconds east of UTC.
    case repeated(first: Int, second: Int)
}
