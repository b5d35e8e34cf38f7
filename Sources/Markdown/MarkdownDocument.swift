/// What a Markdown text says, for checks and for the index: plain text with its positions, links, images, headings.
///
/// CommonMark with GitHub's tables and strikethrough. Lines of `{{fact:name}}` and `:::` are text like any other.
package struct MarkdownDocument: Sendable {
    package let headings: [Heading]
    /// In the order of the text. Those within the alternative text of an image are not links.
    package let links: [Link]
    package let images: [Image]
    /// HTML blocks, and runs of tags and comments within text.
    package let rawHTML: [Range<Int>]
    package let codeBlocks: [CodeBlock]
    /// The whole text cut before each heading. The first has no heading and is left out when it is empty.
    package let sections: [Section]

    /// - Parameter bytes: UTF-8 without a byte order mark. All ranges are in the indices of this slice: give a slice of
    ///   the file's bytes and they are offsets in the file.
    /// - Throws: `MarkdownError` for bytes that are not UTF-8, for NUL, and for what exceeds the limits.
    package init(
        parsing bytes: ArraySlice<UInt8>, limits: MarkdownLimits = MarkdownLimits()
    ) throws(MarkdownError) {
        let source = try SourceText(bytes, limits: limits)
        try Preflight.check(source, limits: limits)
        let builder = DocumentBuilder(source)
        try EventParser.walk(source, builder)
        headings = builder.headings
        links = builder.links
        images = builder.images
        rawHTML = builder.rawHTML
        codeBlocks = builder.codeBlocks
        sections = builder.sections
    }
}

package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    package let level: Int
    package let text: String
    /// The fragment that addresses it, unique in the document; made as GitHub makes it.
    package let anchor: String
    /// From the first to the last byte of its text, without the `#`.
    package let range: Range<Int>
}

package struct Link: Hashable, Sendable {
    /// Escapes and character references resolved, as `kb:mri-preparation#food`.
    package let destination: String
    package let text: String
    /// Of the destination: in the link itself, or in the definition it refers to. Of the link's text where the
    /// destination cannot be pointed at.
    package let range: Range<Int>
    /// From the first to the last byte of its text.
    package let textRange: Range<Int>
}

package struct Image: Hashable, Sendable {
    /// The address, escapes and character references resolved.
    package let source: String
    package let alternative: String
    /// Of the address, or else of the alternative text.
    package let range: Range<Int>
}

package struct CodeBlock: Hashable, Sendable {
    /// What follows the opening fence; its first word is the language. Empty for indented code.
    package let info: String
    /// From the first to the last byte of the code.
    package let range: Range<Int>
}

package struct Section: Sendable {
    package let heading: Heading?
    /// The heading's own text first.
    package internal(set) var blocks: [TextBlock]
}
