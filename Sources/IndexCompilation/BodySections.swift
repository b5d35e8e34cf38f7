import Markdown
import SearchIndex

/// The plain text of Markdown, heading by heading.
struct BodySections {
    private(set) var sections: [IndexDocument.Section] = []

    /// - Parameter anchors: Made for the headings before it in the same article.
    init(_ document: MarkdownDocument, anchors: inout AnchorMaker) {
        for section in document.sections {
            let anchor = section.heading.map { anchors.anchor(for: $0.text) } ?? ""
            sections.append(
                IndexDocument.Section(
                    heading: section.heading?.text ?? "", anchor: anchor,
                    paragraphs: BodySections.paragraphs(section.blocks)))
        }
    }

    /// A table's cells are one paragraph: alone they say little.
    private static func paragraphs(_ blocks: [TextBlock]) -> [String] {
        var paragraphs: [String] = []
        var isInTable = false
        for block in blocks where block.kind != .heading && !block.text.isEmpty {
            let isCell = block.kind == .tableCell
            if isCell && isInTable, let last = paragraphs.popLast() {
                paragraphs.append(last + " | " + block.text)
            } else {
                paragraphs.append(block.text)
            }
            isInTable = isCell
        }
        return paragraphs
    }
}
