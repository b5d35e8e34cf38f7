import Content
import Governance
import Time

/// A calendar (RFC 5545) with a day for each review that is owed.
///
/// Calendars are copied to phones and to other companies' servers: an entry says that a review is due and whose it is, and
/// nothing of the content, neither title nor id nor path. An item keeps its entry (UID) for as long as it keeps its id, so that
/// a review moves the entry instead of adding another.
package struct ReviewCalendarRenderer: Sendable {
    /// In bytes, without the line end.
    private static let longestLine = 75

    package init() {}

    package func render(_ report: ReviewReport, to output: inout some TextOutputStream) {
        write("BEGIN:VCALENDAR", to: &output)
        write("VERSION:2.0", to: &output)
        write("PRODID:-//kb//kb review//EN", to: &output)
        write("CALSCALE:GREGORIAN", to: &output)
        write("METHOD:PUBLISH", to: &output)
        write("X-WR-CALNAME:Reviews", to: &output)
        write("REFRESH-INTERVAL;VALUE=DURATION:P1D", to: &output)
        let stamp = self.stamp(report.now)
        for entry in report.entries { write(entry, report, stamp, to: &output) }
        write("END:VCALENDAR", to: &output)
    }

    private func write(
        _ entry: ReviewEntry, _ report: ReviewReport, _ stamp: String, to output: inout some TextOutputStream
    ) {
        // What was never reviewed, or was changed since, is owed now.
        let day = entry.standing == .lapsed ? report.today : entry.due ?? report.today
        write("BEGIN:VEVENT", to: &output)
        write("UID:\(uid(entry, report))", to: &output)
        write("DTSTAMP:\(stamp)", to: &output)
        write("DTSTART;VALUE=DATE:\(digits(day))", to: &output)
        write("DTEND;VALUE=DATE:\(digits(day.adding(days: 1)))", to: &output)
        write("SUMMARY:\(entry.standing == .overdue ? "Review overdue" : "Review due")", to: &output)
        if let owner = entry.owner {
            write("DESCRIPTION:" + escaped("See 'kb review --owner \(owner)'."), to: &output)
        }
        write("TRANSP:TRANSPARENT", to: &output)
        write("END:VEVENT", to: &output)
    }

    private func uid(_ entry: ReviewEntry, _ report: ReviewReport) -> String {
        let parts = [
            report.name, entry.kind, entry.id, entry.language ?? "", entry.from.map { "\($0.seconds)" } ?? "",
        ]
        return ContentHash.hash(of: Array(parts.joined(separator: "\n").utf8)).prefix(32) + "@kb-review"
    }

    private func stamp(_ now: Instant) -> String {
        let local = LocalDateTime(epochSeconds: now.seconds)
        let clock = [local.hour, local.minute, local.secondOfDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return digits(local.date) + "T" + clock.joined() + "Z"
    }

    private func digits(_ day: CivilDate) -> String { "\(day)".filter { $0 != "-" } }

    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
            }
        }
        return escaped
    }

    /// A line, folded where it is too long; no character is cut in two.
    private func write(_ line: String, to output: inout some TextOutputStream) {
        var rest = ReviewCalendarRenderer.longestLine
        for scalar in line.unicodeScalars {
            let count = UTF8.width(scalar)
            if rest < count {
                output.write("\r\n ")
                rest = ReviewCalendarRenderer.longestLine - 1
            }
            output.write(String(scalar))
            rest -= count
        }
        output.write("\r\n")
    }
}
