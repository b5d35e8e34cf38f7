import Content
import Diagnostics
import JSONSchema
import YAML

/// Says for people what a schema found: what stands there, what may stand there, and the way from one to the other.
enum SchemaWording {
    /// The place of a violation: `review.every`, or nil at the top of the file.
    static func place(_ violation: SchemaViolation) -> String? {
        let names = violation.instancePath.filter { Int($0) == nil }
        return names.isEmpty ? nil : names.joined(separator: ".")
    }

    /// - Parameter text: The value's source text, where it can be shown.
    static func typeMessage(
        _ expected: [InstanceType], _ found: InstanceType, _ violation: SchemaViolation, text: String?
    ) -> Message {
        let name = violation.instancePath.last { Int($0) == nil } ?? "the file"
        let isEntry = violation.instancePath.last.map { Int($0) != nil } ?? false
        let subject = isEntry ? "an entry of '\(name)'" : "'\(name)'"
        let wanted = expected.map(\.withArticle).joined(separator: " or ")
        let help =
            switch (found, expected.contains(.array), expected.contains(.object)) {
            case (.null, _, _): "write \(wanted), or remove the field"
            case (.string, true, _) where text?.hasPrefix("-") ?? false: "write a space after the '-' of each entry"
            case (.object, _, _) where isEntry && expected == [.string]:
                "put the text in quotes, because of the ': ' in it"
            case (.string, true, _): "write it as a list: [\(name == "the file" ? "a, b" : text ?? "…")]"
            case (_, _, true): violation.description.map(SchemaWording.expected) ?? "write it as a map: {field: value}"
            default: "write \(wanted)"
            }
        return Message(
            found == .null ? "\(subject) has no value" : "\(subject) is \(found.withArticle), not \(wanted)", help: help
        )
    }

    /// "expected: a calendar date, year first", by the description in a schema.
    static func expected(_ description: String) -> String {
        let sentence = firstSentence(description)
        guard let first = sentence.first, sentence.dropFirst().first.map({ !$0.isUppercase }) ?? true else {
            return "expected: " + sentence
        }
        return "expected: " + first.lowercased() + sentence.dropFirst()
    }

    /// The first sentence, without its full stop.
    static func firstSentence(_ text: String) -> String {
        let sentence = text.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? text
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// "`a`, `b` or `c`", shortened where it is long.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(8)
        guard names.count == shown.count, let last = shown.last, names.count > 1 else {
            return shown.joined(separator: ", ") + (names.count > shown.count ? ", …" : "")
        }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension InstanceType {
    /// "a list", "a map": as people call it.
    var withArticle: String {
        switch self {
        case .null: "nothing"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "a map"
        }
    }
}

extension CheckedFile {
    /// What the schema found, unless the file holds something else altogether.
    var schemaFindings: [SchemaViolation] {
        violations.isEmpty || WrongPlaceRule.misplaced(content) != nil ? [] : violations.flatMap(\.mostSpecific)
    }

    /// A place to point at when a whole map is meant: the key it stands under, else its first byte.
    func caret(_ violation: SchemaViolation) -> Range<Int> {
        violation.keyRange ?? (violation.instancePath.isEmpty ? violation.range.prefixOfOne : violation.range)
    }
}
