import Content
import Diagnostics

/// KB008
struct FrontMatterRule: FileRule {
    static let id = RuleID("KB008", "front-matter")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Articles and templates begin with front matter."
    static let why = """
        Front matter says what an article is, whose it is and who may read it. Without it the text belongs to nobody and \
        is shown to nobody.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample("articles/parking.md", "↓# Parking\n\nIn the garage.\n"),
            RuleExample("articles/parking.md", "↓---\nid: parking\n\nIn the garage.\n"),
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            switch problem.reason {
            case .missingFrontMatter: report.add(.missing, in: file, at: problem.range)
            case .unclosedFrontMatter: report.add(.unclosed, in: file, at: problem.range)
            default: continue
            }
        }
    }
}

extension Message {
    fileprivate static let missing = Message(
        "the file has no front matter", help: "begin it with a line '---', then its fields, then another line '---'")
    fileprivate static let unclosed = Message(
        "the front matter is never closed", help: "write a line '---' after its last field")
}
