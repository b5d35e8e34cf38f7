/// Writes Markdown as HTML that is safe to put into a page: text and attributes escaped, raw HTML and the addresses
/// that run code dropped.
package struct HTMLRenderer: Sendable {
    package struct Options: Sendable {
        /// Gives headings the anchors of `MarkdownDocument.headings` as `id`.
        package var headingIDs = true
        /// Writes raw HTML and every address as they are. For trusted text only.
        package var passesThrough = false

        package init() {}
    }

    package var options: Options

    package init(options: Options = Options()) {
        self.options = options
    }

    /// - Parameter bytes: as for `MarkdownDocument`.
    /// - Throws: `MarkdownError`, as `MarkdownDocument` does.
    package func render(
        _ bytes: ArraySlice<UInt8>, limits: MarkdownLimits = MarkdownLimits()
    ) throws(MarkdownError) -> String {
        let source = try SourceText(bytes, limits: limits)
        try Preflight.check(source, limits: limits)
        let writer = HTMLWriter(options, capacity: bytes.count * 5 / 4)
        try EventParser.walk(source, writer)
        return writer.output.string
    }
}

private final class HTMLWriter: EventReceiver {
    private(set) var output: HTMLOutput
    private let options: HTMLRenderer.Options
    private var anchors = AnchorMaker()
    private var isInTableBody = false
    /// Where the open heading's tag is to get its `id`, and the text for it.
    private var headingTagEnd: Int?
    private var headingText: [UInt8] = []
    private var imageDepth = 0
    /// For the open link and the open image, whether their address is written.
    private var writesLink = false
    private var writesImage = false

    init(_ options: HTMLRenderer.Options, capacity: Int) {
        self.options = options
        output = HTMLOutput(capacity: capacity)
    }

    func receive(_ event: Event) {
        switch event {
        case .enterBlock(let block): enter(block)
        case .leaveBlock(let block): leave(block)
        case .enterSpan(.image(let address, _)): enterImage(address)
        case .leaveSpan(.image(_, let title)): leaveImage(title)
        case .enterSpan(let span): if imageDepth == 0 { enter(span) }
        case .leaveSpan(let span): if imageDepth == 0 { leave(span) }
        case .text(let kind, let fragment): text(kind, fragment)
        }
    }

    private func enter(_ block: Block) {
        switch block {
        case .document: break
        case .quote: output.line("<blockquote>\n")
        case .unorderedList: output.line("<ul>\n")
        case .orderedList(let start):
            output.line(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
        case .item: output.line("<li>")
        case .thematicBreak: output.line("<hr />\n")
        case .html: output.line("")
        case .paragraph: output.line("<p>")
        case .heading(let level):
            output.line("<h\(level)")
            headingTagEnd = output.count
            headingText.removeAll(keepingCapacity: true)
            output.write(">")
        case .code(let info):
            output.line("<pre><code")
            let language = info.bytes.prefix { $0 > 0x20 }
            if !language.isEmpty {
                output.write(" class=\"language-")
                output.escape(language)
                output.write("\"")
            }
            output.write(">")
        case .table: output.line("<table>\n")
        case .tableHead: output.write("<thead>\n")
        case .tableBody: output.write("<tbody>\n")
        case .tableRow: output.write("<tr>\n")
        case .cell(let isHeader, let alignment):
            output.write(isHeader ? "<th" : "<td")
            if alignment != .unspecified { output.write(" align=\"\(alignment.rawValue)\"") }
            output.write(">")
        }
    }

    private func leave(_ block: Block) {
        switch block {
        case .document, .thematicBreak, .html: break
        case .quote: output.line("</blockquote>\n")
        case .unorderedList: output.line("</ul>\n")
        case .orderedList: output.line("</ol>\n")
        case .item: output.write("</li>\n")
        case .paragraph: output.write("</p>\n")
        case .heading(let level):
            output.write("</h\(level)>\n")
            addHeadingID()
        case .code: output.write("</code></pre>\n")
        case .table: output.write("</table>\n")
        case .tableHead: output.write("</thead>\n")
        case .tableBody: output.write("</tbody>\n")
        case .tableRow: output.write("</tr>\n")
        case .cell(let isHeader, _): output.write(isHeader ? "</th>\n" : "</td>\n")
        }
    }

    private func addHeadingID() {
        defer { headingTagEnd = nil }
        guard options.headingIDs, let end = headingTagEnd else { return }
        let anchor = anchors.anchor(for: String(decoding: headingText, as: UTF8.self))
        if !anchor.isEmpty { output.insert(" id=\"\(anchor)\"", at: end) }
    }

    private func enter(_ span: Span) {
        switch span {
        case .emphasis: output.write("<em>")
        case .strong: output.write("<strong>")
        case .strikethrough: output.write("<del>")
        case .code: output.write("<code>")
        case .image: break
        case .link(let destination, let title):
            writesLink = isAllowed(destination)
            guard writesLink else { return }
            output.write("<a href=\"")
            output.escapeAddress(destination.bytes)
            writeTitle(title)
            output.write("\">")
        }
    }

    private func leave(_ span: Span) {
        switch span {
        case .emphasis: output.write("</em>")
        case .strong: output.write("</strong>")
        case .strikethrough: output.write("</del>")
        case .code: output.write("</code>")
        case .image: break
        case .link: if writesLink { output.write("</a>") }
        }
    }

    /// An image's text becomes its `alt`, without tags.
    private func enterImage(_ address: Fragment) {
        imageDepth += 1
        guard imageDepth == 1 else { return }
        writesImage = isAllowed(address)
        guard writesImage else { return }
        output.write("<img src=\"")
        output.escapeAddress(address.bytes)
        output.write("\" alt=\"")
    }

    private func leaveImage(_ title: Fragment) {
        imageDepth -= 1
        guard imageDepth == 0, writesImage else { return }
        writeTitle(title)
        output.write("\" />")
    }

    private func writeTitle(_ title: Fragment) {
        if title.isEmpty { return }
        output.write("\" title=\"")
        output.escape(title.bytes)
    }

    private func text(_ kind: TextKind, _ fragment: Fragment) {
        let isBreak = kind == .softBreak || kind == .hardBreak
        if headingTagEnd != nil, kind != .html {
            if isBreak { headingText.append(UInt8(ascii: " ")) } else { headingText.append(contentsOf: fragment.bytes) }
        }
        switch kind {
        case .prose, .code: output.escape(fragment.bytes)
        case .html: if options.passesThrough && imageDepth == 0 { output.write(fragment.bytes) }
        case .softBreak: output.write(imageDepth > 0 ? " " : "\n")
        case .hardBreak: output.write(imageDepth > 0 ? " " : "<br />\n")
        }
    }

    private func isAllowed(_ address: Fragment) -> Bool {
        options.passesThrough || !AddressScheme.runsCode(address.bytes)
    }
}
