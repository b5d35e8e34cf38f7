import SeededRandom

/// What stands around a value.
enum Prose {
    static let sentences = [
        "Ask the caller to hold while you look.", "Do not read the number back.", "Transfer warm to the billing desk.",
        "The clinic opens at 8:00 and closes at 17:30.", "Call (555) 010-0142 when the portal is down.",
        "See the policy on identity before you change anything.", "Note the time of the call in the chart.",
        "Two identifiers are enough: full name and date of birth.", "The fax number is 555-010-0177.",
        "Never ask for a password or a card number by telephone.", "A supervisor can approve it the same day.",
        "Write to records@riverside.example with the form attached.", "The copay is $35.00 and is due at check-in.",
        "Der Anrufer wartet.", "El paciente puede llamar al 555-010-0199.", "Reset links expire after 24 hours.",
    ]

    static let firstNames = [
        "Jane", "Maria", "John", "Ahmed", "Linh", "Robert", "Aisha", "Carlos", "Emily", "Wei", "Olga", "Samuel",
        "Grace", "Fatima", "José", "Zoë", "Mary Ann", "Tyrone", "Priya", "Declan",
    ]
    static let lastNames = [
        "Doe", "Lopez", "Smith", "O'Brien", "Nguyen", "García", "Patel", "Johnson", "Müller", "Smith-Jones", "Kowalski",
        "Haddad", "Li", "Okafor", "MacDonald", "de la Cruz", "van Dyke", "Whitefeather", "Reyes", "Brown",
    ]

    static func name(_ random: inout SeededGenerator) -> String {
        let first = random.pick(firstNames)
        let last = random.pick(lastNames)
        return switch random.number(0...9) {
        case 0: "\(last), \(first)"
        case 1: "\(first) \(random.text(1, of: "ABCDEFGHJKLMPRSTW")). \(last)"
        case 2: "\(first.uppercased()) \(last.uppercased())"
        default: "\(first) \(last)"
        }
    }
}
