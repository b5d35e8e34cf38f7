import Diagnostics
import Presentation

/// A source line with the flagged part underlined, cut to the width that there is.
struct Snippet {
    /// Columns of the line number and the bar after it.
    let gutterWidth: Int

    private let number: Int
    private let text: String
    private let underline: String

    /// - Parameter width: columns of the whole, the gutter included.
    init(of range: Range<Int>, in source: SourceText, width: Int) {
        let span = source.lines.span(of: range)
        number = span.start.line
        gutterWidth = String(number).utf8.count + 3
        let line = SnippetLine(source.lines.range(ofLine: number), of: source.file, near: range.lowerBound)
        let flagged = line.columns(of: range)
        let window = SnippetWindow(line, showing: flagged, width: max(width - gutterWidth, 1))
        text = window.text
        var underline = window.underline
        if span.end.line > span.start.line {
            let remark = " to line \(span.end.line)"
            if gutterWidth + underline.utf8.count + remark.utf8.count <= width { underline += remark }
        }
        self.underline = underline
    }

    /// The line and its underline.
    func lines(style: Palette.Style) -> [StyledText] {
        let blank = String(repeating: " ", count: gutterWidth - 3)
        return [
            StyledText(text.isEmpty ? "\(number) |" : "\(number) | ", .dim) + StyledText(text),
            StyledText("\(blank) | ", .dim) + StyledText(underline, style),
        ]
    }
}
