/// Dates, times and durations of RFC 3339.
enum DateTimeFormat {
    typealias Bytes = ArraySlice<UInt8>

    /// `2026-07-01`, a day that exists.
    static func isDate(_ bytes: Bytes) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4), let month = number(parts[1], digits: 2),
            let day = number(parts[2], digits: 2), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day >= 1 && day <= days[month - 1]
    }

    static func isDateTime(_ bytes: Bytes) -> Bool {
        guard bytes.count > 11, bytes[bytes.startIndex + 10] | 0x20 == UInt8(ascii: "t") else { return false }
        return isDate(bytes.prefix(10)) && isTime(bytes.dropFirst(11))
    }

    /// `08:30:06.28+01:00`; the second 60 only where UTC has one.
    static func isTime(_ bytes: Bytes) -> Bool {
        guard bytes.count >= 9, let (hour, minute) = hourAndMinute(bytes.prefix(5)),
            bytes[bytes.startIndex + 5] == UInt8(ascii: ":"),
            let second = number(bytes.dropFirst(6).prefix(2), digits: 2),
            second <= 60
        else { return false }
        var rest = bytes.dropFirst(8)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { $0.isDigit }
            guard !fraction.isEmpty else { return false }
            rest = rest[fraction.endIndex...]
        }
        guard let offset = offset(rest) else { return false }
        let utc = (hour * 60 + minute - offset + 2_880) % 1_440
        return second < 60 || utc == 1_439
    }

    /// Minutes ahead of UTC.
    private static func offset(_ bytes: Bytes) -> Int? {
        guard let first = bytes.first else { return nil }
        if first | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
        guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"),
            let (hour, minute) = hourAndMinute(bytes.dropFirst())
        else { return nil }
        return (first == UInt8(ascii: "+") ? 1 : -1) * (hour * 60 + minute)
    }

    private static func hourAndMinute(_ bytes: Bytes) -> (Int, Int)? {
        guard bytes.count == 5, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
            let hour = number(bytes.prefix(2), digits: 2), let minute = number(bytes.suffix(2), digits: 2), hour < 24,
            minute < 60
        else { return nil }
        return (hour, minute)
    }

    private static func number(_ bytes: Bytes, digits: Int) -> Int? {
        guard bytes.count == digits, bytes.allSatisfy(\.isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// `P1Y2M3DT4H5M6S` without gaps between the units, or `P2W` (RFC 3339, appendix A).
    static func isDuration(_ bytes: Bytes) -> Bool {
        guard bytes.first == UInt8(ascii: "P") else { return false }
        let parts = bytes.dropFirst().split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let date = parts.first.flatMap(units) else { return false }
        if parts.count == 1 { return date == "W" || (!date.isEmpty && "YMD".contains(date)) }
        guard let time = units(parts[1]), !time.isEmpty, "HMS".contains(time) else { return false }
        return "YMD".contains(date) || date.isEmpty
    }

    /// The letters of a row of digits and letters, as in `1Y2M`.
    private static func units(_ bytes: Bytes) -> String? {
        var letters = ""
        var rest = bytes
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isDigit }
            guard !digits.isEmpty, digits.endIndex < rest.endIndex else { return nil }
            letters.unicodeScalars.append(Unicode.Scalar(rest[digits.endIndex]))
            rest = rest[(digits.endIndex + 1)...]
        }
        return letters
    }
}
