import Content
import Diagnostics
import JSONSchema

/// KB103
struct WrongTypeRule: FileRule {
    static let id = RuleID("KB103", "wrong-type")
    static let severity = Severity.error
    static let summary = "A field holds the kind of value it is for: text, a number, a list or a map."
    static let why = """
        Each field has one form, so that every reader and every program understands it alike. Where text is asked for, \
        `012` and `true` are text; where a list is asked for, a single value is not one.
        """
    static let examples = RuleExamples(
        valid: [.article("keywords: [012, true]")],
        invalid: [.article("keywords: ↓garage"), .article("title: ↓[Parking]"), .article("risk:↓")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for violation in file.schemaFindings {
            switch violation.reason {
            case .type(let expected, let found):
                let text = file.content.source.text(violation.range)
                let isShort = text.utf8.count <= 40 && !text.contains { $0.isNewline || "[]{},:#\"'&*".contains($0) }
                report.add(
                    SchemaWording.typeMessage(expected, found, violation, text: isShort ? text : nil), in: file,
                    at: violation.range)
            case .not, .forbidden: report.add(.misplaced(violation), in: file, at: file.caret(violation))
            case .anyOf, .oneOf, .contains, .recursion, .limit:
                report.add(.form(violation), in: file, at: file.caret(violation))
            default: continue
            }
        }
    }
}

extension Message {
    fileprivate static func misplaced(_ violation: SchemaViolation) -> Message {
        let name = violation.instancePath.last { Int($0) == nil }
        return Message(
            name.map { "'\($0)' does not belong here" } ?? "these fields do not go together",
            help: violation.description.map(SchemaWording.expected) ?? "remove it")
    }

    fileprivate static func form(_ violation: SchemaViolation) -> Message {
        let name = violation.instancePath.last { Int($0) == nil }
        return Message(
            name.map { "'\($0)' does not have a form that is allowed here" } ?? "these fields do not go together",
            help: violation.description.map(SchemaWording.expected) ?? "'kb schema' prints what it may hold")
    }
}
