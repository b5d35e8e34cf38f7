private import CMd4c

/// md4c, turned into events: attributes and character references resolved, spaces around a block's text removed,
/// what is synthetic told from what stands in the source.
final class EventParser {
    private let source: SourceText
    private let receiver: any EventReceiver
    private let cellLimit: Int
    private let linkTextLimit: Int
    private var cells = 0
    private var linkText = 0
    private var failure: MarkdownError?
    /// The end of the last text that stands in the source.
    private var position: Int
    private var resolved = ResolvedText()
    /// Nothing of the current block's text was sent yet, so that spaces are not part of it.
    private var isAtStart = true
    /// Spaces that are part of the block's text only if more of it follows.
    private var trailingSpaces: Fragment?

    private init(_ source: SourceText, _ receiver: any EventReceiver) {
        self.source = source
        self.receiver = receiver
        cellLimit = MarkdownLimits.cells(ofText: source.bytes.count)
        linkTextLimit = MarkdownLimits.linkText(ofText: source.bytes.count)
        position = source.start
    }

    /// Sends the events of the text, which must have passed `Preflight`.
    static func walk(_ source: SourceText, _ receiver: any EventReceiver) throws(MarkdownError) {
        let parser = EventParser(source, receiver)
        var callbacks = MD_PARSER()
        callbacks.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH)
        callbacks.enter_block = { type, detail, parser in
            EventParser.current(parser) { $0.enterBlock(type, detail) }
        }
        callbacks.leave_block = { type, detail, parser in
            EventParser.current(parser) { $0.leaveBlock(type, detail) }
        }
        callbacks.enter_span = { type, detail, parser in
            EventParser.current(parser) { $0.enterSpan(type, detail) }
        }
        callbacks.leave_span = { type, detail, parser in
            EventParser.current(parser) { $0.leaveSpan(type, detail) }
        }
        callbacks.text = { type, text, size, parser in
            EventParser.current(parser) { $0.text(type, text, Int(size)) }
        }
        let status = source.lines.withMemoryRebound(to: CChar.self) { text in
            withExtendedLifetime(parser) {
                md_parse(text.baseAddress, UInt32(text.count), &callbacks, Unmanaged.passUnretained(parser).toOpaque())
            }
        }
        if let failure = parser.failure { throw failure }
        if status != 0 { throw MarkdownError(.outOfMemory, parser.position..<parser.position) }
    }

    /// The parser a callback is for; `walk` keeps it alive.
    private static func current(_ pointer: UnsafeMutableRawPointer?, _ body: (EventParser) -> Int32) -> Int32 {
        Unmanaged<EventParser>.fromOpaque(pointer!)._withUnsafeGuaranteedRef { body($0) }
    }

    /// What a callback returns to end the walk; md4c goes on within a table unless it is negative.
    private func fail(_ reason: MarkdownError.Reason) -> Int32 {
        failure = MarkdownError(reason, position..<position)
        return -1
    }

    // MARK: Blocks

    private func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        startText()
        if type == MD_BLOCK_TD || type == MD_BLOCK_TH {
            cells += 1
            if cells > cellLimit { return fail(.tooManyCells(limit: cellLimit)) }
        }
        receiver.receive(.enterBlock(block(type, detail)))
        return 0
    }

    private func leaveBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        startText()
        receiver.receive(.leaveBlock(block(type, detail)))
        return 0
    }

    private func startText() {
        isAtStart = true
        trailingSpaces = nil
    }

    private func block(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Block {
        switch type {
        case MD_BLOCK_DOC: .document
        case MD_BLOCK_QUOTE: .quote
        case MD_BLOCK_UL: .unorderedList
        case MD_BLOCK_OL: .orderedList(start: Int(detail!.load(as: MD_BLOCK_OL_DETAIL.self).start))
        case MD_BLOCK_LI: .item
        case MD_BLOCK_HR: .thematicBreak
        case MD_BLOCK_H: .heading(level: Int(detail!.load(as: MD_BLOCK_H_DETAIL.self).level))
        case MD_BLOCK_CODE: .code(info: soleAttribute(detail!.load(as: MD_BLOCK_CODE_DETAIL.self).info))
        case MD_BLOCK_HTML: .html
        case MD_BLOCK_TABLE: .table
        case MD_BLOCK_THEAD: .tableHead
        case MD_BLOCK_TBODY: .tableBody
        case MD_BLOCK_TR: .tableRow
        case MD_BLOCK_TH, MD_BLOCK_TD:
            .cell(isHeader: type == MD_BLOCK_TH, alignment(detail!.load(as: MD_BLOCK_TD_DETAIL.self).align))
        default: .paragraph
        }
    }

    private func alignment(_ align: MD_ALIGN) -> ColumnAlignment {
        switch align {
        case MD_ALIGN_LEFT: .left
        case MD_ALIGN_CENTER: .center
        case MD_ALIGN_RIGHT: .right
        default: .unspecified
        }
    }

    // MARK: Spans

    private func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        sendTrailingSpaces()
        isAtStart = false
        if type == MD_SPAN_A || type == MD_SPAN_IMG {
            let link = detail!.load(as: MD_SPAN_A_DETAIL.self)
            linkText += Int(link.href.size) + Int(link.title.size)
            if linkText > linkTextLimit { return fail(.linkExpansion(limit: linkTextLimit)) }
        }
        receiver.receive(.enterSpan(span(type, detail)))
        return 0
    }

    private func leaveSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        sendTrailingSpaces()
        receiver.receive(.leaveSpan(span(type, detail)))
        return 0
    }

    private func span(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Span {
        switch type {
        case MD_SPAN_STRONG: return .strong
        case MD_SPAN_DEL: return .strikethrough
        case MD_SPAN_CODE: return .code
        case MD_SPAN_A, MD_SPAN_IMG:
            // md4c lays out the details of images and links alike.
            let link = detail!.load(as: MD_SPAN_A_DETAIL.self)
            resolved.reserve(2 * (Int(link.href.size) + Int(link.title.size)))
            let destination = attribute(link.href)
            let title = attribute(link.title)
            return type == MD_SPAN_A
                ? .link(destination: destination, title: title) : .image(destination: destination, title: title)
        default: return .emphasis
        }
    }

    private func soleAttribute(_ text: MD_ATTRIBUTE) -> Fragment {
        resolved.reserve(2 * Int(text.size))
        return attribute(text)
    }

    /// An attribute's text; one with escapes or references is no longer a part of the source.
    private func attribute(_ attribute: MD_ATTRIBUTE) -> Fragment {
        guard let start = attribute.text, attribute.size > 0 else { return .empty }
        let size = Int(attribute.size)
        return start.withMemoryRebound(to: UInt8.self, capacity: size) { text in
            let range = source.source(text, count: size)
            if range != nil { return Fragment(bytes: UnsafeBufferPointer(start: text, count: size), source: range) }
            let first = resolved.count
            var part = 0
            var offset = 0
            while offset < size {
                let end = min(Int(attribute.substr_offsets[part + 1]), size)
                let bytes = UnsafeBufferPointer(start: text + offset, count: end - offset)
                resolved.append(bytes, isReference: attribute.substr_types[part] == MD_TEXT_ENTITY)
                offset = end
                part += 1
            }
            return Fragment(bytes: resolved.bytes(from: first), source: nil)
        }
    }

    // MARK: Text

    private func text(_ type: MD_TEXTTYPE, _ start: UnsafePointer<CChar>?, _ size: Int) -> Int32 {
        guard let start, size > 0 else { return 0 }
        start.withMemoryRebound(to: UInt8.self, capacity: size) { text in
            let bytes = UnsafeBufferPointer(start: text, count: size)
            let range = source.source(text, count: size)
            if let range { position = range.upperBound }
            send(type, Fragment(bytes: bytes, source: range))
        }
        return 0
    }

    private func send(_ type: MD_TEXTTYPE, _ fragment: Fragment) {
        var fragment = fragment
        var trailing: Fragment?
        if type == MD_TEXT_NORMAL {
            trailing = fragment.trim(leading: isAtStart)
            if fragment.isEmpty && isAtStart { return }
        }
        sendTrailingSpaces()
        isAtStart = false
        trailingSpaces = trailing
        switch type {
        case MD_TEXT_BR: receiver.receive(.text(.hardBreak, fragment))
        case MD_TEXT_SOFTBR: receiver.receive(.text(.softBreak, fragment))
        case MD_TEXT_CODE: receiver.receive(.text(.code, fragment))
        case MD_TEXT_HTML: receiver.receive(.text(.html, fragment))
        case MD_TEXT_ENTITY:
            resolved.reserve(2 * fragment.bytes.count)
            resolved.append(fragment.bytes, isReference: true)
            receiver.receive(.text(.prose, Fragment(bytes: resolved.bytes(from: 0), source: fragment.source)))
        default:
            if !fragment.isEmpty { receiver.receive(.text(.prose, fragment)) }
        }
    }

    private func sendTrailingSpaces() {
        guard let spaces = trailingSpaces else { return }
        trailingSpaces = nil
        receiver.receive(.text(.prose, spaces))
    }
}

extension Fragment {
    /// Takes spaces and tabs off; returns those at the end.
    fileprivate mutating func trim(leading: Bool) -> Fragment? {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var first = 0
        var last = bytes.count
        if leading {
            while first < last, isSpace(bytes[first]) { first += 1 }
        }
        while last > first, isSpace(bytes[last - 1]) { last -= 1 }
        let whole = self
        self = whole[first..<last]
        return last < whole.bytes.count ? whole[last..<whole.bytes.count] : nil
    }

    private subscript(part: Range<Int>) -> Fragment {
        Fragment(
            bytes: UnsafeBufferPointer(rebasing: bytes[part]),
            source: source.map { $0.lowerBound + part.lowerBound..<$0.lowerBound + part.upperBound })
    }
}
