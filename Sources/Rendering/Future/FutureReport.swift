package import Time

/// What will break by itself within a time.
package struct FutureReport: Sendable {
    /// What does not hold now, then the others in order of time.
    package let breaks: [FutureBreak]
    package let now: Instant
    /// Up to when it was looked.
    package let until: Instant
    package let zone: TimeZoneRules
    /// How many moments were looked at.
    package let moments: Int
    /// So many more were not.
    package let momentsLeftOut: Int
    /// How many tests, proofs and topics were held against them.
    package let count: Int
    /// So many tests name a moment of their own, at which 'kb test' plays them.
    package let fixedCount: Int

    package init(
        _ breaks: [FutureBreak], now: Instant, until: Instant, zone: TimeZoneRules, moments: Int, momentsLeftOut: Int,
        count: Int, fixedCount: Int
    ) {
        self.breaks = breaks.sorted { left, right in
            (left.at?.seconds ?? .min, left.path, left.line, left.kind.rawValue, left.id)
                < (right.at?.seconds ?? .min, right.path, right.line, right.kind.rawValue, right.id)
        }
        self.now = now
        self.until = until
        self.zone = zone
        self.moments = moments
        self.momentsLeftOut = momentsLeftOut
        self.count = count
        self.fixedCount = fixedCount
    }

    /// One sentence without a full stop.
    package var summary: String {
        let total = "\(count) tests, proofs and topics"
        let time = "\(zone.local(until))"
        let looked =
            "\(CountText.of(moments, "moment")) looked at"
            + (momentsLeftOut == 0 ? "" : ", \(momentsLeftOut) later ones left out")
            + (fixedCount == 0
                ? "" : "; \(CountText.of(fixedCount, "test")) with a moment of their own left to 'kb test'")
        let now = breaks.count { $0.at == nil }
        guard let first = breaks.compactMap(\.at).first else {
            return (now == 0 ? "nothing of \(total) breaks" : "\(now) of \(total) do not hold now, and no other breaks")
                + " until \(time); \(looked)"
        }
        return "\(breaks.count) of \(total) break until \(time), the first on \(zone.local(first))"
            + (now == 0 ? "" : ", and \(now) do not hold now") + "; \(looked)"
    }
}
