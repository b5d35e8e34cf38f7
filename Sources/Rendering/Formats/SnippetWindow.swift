import Presentation

/// The part of a line that fits, with `…` where it is cut, and the underline below it.
struct SnippetWindow {
    let text: String
    let underline: String

    /// - Parameters:
    ///   - flagged: columns of the line to be underlined; the first of them is always shown.
    ///   - width: columns of the window.
    init(_ line: SnippetLine, showing flagged: Range<Int>, width: Int) {
        let fitsFromStart = !line.isCutBefore && flagged.upperBound < width
        // Two thirds of the window are for what is flagged and what follows, less where the line ends before.
        let last = max(line.columnCount, flagged.lowerBound + 1) - width
        let first = fitsFromStart ? 0 : max(0, min(flagged.lowerBound - width / 3, last))
        let hasMoreBefore = first > 0 || line.isCutBefore
        let start = hasMoreBefore ? first + 1 : 0
        let hasMoreAfter = line.columnCount > first + width || line.isCutAfter
        let end = hasMoreAfter ? first + width - 1 : first + width

        var text = hasMoreBefore ? "…" : ""
        var column = 0
        for cell in line.cells {
            let next = column + cell.columns
            if column >= start, next <= end {
                text += cell.text
            } else if column < end, next > start {
                // A wide character across the edge leaves its columns empty.
                text += String(repeating: " ", count: min(next, end) - max(column, start))
            }
            column = next
        }
        while text.last == " " { text.removeLast() }
        if hasMoreAfter {
            let used = TextWidth.columns(of: text)
            text += String(repeating: " ", count: max(0, width - 1 - used)) + "…"
        }
        self.text = text
        let lower = min(max(flagged.lowerBound, first), first + width - 1)
        let upper = max(min(flagged.upperBound, first + width), lower + 1)
        underline =
            String(repeating: " ", count: lower - first) + String(repeating: "^", count: upper - lower)
    }
}
