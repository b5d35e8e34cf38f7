import Content
import Diagnostics
import JSONSchema

/// KB104
struct ValueNotAllowedRule: FileRule {
    static let id = RuleID("KB104", "value-not-allowed")
    static let severity = Severity.error
    static let summary = "A field with a list of values has one of them."
    static let why =
        "Where only certain values have a meaning, any other has none, and the default would be taken in silence."
    static let examples = RuleExamples(valid: [.article("risk: high")], invalid: [.article("risk: ↓hihg")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for violation in file.schemaFindings {
            switch violation.reason {
            case .enumeration(let allowed, let found):
                let suggestion = report.suggestion(for: found, among: allowed)
                let meant = Suggestion.closest(to: found, among: allowed)
                report.add(
                    .notAllowed(found, violation, allowed, suggestion: suggestion), in: file, at: violation.range,
                    fixes: suggestion == nil ? [] : fixes(found, meant, file, violation.range))
            case .constant(let expected, let found):
                report.add(.notAllowed(found, violation, [expected], suggestion: nil), in: file, at: violation.range)
            default: continue
            }
        }
    }

    private func fixes(_ found: String, _ meant: String?, _ file: CheckedFile, _ range: Range<Int>) -> [Fix] {
        guard let meant, file.content.source.text(range) == found else { return [] }
        return [
            Fix(
                "replace '\(found)' with '\(meant)'",
                edits: [TextEdit(Location(path: file.path, range: range), replacement: meant)])
        ]
    }
}

extension Message {
    fileprivate static func notAllowed(
        _ found: String, _ violation: SchemaViolation, _ allowed: [String], suggestion: String?
    ) -> Message {
        let name = violation.instancePath.last { Int($0) == nil } ?? "the file"
        let choice =
            allowed.count == 1 && violation.description == nil && name == "targets"
            ? "it can be all, or {articles: [ID], categories: [ID], workflows: [ID]}"
            : "it can be \(SchemaWording.list(allowed))"
        return Message("'\(name)' cannot be '\(found)'", help: suggestion.map { "\($0) \(choice)" } ?? choice)
    }
}
