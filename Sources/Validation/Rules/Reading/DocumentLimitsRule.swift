import Content
import Diagnostics
import Markdown
import YAML

/// KB004
struct DocumentLimitsRule: FileRule {
    static let id = RuleID("KB004", "document-limits")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Documents stay within what every reader can handle."
    static let why = """
        Content comes from pull requests that nobody has read yet. A document that is huge, nested without end or \
        multiplied by aliases could stop the check of everybody's work, so it is refused before it is read.
        """
    static let examples = RuleExamples(
        valid: [.article("keywords: [garage, car park]")],
        invalid: [
            RuleExample(
                "facts/visit.yaml",
                "facts: " + String(repeating: "[", count: 64) + "↓[" + String(repeating: "]", count: 65) + "\n")
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            switch problem.reason {
            case .yaml(.tooLarge(let limit)): report.add(.tooLarge(limit), in: file, at: problem.range)
            case .yaml(.tooDeep(let limit)): report.add(.tooDeep(limit), in: file, at: problem.range)
            case .yaml(.aliasExpansion(let limit)): report.add(.aliases(limit), in: file, at: problem.range)
            case .markdown(let error): report.add(.markdown(error), in: file, at: problem.range)
            default: continue
            }
        }
    }
}

extension Message {
    fileprivate static func tooLarge(_ limit: Int) -> Message {
        Message(
            "the document is larger than \(limit) bytes",
            help: "split it, or raise 'limits: {document_bytes: …}' in kb.yaml")
    }

    fileprivate static func tooDeep(_ limit: Int) -> Message {
        Message("lists and maps are nested more than \(limit) deep", help: "flatten the document")
    }

    fileprivate static func aliases(_ limit: Int) -> Message {
        Message("aliases repeat more than \(limit) values", help: "write the values out where they are needed")
    }

    fileprivate static func markdown(_ error: MarkdownError) -> Message {
        Message("the Markdown cannot be read: \(error.description)", help: "simplify this part")
    }
}
