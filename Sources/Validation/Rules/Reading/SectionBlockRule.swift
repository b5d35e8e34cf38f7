import Content
import Diagnostics

/// KB011
struct SectionBlockRule: FileRule {
    static let id = RuleID("KB011", "section-block")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Section blocks are opened with their options and closed."
    static let why = """
        A section block limits text to some callers or some readers. One that is not closed, or whose options cannot be \
        read, would hide the rest of the article, or show to everyone what was meant for few.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "::: {applies: {payer: medicare}}\nBring the red card.\n:::")],
        invalid: [
            .article(body: "↓::: {applies: {payer: medicare}}\nBring the red card."),
            .article(body: "Text.\n\n↓:::\n"),
            .article(body: "- ATM\n\n  ↓::: {audience: [billing]}\n  The code.\n  ↓:::\n"),
            .article(body: ":::↓ {payer: medicare}\nBring the red card.\n:::"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            guard case .block(let text, let help) = problem.reason else { continue }
            report.add(Message(text, help: help), in: file, at: problem.range)
        }
    }
}
