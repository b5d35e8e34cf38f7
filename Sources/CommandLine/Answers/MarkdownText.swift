import Presentation

/// Markdown as it is written, with long lines of prose broken to a width.
struct MarkdownText {
    let width: Int

    /// - Returns: Lines that each end in a line break; none before the first and after the last text.
    func wrapped(_ markdown: String) -> String {
        let visible = VisibleText.of(markdown.replacing("\r\n", with: "\n"), keeping: [.lineFeed, .tab])
        var lines: [String] = []
        var isInCode = false
        for line in visible.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("```") || text.hasPrefix("~~~") { isInCode.toggle() }
            // Breaking code or a table would change what it says.
            let isFixed = isInCode || text.hasPrefix("|") || text.hasPrefix("```") || text.hasPrefix("~~~")
            lines += isFixed ? [String(line)] : broken(line, text)
        }
        let body = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
        return body.map { $0 + "\n" }.joined()
    }

    private func broken(_ line: Substring, _ text: Substring) -> [String] {
        let indent = line.count - text.count
        guard TextWidth.columns(of: line) > width, width - indent > 20 else { return [String(line)] }
        let margin = String(repeating: " ", count: indent)
        return TextWrap.lines(of: String(text), width: width - indent, hanging: markerWidth(text)).map { margin + $0 }
    }

    /// The columns of a list's mark, under whose text the next lines stand.
    private func markerWidth(_ text: Substring) -> Int {
        let mark = text.prefix { $0 != " " }
        let isNumber =
            mark.dropLast().allSatisfy(\.isNumber) && (mark.hasSuffix(".") || mark.hasSuffix(")")) && mark.count > 1
        return ["-", "*", "+"].contains(mark) || isNumber ? mark.count + 1 : 0
    }
}
