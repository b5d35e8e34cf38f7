/// One step of the walk through a document, in the order of its text.
enum Event {
    case enterBlock(Block)
    case leaveBlock(Block)
    case enterSpan(Span)
    case leaveSpan(Span)
    case text(TextKind, Fragment)
}

enum Block {
    case document, quote, item, thematicBreak, html, paragraph
    case unorderedList
    case orderedList(start: Int)
    case heading(level: Int)
    case code(info: Fragment)
    case table, tableHead, tableBody, tableRow
    case cell(isHeader: Bool, ColumnAlignment)
}

enum ColumnAlignment: String {
    case unspecified, left, center, right
}

enum Span {
    case emphasis, strong, strikethrough, code
    case link(destination: Fragment, title: Fragment)
    case image(destination: Fragment, title: Fragment)
}

enum TextKind {
    case prose, code, html, softBreak, hardBreak
}

/// Bytes with escapes and character references resolved. They belong to the parser and are gone when the event returns.
struct Fragment {
    static var empty: Fragment { Fragment(bytes: UnsafeBufferPointer(start: nil, count: 0), source: nil) }

    var bytes: UnsafeBufferPointer<UInt8>
    /// Where they stand in the source; nil when the parser made them up or moved them.
    var source: Range<Int>?

    var isEmpty: Bool { bytes.isEmpty }
    var string: String { String(decoding: bytes, as: UTF8.self) }
}

protocol EventReceiver: AnyObject {
    func receive(_ event: Event)
}
