import Content
import Diagnostics
import JSONSchema

/// KB105
struct MalformedValueRule: FileRule {
    static let id = RuleID("KB105", "malformed-value")
    static let severity = Severity.error
    static let summary = "Ids, dates, periods, addresses and times are written as such."
    static let why = """
        A date in another order or an id with a capital is read by people in one way and by programs in another, or not at all.
        """
    static let examples = RuleExamples(
        valid: [.article("topics: [mri]")],
        invalid: [
            .article("id: ↓Parking Garage"), .article("review: {last: ↓06/01/2026}"),
            .article("review: {last: 2026-06-01, every: ↓3 months}"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        let findings = file.schemaFindings
        for violation in findings {
            switch violation.reason {
            // A value may break a pattern and a format at once: the format says more.
            case .pattern where findings.contains { $0.isFormat && $0.range == violation.range }: continue
            case .pattern(_, let found), .format(_, let found):
                report.add(.malformed(found, violation, file.kind), in: file, at: violation.range)
            default: continue
            }
        }
    }
}

extension SchemaViolation {
    fileprivate var isFormat: Bool { if case .format = reason { true } else { false } }
}

extension Message {
    fileprivate static func malformed(_ found: String, _ violation: SchemaViolation, _ kind: FileKind) -> Message {
        let name = violation.instancePath.last { Int($0) == nil } ?? "the file"
        if found.allSatisfy(\.isWhitespace) {
            return Message("'\(name)' is empty", help: "write it, or remove the field")
        }
        var help =
            violation.description.map(SchemaWording.expected) ?? "'kb schema \(kind.rawValue)' says what form it has"
        if violation.title == "moment" {
            help = "write YYYY-MM-DD, YYYY-MM-DDTHH:MM, or a time with its offset such as +02:00"
        }
        if case .format(let format, _) = violation.reason {
            switch format {
            case "date": help = "write a day of the calendar as YYYY-MM-DD"
            case "email": help = "write an address such as name@example.org"
            default: break
            }
        }
        let shown = found.count > 40 ? found.prefix(40) + "…" : found[...]
        return Message("'\(shown)' is not a valid '\(name)'", help: help)
    }
}
