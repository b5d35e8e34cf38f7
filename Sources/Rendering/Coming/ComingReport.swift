package import Content
package import Time

/// What changes by itself within a time.
package struct ComingReport: Sendable {
    /// In order of time.
    package let changes: [ComingChange]
    package let now: Instant
    package let until: Instant
    package let zone: TimeZoneRules

    package init(_ changes: [ComingChange], now: Instant, until: Instant, zone: TimeZoneRules) {
        self.changes = changes
        self.now = now
        self.until = until
        self.zone = zone
    }
}
