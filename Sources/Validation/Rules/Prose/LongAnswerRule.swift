import Content
import Diagnostics

/// KB302
struct LongAnswerRule: FileRule {
    static let id = RuleID("KB302", "long-answer")
    static let severity = Severity.warning
    static let summary = "An answer is short enough to be said."
    static let why = """
        An answer that fills the screen is an article. What is said on the phone fits into a few sentences; the limit is \
        `limits: {answer_characters: …}` of kb.yaml, 300 unless it says otherwise.
        """
    static let examples = RuleExamples(
        valid: [.article("answer: In the garage.")],
        invalid: [.article("answer: ↓\(String(repeating: "In the garage on River Street. ", count: 12))")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, let answer = file.article?.answer else { return }
        let limit = context.configuration.limits.answerCharacters
        // A character has at least one byte, so most answers need no counting.
        guard answer.value.utf8.count > limit, answer.value.count > limit else { return }
        report.add(.long(answer.value.count, limit), in: item, at: answer.range)
    }
}

extension Message {
    fileprivate static func long(_ count: Int, _ limit: Int) -> Message {
        Message("the answer has \(count) characters", help: "say it in \(limit), and leave the rest to the article")
    }
}
