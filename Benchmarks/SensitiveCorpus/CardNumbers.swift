import SeededRandom

/// Payment cards with their issuers' numbers, as they are read out, typed and copied.
enum CardNumbers {
    private static let forms = [
        "Card on file ¤, exp 09/28.", "card: ¤", "The caller read ¤ to the recorder.", "| Visa | ¤ | 04/27 |",
        "Charge ¤ for the copay.", "pan=\"¤\"", "Use ¤ in training.", "Amex/Visa/MC: ¤", "¤ was declined twice.",
        "Refund to card number ¤.", "Example payment: ¤ cvv 123",
    ]

    static func sentence(_ random: inout SeededGenerator) -> Planted {
        Planted(.paymentCard, random.pick(forms)) {
            let groups: [Int]
            let prefix: String
            switch random.number(0...9) {
            case 0...4: (prefix, groups) = ("4", [4, 4, 4, 4])
            case 5, 6:
                (prefix, groups) = (random.pick(["51", "52", "53", "54", "55", "2221", "2505", "2720"]), [4, 4, 4, 4])
            case 7: (prefix, groups) = (random.pick(["34", "37"]), [4, 6, 5])
            case 8: (prefix, groups) = (random.pick(["6011", "644", "65"]), [4, 4, 4, 4])
            default: (prefix, groups) = (random.pick(["36", "38", "305"]), [4, 6, 4])
            }
            let length = groups.reduce(0, +)
            let body = prefix + random.digits(length - 1 - prefix.count)
            let digits = Array(body + String(checkDigit(of: body)))
            // Some wrap at a group or put stops.
            let separator = random.pick(["", "", "", "", " ", " ", " ", " ", "-", "-", "-", "-", " ", " ", " \n", "."])
            var start = 0
            return groups.map { size in
                defer { start += size }
                return String(digits[start..<start + size])
            }.joined(separator: separator)
        }
    }

    /// The digit that makes the weighted sum of all a multiple of ten, from a table of doubled digits.
    static func checkDigit(of body: String) -> Int {
        let doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
        var isDoubled = true
        var sum = 0
        for character in body.reversed() {
            let digit = character.wholeNumberValue!
            sum += isDoubled ? doubled[digit] : digit
            isDoubled.toggle()
        }
        return (10 - sum % 10) % 10
    }
}
