import Content
import Decisions
import Time

/// Reads answers to a question whose field is known, as keys of `next`.
struct AnswerReader {
    let field: ContextField
    /// The values of a choice by their names, labels and groups in lower case.
    private let choices: [String: String]

    init(field: ContextField) {
        self.field = field
        guard case .choice(let values) = field.domain else {
            choices = [:]
            return
        }
        let names = values.map { ($0.lowercased(), $0) } + values.map { (field.label($0).lowercased(), $0) }
        choices = Dictionary(names + field.groups.keys.sorted().map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// - Returns: Nil where the answer is none of the field's.
    func keys(_ answer: String) -> [String]? {
        if let key = key(answer) { return [key] }
        for separator in [" or ", ", ", " / ", "/"] {
            let parts = answer.split(separator: separator).map { String($0) }
            guard parts.count > 1 else { continue }
            let keys = parts.map { self.keys(String($0)) }
            if keys.allSatisfy({ $0 != nil }) { return keys.flatMap { $0! } }
        }
        return nil
    }

    private func key(_ answer: String) -> String? {
        let answer = answer.hasSuffix(".") ? String(answer.dropLast()) : answer
        if field.allowsUnknown, OutlinePhrases.isUnknown(answer) { return "unknown" }
        switch field.domain {
        case .boolean: return OutlinePhrases.truth(answer).map { $0 ? "true" : "false" }
        case .choice: return field.words[answer] != nil ? answer : choices[answer.lowercased()]
        case .integer(let bounds): return key(NumberPhrase.comparisons(answer, dates: false), bounds) { "\($0)" }
        case .date(let bounds):
            return key(NumberPhrase.comparisons(answer, dates: true), bounds) { CivilDate(dayNumber: $0).description }
        }
    }

    private func key(
        _ comparisons: [Comparison]?, _ bounds: ClosedRange<Int>, _ text: (Int) -> String
    ) -> String? {
        guard let comparisons, comparisons.allSatisfy({ bounds.contains($0.bound) }) else { return nil }
        if comparisons.count == 1, comparisons[0].relation == .equal { return text(comparisons[0].bound) }
        return comparisons.map { "\($0.relation.rawValue) \(text($0.bound))" }.joined(separator: ", ")
    }

    /// All values that no other answer names, for `otherwise`.
    func rest(besides keys: [String]) -> [String]? {
        if field.isListed == false { return intervals(besides: keys) }
        let named = Set(keys.flatMap { field.words[$0] ?? [] })
        let values: [ContextValue] =
            switch field.domain {
            case .choice(let names): names.map { .choice($0) }
            case .boolean: [.boolean(true), .boolean(false)]
            case .integer, .date: []
            }
        let rest = (values + (field.allowsUnknown ? [.unknown] : [])).filter { !named.contains($0) }
        return values.isEmpty || rest.isEmpty ? nil : rest.map(\.text)
    }

    /// The comparisons that accept what no other answer does.
    private func intervals(besides keys: [String]) -> [String]? {
        let reader = ConditionReader([field])
        let tests = keys.compactMap { try? reader.test($0, of: field, range: 0..<0) }
        // Between two neighbours of these, no test draws a bound.
        let values = field.representatives(for: tests)
        var rest: [String] = []
        var run: [ContextValue] = []
        func close() {
            if let first = run.first, let last = run.last {
                rest.append(first == last ? first.text : ">= \(first.text), <= \(last.text)")
            }
            run = []
        }
        for value in values where value != .unknown {
            if tests.contains(where: { $0.accepts(value) }) { close() } else { run.append(value) }
        }
        close()
        if values.contains(.unknown), !tests.contains(where: { $0.accepts(.unknown) }) { rest.append("unknown") }
        return rest.isEmpty ? nil : rest
    }

    /// What can be answered, for messages.
    var examples: String {
        switch field.domain {
        case .choice(let values): values.prefix(8).map { field.label($0) }.joined(separator: ", ")
        case .boolean: field.allowsUnknown ? "yes, no, don't know" : "yes, no"
        case .integer(let bounds):
            "numbers from \(bounds.lowerBound) to \(bounds.upperBound), such as 'under 18' or '18 or more'"
        case .date(let bounds):
            "days from \(CivilDate(dayNumber: bounds.lowerBound)) to \(CivilDate(dayNumber: bounds.upperBound)), such as "
                + "'before \(CivilDate(dayNumber: bounds.upperBound))'"
        }
    }
}
