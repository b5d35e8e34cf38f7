import Decisions
import Presentation
import SearchIndex
import Time

/// Writes items as the JSON contracts of `schemas/output/` have them.
struct ItemJSON {
    let reader: Reader

    /// `id`, `kind`, `title`, `path` and `line`, which every member that speaks of content has.
    func place(_ document: IndexDocument) -> [JSONValue.Member] {
        members([
            ("id", .string(document.id)), ("kind", .string(document.kind)),
            ("title", .string(reader.filled(document.title))), ("path", .string(document.path)),
            ("line", .integer(document.line)),
        ])
    }

    func members(_ pairs: [(String, JSONValue?)]) -> [JSONValue.Member] {
        pairs.compactMap { name, value in value.map { JSONValue.Member(name, $0) } }
    }

    func alert(_ document: IndexDocument) -> JSONValue {
        [
            "id": .string(document.id), "title": .string(reader.filled(document.title)),
            "severity": .string(document.alert?.severity ?? "info"),
            "message": .string(reader.filled(document.alert?.message ?? "")),
            "say": document.say.map { .string(reader.filled($0)) },
            "until": (document.alert?.until).map { .string(moment($0)) },
            "applies": document.applies.map(applies),
        ]
    }

    /// Whether a condition holds for the caller, and which it is.
    func applies(_ condition: Condition) -> JSONValue {
        [
            "verdict": .string(reader.verdict(condition) == .mayHold ? "unknown" : "yes"),
            "condition": self.condition(condition),
        ]
    }

    func texts(_ texts: [String]) -> JSONValue? { .list(texts.map { .string($0) }) }

    func filled(_ text: String?) -> JSONValue? { text.map { .string(reader.filled($0)) } }

    func moment(_ instant: Instant) -> String { reader.index.zone.offsetText(instant) }

    /// As content writes it.
    func condition(_ condition: Condition) -> JSONValue {
        switch condition {
        case .test(let field, .values(let values)):
            let texts = values.map(value)
            return .object([.init(field, texts.count == 1 ? texts[0] : .array(texts))])
        case .test(let field, .comparisons(let comparisons)):
            let text = ConditionText(reader.index.context)
            return .object([.init(field, .string(comparisons.map { text.text($0, of: field) }.joined(separator: ", ")))]
            )
        case .all(let parts): return ["all": .array(parts.map { self.condition($0) })]
        case .any(let parts): return ["any": .array(parts.map { self.condition($0) })]
        case .not(let part): return ["not": self.condition(part)]
        }
    }

    func value(_ value: ContextValue) -> JSONValue {
        switch value {
        case .boolean(let truth): .bool(truth)
        case .integer(let number): .integer(number)
        case .choice, .date, .unknown: .string(value.text)
        }
    }
}

extension JSONValue {
    init(_ value: IndexValue, _ reader: Reader) {
        switch value {
        case .null: self = .null
        case .boolean(let truth): self = .bool(truth)
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .string(reader.filled(text))
        case .list(let values): self = .array(values.map { JSONValue($0, reader) })
        case .object(let members): self = .object(members.map { .init($0.name, JSONValue($0.value, reader)) })
        }
    }
}
