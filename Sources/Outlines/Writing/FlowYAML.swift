import Decisions
import YAML

/// YAML on one line.
enum FlowYAML {
    static func text(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): isPlain(scalar) ? scalar.text : quoted(scalar.text)
        case .sequence(let nodes): "[" + nodes.map { text($0) }.joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\(key($0.key)): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private static func key(_ scalar: Scalar) -> String { isPlain(scalar) ? scalar.text : quoted(scalar.text) }

    /// Whether a scalar may stand without quotes as it did.
    private static func isPlain(_ scalar: Scalar) -> Bool {
        if scalar.style == .plain { return isSafe(scalar.text) || scalar.value == .integer || scalar.value == .number }
        return scalar.value == .text && isSafe(scalar.text) && isWord(scalar.text)
    }

    /// A text as a value, in quotes where it could be read as something else.
    static func scalar(_ text: String) -> String { isWord(text) && isSafe(text) ? text : quoted(text) }

    /// Letters first, and no word that YAML has a meaning for.
    private static func isWord(_ text: String) -> Bool {
        let first = text.unicodeScalars.first
        return first?.properties.isAlphabetic == true && !["true", "false", "null"].contains(text.lowercased())
    }

    /// Holds nothing that has a meaning, within brackets or without.
    private static func isSafe(_ text: String) -> Bool {
        guard let last = text.last, last != " ", last != ":", !text.hasPrefix(" ") else { return false }
        return !text.contains(": ") && !text.contains(" #")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || " .-_;()?!/+:'’%#".unicodeScalars.contains(scalar)
            } && !"-?!:#%'.+/()".contains(text.first!)
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// Conditions as files write them.
struct ConditionYAML {
    private let words: ConditionText
    private let fields: [String: ContextField]

    init(_ fields: [ContextField]) {
        words = ConditionText(fields)
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    func text(_ condition: Condition) -> String {
        switch condition {
        case .test(let field, let test): "{\(field): \(text(test, field))}"
        case .all(let parts): "{all: [" + parts.map { text($0) }.joined(separator: ", ") + "]}"
        case .any(let parts): "{any: [" + parts.map { text($0) }.joined(separator: ", ") + "]}"
        case .not(let part): "{not: \(text(part))}"
        }
    }

    func text(_ test: FieldTest, _ field: String) -> String {
        switch test {
        case .values(let values):
            list(fields[field]?.names(of: values) ?? values.map(\.text))
        case .comparisons(let comparisons):
            "\"" + comparisons.map { words.text($0, of: field) }.joined(separator: ", ") + "\""
        }
    }

    private func list(_ names: [String]) -> String {
        names.count == 1 ? names[0] : "[" + names.joined(separator: ", ") + "]"
    }
}

extension ContextField {
    /// The group that has just these values, or the values.
    func names(of values: [ContextValue]) -> [String] {
        let texts = values.map(\.text)
        let group = groups.keys.sorted().first { groups[$0] == texts }
        return group.map { [$0] } ?? texts
    }
}
