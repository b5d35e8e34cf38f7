import SeededRandom

/// Social security and taxpayer numbers as the Social Security Administration and the IRS give them out, and Medicare
/// numbers as CMS describes them.
enum GovernmentNumbers {
    private static let labelledForms = [
        "SSN: ¤", "The social security number on file is ¤.", "ssn: \"¤\"", "Her social is ¤, call back after five.",
        "**SSN** ¤", "| SSN | ¤ |", "Verify the SSN (¤) against the card.", "SS# ¤", "Social Security No. ¤",
        "SSN=¤;", "Número de seguro social: ¤", "Example: SSN ¤, plan HMO.",
        "Caller's SSN ends the form: ¤", "Spouse SSN ¤, dependents none", "<ssn>¤</ssn>", "SSN/ITIN ¤",
        "I typed ¤ where the SSN goes", "{\"ssn\":\"¤\",\"plan\":\"PPO\"}", "Her ss number, ¤, is on the old card",
    ]
    private static let bareForms = [
        "The caller gave ¤ as the number.", "| Maria Lopez | ¤ | verified |", "He read ¤ twice.", "- ¤, spouse ¤",
        "Say: \"I have ¤ here, is that right?\"", "Account holder `¤`.", "(¤)", "No match for ¤?",
    ]

    static func sentence(_ label: Label, _ random: inout SeededGenerator) -> Planted {
        if label == .medicareNumber { return medicare(&random) }
        let separator = random.pick(["-", "-", "-", "-", "-", "-", " ", " ", "", "", "–", "."])
        // Nine digits alone are nobody's number: people say what it is.
        let form =
            separator.isEmpty || random.happens(percent: 60) ? random.pick(labelledForms) : random.pick(bareForms)
        // Some say it after the number, some spell it, and some break the line within it.
        if label == .socialSecurityNumber, random.happens(percent: 3) {
            return Planted(label, "¤ is the SSN that the caller gave.") { socialSecurity("", &random) }
        }
        if label == .socialSecurityNumber, random.happens(percent: 2) {
            return Planted(label, "Her social security number is ¤.") { "two one nine, oh nine, four four one two" }
        }
        if random.happens(percent: 2) { return Planted(label, form) { number(label, "-\n", &random) } }
        return Planted(label, form) { number(label, separator, &random) }
    }

    private static func number(_ label: Label, _ separator: String, _ random: inout SeededGenerator) -> String {
        label == .taxpayerNumber ? taxpayer(separator, &random) : socialSecurity(separator, &random)
    }

    static func socialSecurity(_ separator: String, _ random: inout SeededGenerator) -> String {
        var area = random.number(1...899)
        if area == 666 { area = 667 }
        return [padded(area, 3), padded(random.number(1...99), 2), padded(random.number(1...9999), 4)]
            .joined(separator: separator)
    }

    private static func taxpayer(_ separator: String, _ random: inout SeededGenerator) -> String {
        let group = random.pick(Array(50...65) + Array(70...88) + [90, 91, 92] + Array(94...99))
        return [padded(random.number(900...999), 3), padded(group, 2), padded(random.number(1...9999), 4)]
            .joined(separator: separator)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: width - text.count) + text
    }

    private static func medicare(_ random: inout SeededGenerator) -> Planted {
        let letters = "ACDEFGHJKMNPQRTUVWXY"
        let form = random.pick([
            "MBI: ¤", "The Medicare number is ¤.", "| Medicare | ¤ | Part A |", "Eligibility for ¤ came back active.",
            "medicare_id: \"¤\"", "New card ¤ replaces the old one.", "Read ¤ from the red, white and blue card.",
        ])
        // Cards print hyphens, systems leave them out, and few people put spaces or write small.
        let style = random.number(0...19)
        return Planted(.medicareNumber, form) {
            let first =
                random.text(1, of: "123456789") + random.text(1, of: letters)
                + random.text(1, of: letters + "0123456789") + random.digits(1)
            let second = random.text(1, of: letters) + random.text(1, of: letters + "0123456789") + random.digits(1)
            let third = random.text(2, of: letters) + random.digits(2)
            return switch style {
            case 0: "\(first) \(second) \(third)"
            case 1: (first + second + third).lowercased()
            case 2...10: first + second + third
            default: "\(first)-\(second)-\(third)"
            }
        }
    }
}
