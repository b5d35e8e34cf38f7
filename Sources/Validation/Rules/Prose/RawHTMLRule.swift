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
            .article(body: "Text with ↓<b>bold</b>."), .article("answer: Park in the ↓<b>garage</b>."),
            .article(body: "[Here](↓javascript:alert)"),
        ])

    private static let dangerous = ["javascript:", "vbscript:", "data:", "file:"]

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard file.kind == .article || file.kind == .template else { return }
        checkFields(file, &report)
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
                // Browsers skip spaces and controls in it.
                let seen = address.unicodeScalars.lazy.filter { $0.value > 0x20 && $0.value != 0x7F }.prefix(12)
                let start = String(String.UnicodeScalarView(seen)).lowercased()
                guard let scheme = RawHTMLRule.dangerous.first(where: { start.hasPrefix($0) }) else { continue }
                report.add(.scheme(scheme), in: file, at: range)
            }
        }
    }
}

extension RawHTMLRule {
    private static let tags: Set<String> = [
        "a", "b", "br", "button", "div", "em", "embed", "form", "i", "iframe", "img", "input", "li", "link", "object",
        "ol", "p", "script", "span", "strong", "style", "svg", "table", "td", "tr", "u", "ul", "video",
    ]

    /// What is answered and said goes to programs too, which may take it for HTML.
    private func checkFields(_ file: CheckedFile, _ report: inout Report) {
        guard let article = file.article else { return }
        for text in [article.answer, article.say].compactMap(\.self) {
            guard let tag = tag(in: file.bytes[text.range.clamped(to: 0..<file.bytes.count)]) else { continue }
            report.add(.html(file.content.source.text(tag)), in: file, at: tag)
        }
    }

    /// The first tag of HTML that is known by its name; '<your name>' is none.
    private func tag(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var start = bytes.startIndex
        while let offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) {
            start = offset + 1
            let rest = bytes[start...].first == UInt8(ascii: "/") ? bytes[(start + 1)...] : bytes[start...]
            let name = rest.prefix(12).prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
            guard RawHTMLRule.tags.contains(String(decoding: name, as: UTF8.self).lowercased()),
                let end = bytes[name.endIndex...].prefix(200).firstIndex(of: UInt8(ascii: ">")),
                name.endIndex == end || [0x20, 0x2F, 0x0A].contains(bytes[name.endIndex])
            else { continue }
            return offset..<end + 1
        }
        return nil
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
