import Content
import Diagnostics

/// KB301
struct MissingAnswerRule: FileRule {
    static let id = RuleID("KB301", "missing-answer")
    static let severity = Severity.warning
    static let summary = "An article has a short answer."
    static let why = """
        The answer is what search shows first and what is said on the phone. Without one, the agent reads a page while the \
        caller waits.
        """
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample(
                "articles/parking.md",
                "---\nid: ↓parking\ntitle: Parking\nowner: editors\naudience: [agents]\ncategory: visit\n"
                    + "review: {last: 2026-06-01}\n---\nText.\n")
        ])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let item = file.item, let article = file.article, article.answer == nil, !item.isRetired else { return }
        // Where the type requires it, that is one finding, of KB115.
        let template = article.type.flatMap { context.templates[$0.value] }
        guard template?.fields.contains(where: { $0.value == "answer" }) != true else { return }
        report.add(.missing(item.id.value), in: item)
    }
}

extension Message {
    fileprivate static func missing(_ id: String) -> Message {
        Message(
            "'\(id)' has no short answer", help: "add 'answer:' with one or two sentences that can be said on the phone"
        )
    }
}
