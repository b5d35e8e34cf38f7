/// A time zone as its list of changes, so that a reader needs no time zone data of the machine.
package struct TimeZoneRules: Hashable, Sendable {
    package struct Transition: Hashable, Sendable {
        package let at: Instant
        /// Seconds east of UTC from this instant on.
        package let offset: Int

        package init(at: Instant, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The IANA name, such as `America/New_York`.
    package let name: String
    /// Seconds east of UTC before the first transition.
    package let initialOffset: Int
    /// In order of time.
    package let transitions: [Transition]

    package init(name: String, initialOffset: Int, transitions: [Transition]) {
        self.name = name
        self.initialOffset = initialOffset
        self.transitions = transitions
    }

    package static let utc = TimeZoneRules(name: "UTC", initialOffset: 0, transitions: [])

    /// Seconds east of UTC at an instant.
    package func offset(at instant: Instant) -> Int {
        let count = partition { $0.at <= instant }
        return count == 0 ? initialOffset : transitions[count - 1].offset
    }

    /// What the wall clock shows at an instant.
    package func local(_ instant: Instant) -> LocalDateTime {
        LocalDateTime(epochSeconds: instant.seconds + Int64(offset(at: instant)))
    }

    /// The one instant at which the wall clock shows a time.
    package func instant(of local: LocalDateTime) throws(LocalTimeError) -> Instant {
        let found = candidates(local.epochSeconds)
        if found.count == 2 { throw .repeated(first: found[0].offset, second: found[1].offset) }
        guard let only = found.first else { throw .skipped }
        return only.instant
    }

    /// The first instant of a day.
    package func startOfDay(_ date: CivilDate) -> Instant {
        let midnight = LocalDateTime(date: date).epochSeconds
        if let first = candidates(midnight).first { return first.instant }
        // Midnight is skipped: the day begins with the change itself.
        let change = transitions.first { $0.at.seconds + Int64($0.offset) > midnight }
        return change?.at ?? Instant(seconds: midnight - Int64(initialOffset))
    }

    /// Every instant at which the clock shows these local seconds, earliest first, with the offset then.
    private func candidates(_ local: Int64) -> [(instant: Instant, offset: Int)] {
        // No zone is more than a day away from UTC, so only the changes within a day can matter.
        let from = partition { $0.at.seconds < local - 86_400 }
        var offsets = [from == 0 ? initialOffset : transitions[from - 1].offset]
        for transition in transitions[from...].prefix(while: { $0.at.seconds <= local + 86_400 }) {
            if !offsets.contains(transition.offset) { offsets.append(transition.offset) }
        }
        return offsets.compactMap { candidate in
            let instant = Instant(seconds: local - Int64(candidate))
            return offset(at: instant) == candidate ? (instant, candidate) : nil
        }.sorted { $0.instant < $1.instant }
    }

    /// How many transitions satisfy a test that holds for a prefix of them.
    private func partition(_ holds: (Transition) -> Bool) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if holds(transitions[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
