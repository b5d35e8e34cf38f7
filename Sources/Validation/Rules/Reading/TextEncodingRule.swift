import Content
import Diagnostics

/// KB001
struct TextEncodingRule: FileRule {
    static let id = RuleID("KB001", "text-encoding")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Files are UTF-8 text without NUL."
    static let why = """
        Two programs that read the same bytes must show the same words. Bytes that are not UTF-8 would be repaired \
        differently by an editor, a forge and the search index, so they are refused rather than guessed.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Café: 5 €.")],
        invalid: [RuleExample("articles/parking.md", "---\nid: parking\n---\nNo ↓\u{0}NUL.\n")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for problem in file.content.problems {
            guard case .encoding(let defect) = problem.reason else { continue }
            report.add(.encoding(defect), in: file, at: problem.range)
        }
    }
}

extension Message {
    fileprivate static func encoding(_ defect: TextEncoding.Defect) -> Message {
        switch defect {
        case .utf16: Message("the file is UTF-16, not UTF-8", help: "save it as UTF-8")
        case .invalidUTF8:
            Message("this byte is not UTF-8", help: "save the file as UTF-8 and write the character again")
        case .nul: Message("the file contains a NUL byte", help: "remove it; text has none")
        }
    }
}
