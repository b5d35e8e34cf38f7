import Decisions
import Time

/// Numbers and dates as people write them: `under 18`, `18 to 64`, `65 or more`, `before 2026-04-06`.
enum NumberPhrase {
    /// What the phrase says of a number, or of a date where it names dates; nil for any other text.
    static func comparisons(_ text: String, dates: Bool) -> [Comparison]? {
        let text = text.lowercased()
        if let first = text.first, "<>=≤≥".contains(first) { return written(text, dates) }
        var words = text.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
        // "18-64", "18–64", "65+"
        if !dates { words = words.flatMap(separated) }
        let numbers = words.map { number($0, dates) }
        let shape = zip(words, numbers).map { word, number in number == nil ? word : "#" }
        let found = numbers.compactMap(\.self)
        guard let first = found.first else { return nil }
        let (core, unit) = split(shape)
        guard unit.count <= 2, unit.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { return nil }
        switch core {
        case "under #", "below #", "less than #", "fewer than #", "before #", "younger than #", "earlier than #":
            return [.init(.less, first)]
        case "over #", "above #", "more than #", "after #", "older than #", "later than #":
            return [.init(.greater, first)]
        case "at least #", "from #", "since #", "on or after #", "# or more", "# or over", "# and over", "# or older",
            "# and older", "# and more", "# and above", "# or above", "# or later", "# +", "# or higher":
            return [.init(.atLeast, first)]
        case "at most #", "up to #", "no more than #", "on or before #", "# or less", "# or under", "# and under",
            "# or fewer", "# or younger", "# or below", "# or earlier", "# or lower":
            return [.init(.atMost, first)]
        case "#", "exactly #", "on #": return [.init(.equal, first)]
        case "# to #", "# - #", "between # and #", "from # to #", "# until #":
            return found[0] <= found[1] ? [.init(.atLeast, found[0]), .init(.atMost, found[1])] : nil
        default: return nil
        }
    }

    /// The phrase without the unit that may stand behind its first number or at its end.
    private static func split(_ shape: [String]) -> (String, [String]) {
        let keywords: Set<String> = [
            "#", "or", "and", "more", "over", "older", "above", "later", "less", "under", "fewer", "younger", "below",
            "earlier", "to", "-", "+", "until", "higher", "lower", "between", "at", "least", "most", "up", "no", "than",
            "from", "since", "on", "after", "before", "exactly",
        ]
        guard let place = shape.firstIndex(of: "#") else { return ("", shape) }
        var core = Array(shape[...place])
        var unit: [String] = []
        for word in shape[(place + 1)...] {
            if keywords.contains(word) { core.append(word) } else { unit.append(word) }
        }
        return (core.joined(separator: " "), unit)
    }

    /// Comparisons as files write them, joined by commas.
    private static func written(_ text: String, _ dates: Bool) -> [Comparison]? {
        var found: [Comparison] = []
        for part in text.replacing("≤", with: "<=").replacing("≥", with: ">=").split(separator: ",") {
            let part = part.drop { $0 == " " }
            guard let relation = Comparison.Relation.allCases.first(where: { part.hasPrefix($0.rawValue) }),
                let number = number(part.dropFirst(relation.rawValue.count).drop { $0 == " " }, dates)
            else { return nil }
            found.append(Comparison(relation, number))
        }
        return found.isEmpty ? nil : found
    }

    private static func number(_ text: some StringProtocol, _ dates: Bool) -> Int? {
        let text = String(text).filter { $0 != " " }
        if dates { return CivilDate(text)?.dayNumber }
        let digits = text.filter { $0 != "," }
        guard digits.first.map({ $0.isNumber || $0 == "-" }) ?? false else { return nil }
        return Int(digits)
    }

    private static func separated(_ word: String) -> [String] {
        if word.hasSuffix("+"), word.count > 1 { return [String(word.dropLast()), "+"] }
        if word == "–" { return ["-"] }
        for dash in ["–", "-"] {
            let parts = word.split(separator: dash)
            if parts.count == 2, parts.allSatisfy({ Int($0) != nil }), !word.hasPrefix(dash) {
                return [String(parts[0]), "-", String(parts[1])]
            }
        }
        return [word]
    }

    /// The phrase for comparisons; nil where there is none that reads back as the same.
    static func text(_ comparisons: [Comparison]) -> String? {
        guard comparisons.count == 1 else { return nil }
        switch comparisons[0].relation {
        case .less: return "under \(comparisons[0].bound)"
        case .atLeast: return "\(comparisons[0].bound) or more"
        case .greater: return "over \(comparisons[0].bound)"
        case .atMost: return "up to \(comparisons[0].bound)"
        case .equal: return nil
        }
    }
}
