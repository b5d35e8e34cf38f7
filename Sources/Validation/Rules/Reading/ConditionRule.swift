import Content
import Diagnostics

/// KB012
struct ConditionRule: FileRule {
    static let id = RuleID("KB012", "condition")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Conditions test declared fields against values that they can have."
    static let why = """
        A condition with a misspelt field or value never holds, so the callers it was written for silently get another \
        answer. Every test is held against the field's domain in kb.yaml.
        """
    static let examples = RuleExamples(
        valid: [.article("applies: {payer: [medicare], age: '>= 65'}")],
        invalid: [
            .article("applies: {↓payor: medicare}"),
            .article("applies: {payer: ↓medicaid}"),
            .article("applies: {age: ↓'>= 130'}"),
            .article("applies: ↓{any: [{payer: medicare}], age: 3}"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            guard case .condition(let text, let help) = problem.reason else { continue }
            report.add(Message(text, help: help), in: file, at: problem.range)
        }
    }
}
