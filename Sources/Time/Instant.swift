/// A moment in time: whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

/// When something is in force: from its start until just before its end; a missing end is open.
package struct InstantRange: Hashable, Sendable {
    package var from: Instant?
    package var until: Instant?

    package init(from: Instant? = nil, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ instant: Instant) -> Bool {
        if let from, instant < from { return false }
        if let until, instant >= until { return false }
        return true
    }

    /// No instant lies in it.
    package var isEmpty: Bool {
        guard let from, let until else { return false }
        return until <= from
    }

    package func overlaps(_ other: InstantRange) -> Bool {
        if isEmpty || other.isEmpty { return false }
        if let until, let from = other.from, until <= from { return false }
        if let until = other.until, let from, until <= from { return false }
        return true
    }
}
