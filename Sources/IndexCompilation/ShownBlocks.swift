import Content
import Diagnostics
import Markdown
import SearchIndex

/// The body of an article as the readers of an index get it, and where its links and those that nothing uses lead.
struct ShownBlocks {
    private struct Block {
        var block: IndexDocument.Block
        /// The text, read; nil where it is not as it stood in the file.
        var document: MarkdownDocument?

        /// Between two of these stood something that the readers do not get.
        var isForAll: Bool { block.audience.isEmpty && block.applies == nil }
    }

    private var shown: [Block] = []
    /// Empty where the index holds everything.
    private(set) var destinations: Set<String> = []
    private(set) var blocks: [IndexDocument.Block] = []

    init(_ article: Article, _ file: ContentFile, for readership: Readership) {
        for (block, markdown) in zip(article.blocks, file.markdown) {
            guard let audience = readership.known(block.audience ?? []) else { continue }
            let html = markdown.rawHTML.map { ShownMarkdown.Cut(range: $0) }
            let text = ShownMarkdown.text(file.source.bytes[block.range], without: html)
            guard !text.isEmpty else { continue }
            var compiled = IndexDocument.Block(markdown: text)
            compiled.applies = block.applies
            compiled.audience = audience
            add(Block(block: compiled, document: html.isEmpty ? markdown : nil))
        }
        finish(followsLinks: readership.isLimited)
    }

    /// - Parameter fate: What becomes of the links.
    init(_ blocks: [IndexDocument.Block], _ fate: @escaping (String) -> LinkRemoval.Fate) {
        for var block in blocks {
            guard let text = LinkRemoval.text(block.markdown, fate), !text.isEmpty else { continue }
            block.markdown = text
            add(Block(block: block, document: nil))
        }
        finish(followsLinks: true)
    }

    /// Two blocks without conditions are one text: that something was left out between them is not to be seen.
    private mutating func add(_ block: Block) {
        guard block.isForAll, let last = shown.last, last.isForAll else {
            shown.append(block)
            return
        }
        shown[shown.count - 1].block.markdown += "\n\n" + block.block.markdown
        shown[shown.count - 1].document = nil
    }

    /// Takes everything else from what is shown, so that nothing comes from what is not.
    private mutating func finish(followsLinks: Bool) {
        var anchors = AnchorMaker()
        for var shown in shown {
            let document = shown.document ?? (try? MarkdownDocument(parsing: Array(shown.block.markdown.utf8)[...]))
            if followsLinks { follow(document, in: shown.block.markdown) }
            if let document {
                shown.block.sections = BodySections(document, anchors: &anchors).sections
            } else {
                // Parts within the limits that are beyond them together: still found by their words.
                shown.block.sections = [.init(heading: "", anchor: "", paragraphs: [shown.block.markdown])]
            }
            blocks.append(shown.block)
        }
        shown = []
    }

    private mutating func follow(_ document: MarkdownDocument?, in text: String) {
        destinations.formUnion(LinkSyntax(Array(text.utf8)).mentions.map(\.destination))
        destinations.formUnion(document?.links.map(\.destination) ?? [])
        destinations.formUnion(document?.images.map(\.source) ?? [])
    }
}
