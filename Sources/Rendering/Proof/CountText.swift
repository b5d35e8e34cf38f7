import Decisions

extension Natural {
    /// With commas between thousands: `1,440,000`.
    package var grouped: String {
        let digits = Array(description)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}

/// Numbers as sentences have them.
enum CountText {
    static func of(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    static func contexts(_ number: Natural) -> String { "\(number.grouped) context\(number == .one ? "" : "s")" }

    /// With one digit after the point: `4.2`.
    static func mean(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
