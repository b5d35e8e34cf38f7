import ArgumentParser
import Time

/// Lengths of time and days on the command line.
enum TimeArgument {
    static func period(_ text: String) throws -> Period {
        guard let period = Period(text) else {
            throw ValidationError("'\(text)' is no length of time; write a number and h, d or w, such as 30d")
        }
        return period
    }

    static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(text) else {
            throw ValidationError("'\(text)' is no day; write it as 2026-09-01")
        }
        return day
    }
}
