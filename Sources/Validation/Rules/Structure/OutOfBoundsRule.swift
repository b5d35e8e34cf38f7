import Content
import Diagnostics
import JSONSchema

/// KB106
struct OutOfBoundsRule: FileRule {
    static let id = RuleID("KB106", "out-of-bounds")
    static let severity = Severity.error
    static let summary = "Numbers, lengths and counts stay within their bounds, and lists repeat nothing."
    static let why =
        "An empty title, a negative budget or a topic listed twice is a slip that would otherwise be published as it is."
    static let examples = RuleExamples(
        valid: [.article("topics: [mri, ct]")],
        invalid: [.article("topics: [mri, ↓mri]"), .article("audience: ↓[]")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for violation in file.schemaFindings {
            guard let message = message(violation) else { continue }
            report.add(message, in: file, at: violation.range)
        }
    }

    private func message(_ violation: SchemaViolation) -> Message? {
        let name = violation.instancePath.last { Int($0) == nil } ?? "the file"
        switch violation.reason {
        case .minimum(let limit, let isExclusive, let found):
            return Message(
                "'\(name)' is \(found)", help: "it must be \(isExclusive ? "more than" : "at least") \(limit)")
        case .maximum(let limit, let isExclusive, let found):
            return Message(
                "'\(name)' is \(found)", help: "it must be \(isExclusive ? "less than" : "at most") \(limit)")
        case .multipleOf(let divisor, let found):
            return Message("'\(name)' is \(found)", help: "it must be a multiple of \(divisor)")
        case .length(let least, let most, let found):
            return Message(
                found == 0 ? "'\(name)' is empty" : "'\(name)' is \(found) characters long",
                help: found == 0 ? "write it, or remove the field" : bounds(least, most, "characters"))
        case .itemCount(let least, let most, let found):
            return Message(
                found == 0
                    ? "the list '\(name)' is empty" : "'\(name)' has \(found) \(found == 1 ? "entry" : "entries")",
                help: bounds(least, most, "entries"))
        case .propertyCount(let least, let most, let found):
            return Message(
                found == 0 ? "the map '\(name)' is empty" : "'\(name)' has \(found) fields",
                help: bounds(least, most, "fields"))
        case .unexpectedItem(let index):
            return Message("'\(name)' has an entry too many", help: "remove the entry number \(index + 1)")
        case .duplicateItem(let first, let second):
            return Message(
                "'\(name)' lists the same twice, as entries \(first + 1) and \(second + 1)",
                help: "remove one of the two")
        default: return nil
        }
    }

    private func bounds(_ least: Int?, _ most: Int?, _ unit: String) -> String {
        switch (least, most) {
        case (let least?, let most?): "it has from \(least) to \(most) \(unit)"
        case (let least?, nil): "it has at least \(least) \(least == 1 ? singular(unit) : unit)"
        case (nil, let most?): "it has at most \(most) \(unit)"
        case (nil, nil): "see 'kb schema' for its bounds"
        }
    }

    private func singular(_ unit: String) -> String { unit == "entries" ? "entry" : String(unit.dropLast()) }
}
