import Content
import Diagnostics

/// KB412
struct UnboundReviewRule: FileRule {
    static let id = RuleID("KB412", "unbound-review")
    static let severity = Severity.warning
    static let summary = "Where kb.yaml asks for it, a review notes what was reviewed."
    static let why = """
        A day alone can be written without looking, and stays when the text changes. With 'review: {verified: {high: required}}' in \
        kb.yaml every review has the hash that 'kb review done' writes.
        """
    private static let strict = (RuleExample.base["kb.yaml"] ?? "").replacing(
        "review: {", with: "review: {verified: {default: required}, ")
    static let examples = RuleExamples(
        valid: [.article()],
        invalid: [
            RuleExample([
                "kb.yaml": strict, "directory/front-desk.yaml": marked("directory/front-desk.yaml"),
                "articles/arrival.md": marked("articles/arrival.md"),
            ])
        ])

    private static func marked(_ path: String) -> String {
        (RuleExample.base[path] ?? "").replacing("last: ", with: "last: ↓")
    }

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        for item in file.content.items where !item.isRetired {
            guard let review = item.review, let last = review.last, review.verified == nil,
                context.configuration.review.mustBind(item.risk)
            else { continue }
            report.add(.unbound, in: item, at: last.range)
        }
    }
}

extension Message {
    fileprivate static let unbound = Message(
        "the review says a day and not what was reviewed", help: "read the text, and run 'kb review done'")
}
