import Content
import Decisions

/// Writes answers so that they read back as the same keys.
struct AnswerText {
    let field: ContextField?

    func text(_ answer: Workflow.Answer) -> String {
        let key = answer.key.value
        guard let field, let test = answer.test else { return key }
        let words: String? =
            switch test {
            case .values(let values): values.count == 1 ? word(values[0], field) : nil
            case .comparisons(let comparisons): NumberPhrase.text(comparisons)
            }
        let isNumeric = !field.isListed
        guard let words, AnswerReader(field: field).keys(words) == [key], isNumeric || isPlain(words) else {
            return key
        }
        return words
    }

    private func word(_ value: ContextValue, _ field: ContextField) -> String {
        switch value {
        case .boolean(let truth): truth ? "yes" : "no"
        case .unknown: "don't know"
        case .choice(let name): field.label(name)
        case .integer, .date: value.text
        }
    }

    /// Nothing in it ends an answer, begins something else, or joins two of them.
    private func isPlain(_ text: String) -> Bool {
        !text.contains(":") && !text.contains(" or ") && !text.contains(", ") && !text.contains("/")
            && !text.contains("->")
            && !text.contains { "\"“{[()]}".contains($0) } && !text.lowercased().hasPrefix("if ")
            && !OutlinePhrases.isElse(text)
    }
}

/// Writes the conditions of a branch so that they read back as the same.
struct ConditionPhraseText {
    private let fields: [String: ContextField]
    private let words: ConditionText
    private let yaml: ConditionYAML

    init(_ fields: [ContextField]) {
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        words = ConditionText(fields)
        yaml = ConditionYAML(fields)
    }

    func text(_ condition: Condition) -> String {
        switch condition {
        case .test(let field, let test): phrase(field, test) ?? yaml.text(condition)
        case .all(let parts):
            phrase(parts) ?? yaml.text(condition)
        case .any, .not: yaml.text(condition)
        }
    }

    private func phrase(_ parts: [Condition]) -> String? {
        var names: Set<String> = []
        var phrases: [String] = []
        for part in parts {
            guard case .test(let field, let test) = part, names.insert(field).inserted, let phrase = phrase(field, test)
            else { return nil }
            phrases.append(phrase)
        }
        return phrases.count > 1 ? phrases.joined(separator: " and ") : nil
    }

    private func phrase(_ field: String, _ test: FieldTest) -> String? {
        switch test {
        case .values(let values):
            "\(field) is " + (fields[field]?.names(of: values) ?? values.map(\.text)).joined(separator: " or ")
        case .comparisons(let comparisons):
            comparisons.count == 1 ? "\(field) \(words.text(comparisons[0], of: field))" : nil
        }
    }
}
