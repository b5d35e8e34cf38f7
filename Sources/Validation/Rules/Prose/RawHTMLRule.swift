import Content
import Diagnostics
import Markdown

/// KB305
struct RawHTMLRule: FileRule {
    static let id = RuleID("KB305", "raw-html")
    static let severity = Severity.error
    static let isSafety = true
    static let summary = "Markdown holds no HTML and no link that runs a program."
    static let why = """
        Content is shown in shells, pages and other programs. HTML means something in one of them only, and `javascript:` \
        would run in the reader's browser; both are dropped when content is shown.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Less than `<b>` says.\n\n<!-- a note to authors -->")],
        invalid: [
            .article(body: "Text with ↓<b>bold</b>."), .article(body: "[Here](↓javascript:alert)"),
        ])

    private static let dangerous = ["javascript:", "vbscript:", "data:", "file:"]

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard file.kind == .article || file.kind == .template else { return }
        for document in file.content.markdown {
            var lineEnd = -1
            for range in document.rawHTML {
                // One finding for an element, not one for each of its tags; comments are not shown and do no harm.
                let isComment = file.bytes[range].starts(with: "<!--".utf8)
                guard !isComment, range.lowerBound > lineEnd else { continue }
                report.add(.html(file.content.source.text(range)), in: file, at: range)
                lineEnd = file.bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
            }
            let addresses =
                document.links.map { ($0.destination, $0.range) } + document.images.map { ($0.source, $0.range) }
            for (address, range) in addresses {
                let start = address.drop(while: \.isWhitespace).prefix(12).lowercased()
                guard let scheme = RawHTMLRule.dangerous.first(where: { start.hasPrefix($0) }) else { continue }
                report.add(.scheme(scheme), in: file, at: range)
            }
        }
    }
}

extension Message {
    fileprivate static func html(_ tag: String) -> Message {
        let line = tag.prefix { !$0.isNewline }
        let shown = line.count > 30 ? line.prefix(30) + "…" : line
        return Message(
            "'\(shown)' is HTML, which is not shown", help: "write it in Markdown, or put it in `backquotes`")
    }

    fileprivate static func scheme(_ scheme: String) -> Message {
        Message("a '\(scheme)' address can run a program", help: "link to a page, or to content by kb:ID")
    }
}
