import Glibc
import TestSupport
import Testing
import Time

/// Time zones of Debian's `tzdata`.
enum Zones {
    static func bytes(_ name: String) throws -> [UInt8] { try TestFile.read("/usr/share/zoneinfo/" + name) }

    static func rules(_ name: String) throws -> TimeZoneRules {
        try TimeZoneFile.read(try bytes(name), name: name)
    }

    /// Zones that do what others do not: gaps at midnight, a skipped day, half hours, a negative daylight saving time,
    /// changes of 30 minutes, two changes a year around Ramadan, an offset of 14 hours, none at all.
    static let unusual = [
        "America/New_York", "America/Sao_Paulo", "America/Havana", "America/St_Johns", "Africa/Cairo",
        "Africa/Casablanca", "Africa/Monrovia", "Asia/Gaza", "Asia/Kolkata", "Asia/Tehran", "Australia/Lord_Howe",
        "Europe/Dublin", "Pacific/Apia", "Pacific/Kiritimati", "America/Nuuk", "Antarctica/Troll", "Etc/UTC",
    ]
}

/// The instant that a moment names in a zone, as text in UTC.
func instant(_ text: String, in zone: TimeZoneRules) throws -> String {
    let moment = try #require(Moment(text), "'\(text)' is a moment")
    return TimeZoneRules.utc.local(try moment.instant(in: zone)).description
}
