import Content
import Diagnostics
import Markdown

/// KB214
struct PlaceholderRule: FileRule {
    static let id = RuleID("KB214", "placeholder")
    static let severity = Severity.error
    static let isFixable = true
    static let summary = "What stands in double braces is a fact that can be filled in."
    static let why = """
        A fact is written {{fact:name}}, without spaces. Anything else in double braces is shown to the reader as it \
        stands, in the place where the number should be.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Come {{fact:visit.arrive-early}} minutes early.")],
        invalid: [
            .article(body: "Come ↓{{ fact:visit.arrive-early }} minutes early."),
            .article(body: "Come ↓{{visit.arrive-early}} minutes early."),
            .article(body: "Come ↓{{fact:visit.arrive-early} minutes early."),
            .article(body: "Come ↓{fact:visit.arrive-early} minutes early."),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        let code = file.content.markdown.flatMap { $0.codeBlocks.map(\.range) }
        for placeholder in FactPlaceholder.malformed(in: file.bytes) {
            guard !code.contains(where: { $0.contains(placeholder.range.lowerBound) }) else { continue }
            let text = file.content.source.text(placeholder.range)
            guard let name = placeholder.name else {
                report.add(.other(text), in: file, at: placeholder.range, severity: .warning)
                continue
            }
            let right = "{{fact:\(name)}}"
            let fix = Fix(
                "write \(right)",
                edits: [TextEdit(Location(path: file.path, range: placeholder.range), replacement: right)])
            report.add(.misspelt(text, right), in: file, at: placeholder.range, fixes: [fix])
        }
    }
}

extension Message {
    fileprivate static func misspelt(_ text: String, _ right: String) -> Message {
        Message("'\(text)' is shown as it stands", help: "write \(right)")
    }

    fileprivate static func other(_ text: String) -> Message {
        Message("'\(text)' is shown as it stands", help: "write {{fact:NAME}} for a fact, or single braces for text")
    }
}
