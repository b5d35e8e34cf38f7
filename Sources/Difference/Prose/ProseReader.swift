import Diagnostics
import Markdown

/// Cuts Markdown into the blocks that a reader sees.
struct ProseReader {
    private(set) var blocks: [ProseBlock] = []
    private let source: SourceFile
    private let readers: String?
    private var heading = ""

    /// - Parameter readers: Who sees the text, where that is not everyone.
    init(_ document: MarkdownDocument, in source: SourceFile, under heading: String, readers: String?) {
        self.source = source
        self.readers = readers
        self.heading = heading
        var references = ReferenceCursor(document)
        for section in document.sections {
            var cells: [TextBlock] = []
            for block in section.blocks {
                if block.kind == .tableCell {
                    if let last = cells.last, isTableEnd(between: last.range.upperBound, block.range.lowerBound) {
                        addTable(cells, &references)
                        cells = []
                    }
                    cells.append(block)
                    continue
                }
                addTable(cells, &references)
                cells = []
                add(block, level: section.heading?.level, &references)
            }
            addTable(cells, &references)
        }
    }

    private mutating func add(_ block: TextBlock, level: Int?, _ references: inout ReferenceCursor) {
        let kind: String
        switch block.kind {
        case .heading: kind = "heading \(level ?? 1)"
        case .listItem: kind = "list item"
        case .code: kind = "code"
        default: kind = "paragraph"
        }
        let isCode = block.kind == .code
        let text = isCode ? block.text : ProseReader.oneLine(block.text)
        let found = references.take(upTo: block.range.upperBound)
        guard !text.isEmpty || !found.isEmpty else { return }
        let isHeading = block.kind == .heading
        blocks.append(
            ProseBlock(
                kind: kind, text: text,
                source: isCode ? block.text : ProseReader.oneLine(source.text(block.range)),
                heading: isHeading ? "" : heading, references: found, readers: readers, table: nil,
                offset: block.range.lowerBound))
        if isHeading { heading = text }
    }

    private mutating func addTable(_ cells: [TextBlock], _ references: inout ReferenceCursor) {
        guard let first = cells.first, let last = cells.last else { return }
        var table = ProseTable()
        var lineStart = -1
        for cell in cells {
            let start = self.lineStart(cell.range.lowerBound)
            if start != lineStart {
                table.rows.append(.init(cells: [], offset: cell.range.lowerBound))
                lineStart = start
            }
            let column = min(column(of: cell.range.lowerBound, from: start), 1000)
            let row = table.rows.count - 1
            // Cells without text are not listed.
            while table.rows[row].cells.count < column { table.rows[row].cells.append("") }
            table.rows[row].cells.append(ProseReader.oneLine(cell.text))
        }
        blocks.append(
            ProseBlock(
                kind: "table", text: table.text, source: table.text, heading: heading,
                references: references.take(upTo: last.range.upperBound), readers: readers, table: table,
                offset: first.range.lowerBound))
    }

    private func lineStart(_ offset: Int) -> Int {
        source.bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    /// The number of a cell in its row, by the bars before it.
    private func column(of offset: Int, from start: Int) -> Int {
        var bars = 0
        var isEscaped = false
        let line = source.bytes[start..<offset].drop { $0 == UInt8(ascii: " ") }
        for byte in line {
            if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return max(0, bars - (line.first == UInt8(ascii: "|") ? 1 : 0))
    }

    /// Whether an empty line is between two cells.
    private func isTableEnd(between lower: Int, _ upper: Int) -> Bool {
        guard lower < upper else { return false }
        var isBlank = false
        for byte in source.bytes[lower..<upper] {
            if byte == UInt8(ascii: "\n") {
                if isBlank { return true }
                isBlank = true
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\r"), byte != UInt8(ascii: "\t") {
                isBlank = false
            }
        }
        return false
    }

    /// How lines are wrapped does not count.
    static func oneLine(_ text: String) -> String {
        // By bytes: it is asked of every block.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isSpace = true
        var isChanged = false
        for byte in text.utf8 {
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
                if isSpace || byte != 0x20 { isChanged = true }
                if !isSpace { bytes.append(0x20) }
                isSpace = true
            } else {
                bytes.append(byte)
                isSpace = false
            }
        }
        if isSpace, !bytes.isEmpty { bytes.removeLast() }
        return isChanged || bytes.count != text.utf8.count ? String(decoding: bytes, as: UTF8.self) : text
    }
}

/// The links and images of a document, handed out in order of the text.
private struct ReferenceCursor {
    private var rest: ArraySlice<(offset: Int, reference: ProseBlock.Reference)>

    init(_ document: MarkdownDocument) {
        let links = document.links.map { ($0.textRange.lowerBound, $0.text, $0.destination) }
        let images = document.images.map { ($0.range.lowerBound, $0.alternative, $0.source) }
        rest =
            (links + images).map { ($0.0, ProseBlock.Reference(text: $0.1, destination: $0.2)) }
            .sorted { $0.0 < $1.0 }[...]
    }

    mutating func take(upTo offset: Int) -> [ProseBlock.Reference] {
        let taken = rest.prefix { $0.offset <= offset }
        rest = rest.dropFirst(taken.count)
        return taken.map(\.reference)
    }
}
