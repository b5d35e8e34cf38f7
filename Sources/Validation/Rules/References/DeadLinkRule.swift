import Content
import Diagnostics
import Markdown

/// KB213
struct DeadLinkRule: FileRule {
    static let id = RuleID("KB213", "dead-link")
    static let severity = Severity.error
    static let summary = "What looks like a link is one, and its address can be opened."
    static let why = """
        A link that is not written as Markdown has them is shown with its brackets, and one with a misspelt address opens \
        nothing. Both are seen first by the person on the phone.
        """
    static let examples = RuleExamples(
        valid: [
            .article(body: "## The desk\n\nSee [above](#the-desk), [arrival](kb:arrival), [us](https://example.org).")
        ],
        invalid: [
            .article(body: "## The desk\n\nSee [above](↓#the-dsk)."), .article(body: "See ↓[[arrival]]."),
            .article(body: "See [arrival↓](kb:when patients arrive)."),
            .article(body: "See [us](↓htps://example.org)."),
            .article(body: "See [us](↓)."), .article(body: "See [arrival](↓KB:arrival)."),
            .article(body: "![Arrival](↓kb:arrival)"),
        ])

    private static let schemes = ["https", "http", "mailto", "tel", "kb"]

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard let article = file.article else { return }
        let anchors = Set(article.headings.map(\.anchor))
        for document in file.content.markdown {
            for link in document.links {
                guard let message = problem(link.destination, anchors, article, &report) else { continue }
                report.add(message, in: file, at: link.range)
            }
            for image in document.images {
                guard !image.source.hasPrefix("#"), let message = problem(image.source, anchors, article, &report)
                else {
                    if image.source.hasPrefix("kb:") { report.add(.image, in: file, at: image.range) }
                    continue
                }
                report.add(message, in: file, at: image.range)
            }
            for block in document.sections.flatMap(\.blocks) where block.kind != .code {
                unread(block, file, &report)
            }
        }
    }

    private func problem(
        _ address: String, _ anchors: Set<String>, _ article: Article, _ report: inout Report
    ) -> Message? {
        if address.isEmpty { return .noAddress }
        if address.hasPrefix("#") {
            let anchor = String(address.dropFirst())
            guard !anchor.isEmpty, !anchors.contains(anchor) else { return nil }
            return .noHeading(
                anchor, suggestion: report.suggestion(for: anchor, among: article.headings.map(\.anchor)))
        }
        guard let colon = address.firstIndex(of: ":") else { return nil }
        let scheme = address[..<colon].lowercased()
        if scheme == "kb", !address.hasPrefix("kb:") { return .misspelt(String(address[..<colon]), near: "kb") }
        guard !DeadLinkRule.schemes.contains(scheme), scheme.allSatisfy(\.isLetter),
            let near = Suggestion.closest(to: scheme, among: DeadLinkRule.schemes)
        else { return nil }
        return .misspelt(scheme, near: near)
    }

    /// Reports what its author took for a link and Markdown does not.
    private func unread(_ block: TextBlock, _ file: CheckedFile, _ report: inout Report) {
        guard block.text.contains(byte: UInt8(ascii: "[")) else { return }
        let text = Array(block.text.utf8)
        var offset = 0
        while offset + 1 < text.count {
            defer { offset += 1 }
            if text[offset] == UInt8(ascii: "]"), text[offset...].starts(with: "](kb:".utf8) {
                let range = block.sourceRange(of: offset..<offset + 5)
                report.add(.unread, in: file, at: range)
            }
            guard text[offset] == UInt8(ascii: "["), text[offset + 1] == UInt8(ascii: "[") else { continue }
            let name = text[(offset + 2)...].prefix(64).prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") }
            guard !name.isEmpty, text[name.endIndex...].starts(with: "]]".utf8) else { continue }
            let range = block.sourceRange(of: offset..<name.endIndex + 2)
            // As it stands within backquotes it was not meant as a link.
            guard range.lowerBound == 0 || file.bytes[range.lowerBound - 1] != UInt8(ascii: "`") else { continue }
            report.add(.wiki(String(decoding: name, as: UTF8.self)), in: file, at: range)
        }
    }
}

extension Message {
    fileprivate static let noAddress = Message(
        "this link has no address", help: "write [text](kb:ID), or [text](https://…)")

    fileprivate static func noHeading(_ anchor: String, suggestion: String?) -> Message {
        Message(
            "this article has no heading for '#\(anchor)'",
            help: suggestion ?? "a heading is linked by its words in small letters with hyphens between them")
    }

    fileprivate static func misspelt(_ scheme: String, near: String) -> Message {
        Message("'\(scheme):' begins no address that can be opened", help: "did you mean '\(near):'?")
    }

    fileprivate static let image = Message(
        "an image shows a file, not content", help: "name a file under assets/, or write a link without '!'")

    fileprivate static let unread = Message(
        "this is not read as a link: an address has no spaces", help: "link to content by its id: [text](kb:ID)")

    fileprivate static func wiki(_ name: String) -> Message {
        Message("'[[\(name)]]' is shown as it stands", help: "link to content by its id: [text](kb:ID)")
    }
}
