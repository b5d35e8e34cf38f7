import Decisions
import Time

/// Finds out from the answers to a question what kind of field it asks for.
enum FieldInference {
    /// - Parameter answers: Of all questions that ask for it, without `otherwise`.
    static func field(_ name: String, _ answers: [String]) -> ContextField {
        let allowsUnknown = answers.contains(where: OutlinePhrases.isUnknown)
        var told: Set<String> = []
        let known = answers.flatMap(parts).filter {
            !OutlinePhrases.isUnknown($0) && told.insert($0.lowercased()).inserted
        }
        // Where "don't know" is all that is answered, yes and no go without saying.
        if known.allSatisfy({ OutlinePhrases.truth($0) != nil }) {
            return ContextField(name: name, domain: .boolean, allowsUnknown: allowsUnknown || hasUnknown(answers))
        }
        for dates in [false, true] {
            let numbers = known.flatMap { self.numbers($0, dates: dates) }
            guard !numbers.isEmpty, numbers.allSatisfy({ $0 != nil }) else { continue }
            let bounds = numbers.flatMap { $0!.map(\.bound) }
            let domain: ContextField.Domain = dates ? .date(days(bounds)) : .integer(range(bounds))
            return ContextField(name: name, domain: domain, allowsUnknown: allowsUnknown || hasUnknown(answers))
        }
        var values: [String] = []
        var labels: [String: String] = [:]
        var seen: Set<String> = []
        var taken = TakenNames(["unknown"])
        for answer in answers where !OutlinePhrases.isUnknown(answer) && seen.insert(answer.lowercased()).inserted {
            let value = taken.take(StepName.slug(answer, words: 6) ?? "value")
            values.append(value)
            if value != answer { labels[value] = answer }
        }
        return ContextField(name: name, domain: .choice(values), allowsUnknown: allowsUnknown, labels: labels)
    }

    /// Of "5 or 7" both; of what is no number, nil.
    private static func numbers(_ answer: String, dates: Bool) -> [[Comparison]?] {
        if let whole = NumberPhrase.comparisons(answer, dates: dates) { return [whole] }
        return answer.split(separator: " or ").map { NumberPhrase.comparisons(String($0), dates: dates) }
    }

    /// "no or don't know" is two answers where one of them is yes, no, or not knowing.
    private static func parts(_ answer: String) -> [String] {
        let parts = answer.split(separator: " or ").map(String.init)
        let isSplit =
            parts.count > 1 && parts.allSatisfy { OutlinePhrases.truth($0) != nil || OutlinePhrases.isUnknown($0) }
        return isSplit ? parts : [answer]
    }

    private static func hasUnknown(_ answers: [String]) -> Bool {
        answers.flatMap(parts).contains(where: OutlinePhrases.isUnknown)
    }

    /// Wide enough for every bound to have numbers on both sides.
    private static func range(_ bounds: [Int]) -> ClosedRange<Int> {
        let least = bounds.min()!
        let most = bounds.max()!
        var upper = 120
        while upper <= most, upper < Int.max / 10 { upper = upper == 120 ? 1_000 : upper * 10 }
        return (least >= 0 ? 0 : least < -1_000_000 ? Int.min / 2 : least * 10 - 10)...max(upper, most)
    }

    private static func days(_ bounds: [Int]) -> ClosedRange<Int> {
        bounds.min()! - 3653...bounds.max()! + 3653
    }
}
