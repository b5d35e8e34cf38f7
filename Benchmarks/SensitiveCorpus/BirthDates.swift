import SeededRandom

/// A patient's name with the day of birth, as notes and copied calls have it.
enum BirthDates {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func sentence(_ random: inout SeededGenerator) -> Planted {
        let name = Prose.name(&random)
        let date = date(&random)
        let value = random.pick([
            "\(name), DOB \(date)", "\(name) (DOB: \(date))", "DOB: \(date) \(name)", "\(name), born on \(date)",
            "\(name) was born on \(date)", "Name: \(name)\nDOB: \(date)", "\(name), date of birth \(date)",
            "\(name) \(date) (DOB)", "Patient \(name), D.O.B. \(date)", "\(name) | DOB | \(date)",
            "**\(name)** — date of birth: \(date)", "birthdate: \(date), name: \(name)", "\(name), born \(date)",
            "DOB is \(date) and the name is \(name)", "\(name), fecha de nacimiento: \(date)",
            "\(name), whose mother called this morning, DOB \(date)",
            "\(name) dob \(date)", "\(name) / DOB \(date)", "\(name), 45 F, DOB \(date)", "\(name)'s DOB is \(date)",
            "patient: \(name) birth date: \(date)", "\(name) [\(date)]", "\(date) is the date of birth of \(name)",
            // Nothing says that it is a birth, or the name is not written as one or stands far away.
            "| \(name) | \(date) |", "\(name.lowercased()), dob \(date)",
            "\(name) called about a bill that has been sent twice to an address in the old system. DOB \(date)",
        ])
        let form = random.pick([
            "¤", "The caller is ¤.", "(¤)", "Script: \"Thank you, ¤.\"", "case 7: ¤; referred", "pt ¤ here for MRI",
            "Example: ¤, MRI of the knee.", "- ¤", "Today ¤ asked for a refill.",
            "Find ¤ in the queue.", "> Agent: I see ¤. Is that you?",
        ])
        return Planted(.nameWithBirthDate, form) { value }
    }

    static func date(_ random: inout SeededGenerator) -> String {
        let (year, month, day) = (random.number(1925...2024), random.number(1...12), random.number(1...28))
        let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return switch random.number(0...7) {
        case 0: "\(year)-\(padded(month))-\(padded(day))"
        case 1: "\(months[month - 1]) \(day), \(year)"
        case 2: "\(day) \(months[month - 1]) \(year)"
        case 3: "\(month)/\(day)/\(padded(year % 100))"
        case 4: "\(months[month - 1].prefix(3)) \(day) \(year)"
        case 5: "\(padded(month))-\(padded(day))-\(year)"
        default: "\(padded(month))/\(padded(day))/\(year)"
        }
    }
}
