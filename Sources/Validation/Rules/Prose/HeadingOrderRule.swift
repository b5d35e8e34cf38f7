import Content
import Diagnostics

/// KB303
struct HeadingOrderRule: FileRule {
    static let id = RuleID("KB303", "heading-order")
    static let severity = Severity.warning
    static let summary = "Headings go down one level at a time, and level one is left to the title."
    static let why = """
        The title is the heading of level one. Screen readers and the index go by levels: one that is skipped makes a \
        section seem to belong to something that is not there.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "## Garage\n\n### Level 2\n\nText.")],
        invalid: [.article(body: "# ↓Garage\n\nText."), .article(body: "## Garage\n\n#### ↓Level 2\n\nText.")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, let article = file.article else { return }
        var level = 1
        for heading in article.headings {
            if heading.level == 1 {
                report.add(.levelOne(heading.text), in: item, at: heading.range)
            } else if heading.level > level + 1 {
                report.add(.skipped(heading.text, from: level, to: heading.level), in: item, at: heading.range)
            }
            level = max(heading.level, 1)
        }
    }
}

extension Message {
    fileprivate static func levelOne(_ text: String) -> Message {
        Message("'\(text)' is a heading of level one, as the title is", help: "write it with '##'")
    }

    fileprivate static func skipped(_ text: String, from level: Int, to next: Int) -> Message {
        Message(
            "'\(text)' is a heading of level \(next) under one of level \(level)",
            help: "write it with '\(String(repeating: "#", count: level + 1))'")
    }
}
