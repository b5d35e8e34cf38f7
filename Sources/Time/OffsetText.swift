extension TimeZoneRules {
    /// A moment with its offset from UTC, so that it names one instant wherever it is read: `2026-09-01T08:30:00-04:00`.
    package func offsetText(_ instant: Instant) -> String {
        let offset = offset(at: instant)
        let local = local(instant)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let minutes = abs(offset) / 60
        let zone = offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
        return "\(local.date)T\(two(local.hour)):\(two(local.minute)):\(two(local.secondOfDay % 60))" + zone
    }
}
