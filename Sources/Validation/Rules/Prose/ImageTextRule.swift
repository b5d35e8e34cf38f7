import Content
import Diagnostics
import Markdown

/// KB304
struct ImageTextRule: FileRule {
    static let id = RuleID("KB304", "image-text")
    static let severity = Severity.warning
    static let summary = "An image has a text for those who cannot see it."
    static let why =
        "On the phone, in the shell and through a screen reader an image is its text. Without one it is a gap."
    static let examples = RuleExamples(
        valid: [.article(body: "![Way to the garage](../assets/map.png)").adding("assets/map.png", "x")],
        invalid: [.article(body: "![](↓../assets/map.png)").adding("assets/map.png", "x")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard file.kind == .article else { return }
        for image in file.content.markdown.flatMap(\.images) where image.alternative.allSatisfy(\.isWhitespace) {
            report.add(.missing(image.source), in: file, at: image.range)
        }
    }
}

extension Message {
    fileprivate static func missing(_ source: String) -> Message {
        Message("the image '\(source)' has no text", help: "say between the brackets what it shows: ![…](\(source))")
    }
}
