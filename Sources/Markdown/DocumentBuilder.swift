/// Makes the parts of a document from its events.
final class DocumentBuilder: EventReceiver {
    private(set) var headings: [Heading] = []
    private(set) var links: [Link] = []
    private(set) var images: [Image] = []
    private(set) var rawHTML: [Range<Int>] = []
    private(set) var codeBlocks: [CodeBlock] = []
    private(set) var sections: [Section] = []

    private let source: SourceText
    private var anchors = AnchorMaker()
    private var block = BlockText()
    private var kind = TextBlock.Kind.paragraph
    /// For each open quote and item, whether it is an item.
    private var containers: [Bool] = []
    private var html: Range<Int>?
    private var linkStart = BlockText.Mark.none
    private var imageStart = BlockText.Mark.none
    /// Images within the alternative text of an image are text.
    private var imageDepth = 0

    init(_ source: SourceText) {
        self.source = source
        block.restart(at: source.start)
    }

    func receive(_ event: Event) {
        switch event {
        case .text(let kind, let fragment):
            if kind == .html { addHTML(fragment) } else { endHTML(); addText(kind, fragment) }
        case .enterSpan(let span):
            endHTML()
            enter(span)
        case .leaveSpan(let span):
            endHTML()
            leave(span)
        case .enterBlock(let entered):
            endHTML()
            endBlock()
            enter(entered)
        case .leaveBlock(let left):
            endHTML()
            leave(left)
        }
    }

    // MARK: Blocks

    private func enter(_ entered: Block) {
        switch entered {
        case .quote: containers.append(false)
        case .item: containers.append(true)
        case .heading: kind = .heading
        case .code: kind = .code
        case .cell: kind = .tableCell
        default: break
        }
    }

    private func leave(_ left: Block) {
        switch left {
        case .heading(let level): endHeading(level)
        case .code(let info):
            codeBlocks.append(CodeBlock(info: info.string, range: block.range))
            endBlock()
        default: endBlock()
        }
        switch left {
        case .quote, .item: containers.removeLast()
        default: break
        }
        kind = .paragraph
    }

    private func endHeading(_ level: Int) {
        let text = block.text
        let heading = Heading(level: level, text: text, anchor: anchors.anchor(for: text), range: block.range)
        headings.append(heading)
        sections.append(Section(heading: heading, blocks: []))
        endBlock()
    }

    private func endBlock() {
        defer { block.restart(at: block.range.upperBound) }
        guard !block.isEmpty else { return }
        if sections.isEmpty { sections.append(Section(heading: nil, blocks: [])) }
        let kind = kind == .paragraph && containers.last == true ? .listItem : kind
        sections[sections.count - 1].blocks.append(block.finished(kind))
    }

    // MARK: Spans and text

    private func enter(_ span: Span) {
        switch span {
        case .link: linkStart = block.mark
        case .image:
            if imageDepth == 0 { imageStart = block.mark }
            imageDepth += 1
        default: break
        }
    }

    private func leave(_ span: Span) {
        switch span {
        case .link(let destination, _) where imageDepth == 0:
            let range = range(of: destination, since: linkStart)
            links.append(
                Link(
                    destination: destination.string, text: block.text(since: linkStart), range: range,
                    textRange: block.sourceRange(since: linkStart)))
        case .image(let address, _):
            imageDepth -= 1
            guard imageDepth == 0 else { return }
            let range = range(of: address, since: imageStart)
            images.append(Image(source: address.string, alternative: block.text(since: imageStart), range: range))
        default: break
        }
    }

    private func range(of destination: Fragment, since mark: BlockText.Mark) -> Range<Int> {
        destination.source
            ?? DestinationSearch(source).range(of: destination, after: block.range.upperBound)
            ?? block.sourceRange(since: mark)
    }

    private func addText(_ kind: TextKind, _ fragment: Fragment) {
        switch kind {
        case .softBreak, .hardBreak: block.appendSpace()
        default: block.append(fragment)
        }
    }

    private func addHTML(_ fragment: Fragment) {
        guard let range = fragment.source else { return }
        html = (html?.lowerBound ?? range.lowerBound)..<range.upperBound
    }

    private func endHTML() {
        guard let range = html else { return }
        rawHTML.append(range)
        html = nil
    }
}
