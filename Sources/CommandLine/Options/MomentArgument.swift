import Glibc
package import Time

/// A moment on the command line: now where none is given.
package struct MomentArgument {
    private let text: String?

    package init(_ text: String?) {
        self.text = text
    }

    package func instant(in zone: TimeZoneRules) throws -> Instant {
        guard let text, text != "now" else { return SystemClock.now() }
        guard let moment = Moment(text) else {
            throw CommandFailure(
                "'\(text)' is no moment; write 2026-09-01, 2026-09-01T08:30 or 2026-09-01T08:30-04:00")
        }
        do throws(LocalTimeError) {
            return try moment.instant(in: zone)
        } catch {
            throw CommandFailure(
                "'\(text)' does not name one moment in \(zone.name), where the clock changes; add its offset, such as -04:00"
            )
        }
    }
}

/// The clock of the machine.
package enum SystemClock {
    package static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: Int64(time.tv_sec))
    }
}
