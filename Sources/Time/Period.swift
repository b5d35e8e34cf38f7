/// A length of time as policies write it: `90d`, `2w` or `24h`.
package struct Period: Hashable, Comparable, Sendable {
    package let hours: Int

    package init(hours: Int) {
        self.hours = hours
    }

    /// Reads a whole number and a unit: `h`, `d` or `w`; at most a hundred years.
    package init?(_ text: some StringProtocol) {
        guard let unit = text.last, let count = digits([Substring(text.dropLast()).utf8])?.first else { return nil }
        switch unit {
        case "h": hours = count
        case "d": hours = count * 24
        case "w": hours = count * 24 * 7
        default: return nil
        }
        guard hours > 0, hours <= 100 * 366 * 24 else { return nil }
    }

    /// Whole days; a part of a day counts as one.
    package var days: Int { (hours + 23) / 24 }

    package static func < (left: Period, right: Period) -> Bool { left.hours < right.hours }
}

extension Period: CustomStringConvertible {
    package var description: String { hours % 24 == 0 ? "\(hours / 24)d" : "\(hours)h" }
}
