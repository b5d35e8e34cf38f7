import Content
import Decisions
import YAML

/// Conditions of a branch as people write them: `payer is medicare or self-pay and age >= 65`.
struct ConditionPhrase {
    private let fields: [String: ContextField]

    init(_ fields: [String: ContextField]) {
        self.fields = fields
    }

    /// As files write it.
    func yaml(_ text: Located<String>) throws(OutlineProblem) -> String {
        if text.value.hasPrefix("{") {
            guard let node = try? YAMLParser.parse(Array(text.value.utf8)[...]), node.mapping != nil else {
                throw OutlineProblem(
                    "the condition cannot be read", help: "write it on this line as YAML: '{payer: medicare}'",
                    at: text.range)
            }
            return text.value
        }
        var tests: [(field: String, text: String)] = []
        for part in text.value.replacing(", and ", with: " and ").split(separator: " and ") {
            tests.append(try test(String(part), text))
        }
        let names = Set(tests.map(\.field))
        if names.count == tests.count {
            return "{" + tests.map { "\($0.field): \($0.text)" }.joined(separator: ", ") + "}"
        }
        return "{all: [" + tests.map { "{\($0.field): \($0.text)}" }.joined(separator: ", ") + "]}"
    }

    private func test(_ text: String, _ whole: Located<String>) throws(OutlineProblem) -> (field: String, text: String)
    {
        let words = text.split(separator: " ").map(String.init)
        let relations = ["<", "<=", ">", ">=", "="]
        guard words.count >= 3, words[1] == "is" || relations.contains(words[1]) else {
            throw OutlineProblem(
                "'\(text)' is no condition",
                help:
                    "write 'field is value', 'field is value or value', 'age >= 65', joined by 'and', or a condition of YAML "
                    + "such as {any: [{payer: medicare}, {age: \">= 65\"}]}", at: whole.range)
        }
        guard let field = fields[words[0]] ?? fields[words[0].replacing("-", with: "_")] else {
            throw OutlineProblem(
                "the context has no field '\(words[0])'",
                help: "a condition looks at what is known: \(fields.keys.sorted().prefix(8).joined(separator: ", "))",
                at: whole.range)
        }
        let rest = words[(words[1] == "is" ? 2 : 1)...].joined(separator: " ")
        guard let keys = AnswerReader(field: field).keys(rest) else {
            throw OutlineProblem(
                "'\(rest)' is no value of '\(field.name)'", help: "it can be \(AnswerReader(field: field).examples)",
                at: whole.range)
        }
        let texts = keys.map { key in
            key.contains("<") || key.contains(">") ? FlowYAML.quoted(key) : key
        }
        return (field.name, texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ", ") + "]")
    }
}
