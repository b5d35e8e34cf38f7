import Diagnostics
import Presentation

/// A source line as a terminal shows it, character by character.
struct SnippetLine {
    /// A character of the source and what stands for it.
    struct Cell {
        var bytes: Range<Int>
        var text: String
        var columns: Int
    }

    private static let tabWidth = 4
    /// Bytes that are looked at before and after the flagged place; more never fits on a screen.
    private static let reach = 768

    private(set) var cells: [Cell] = []
    /// Whether the source line goes on where the cells end.
    let isCutBefore: Bool
    let isCutAfter: Bool
    let columnCount: Int

    init(_ line: Range<Int>, of file: SourceFile, near offset: Int) {
        var part = max(line.lowerBound, offset - SnippetLine.reach)..<min(line.upperBound, offset + SnippetLine.reach)
        while part.lowerBound < part.upperBound, part.lowerBound > line.lowerBound,
            UTF8.isContinuation(file.bytes[part.lowerBound])
        {
            part = part.lowerBound + 1..<part.upperBound
        }
        isCutBefore = part.lowerBound > line.lowerBound
        isCutAfter = part.upperBound < line.upperBound
        var column = 0
        for (character, bytes) in SnippetLine.characters(of: file.bytes[part]) {
            // A byte order mark at the start of a file is not part of its text.
            if bytes.lowerBound == 0, character == "\u{FEFF}" { continue }
            let text =
                character == "\t"
                ? String(repeating: " ", count: SnippetLine.tabWidth - column % SnippetLine.tabWidth)
                : VisibleText.of(String(character))
            let columns = TextWidth.columns(of: text)
            cells.append(Cell(bytes: bytes, text: text, columns: columns))
            column += columns
        }
        columnCount = column
    }

    /// The columns that show a byte range; at least one, also past the end of the line.
    func columns(of range: Range<Int>) -> Range<Int> {
        var start: Int?
        var end = 0
        var column = 0
        for cell in cells {
            if start == nil, cell.bytes.upperBound > range.lowerBound { start = column }
            column += cell.columns
            if cell.bytes.lowerBound < range.upperBound { end = column }
        }
        let first = start ?? column
        return first..<max(end, first + 1)
    }

    /// Grapheme clusters and their bytes; each ill-formed sequence is U+FFFD.
    private static func characters(of bytes: ArraySlice<UInt8>) -> [(Character, Range<Int>)] {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var text = ""
        var lengths: [Int] = []
        parsing: while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                text.unicodeScalars.append(Unicode.UTF8.decode(encoded))
                lengths.append(encoded.count)
            case .error(let length):
                text.unicodeScalars.append("\u{FFFD}")
                lengths.append(length)
            case .emptyInput: break parsing
            }
        }
        var offset = bytes.startIndex
        var scalar = 0
        return text.map { character in
            let count = character.unicodeScalars.count
            let length = lengths[scalar..<scalar + count].reduce(0, +)
            defer {
                offset += length
                scalar += count
            }
            return (character, offset..<offset + length)
        }
    }
}
