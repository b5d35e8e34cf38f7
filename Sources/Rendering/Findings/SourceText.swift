package import Diagnostics

/// A file with its line starts.
package struct SourceText: Sendable {
    package let file: SourceFile
    package let lines: LineIndex

    package init(_ file: SourceFile) {
        self.file = file
        lines = LineIndex(file)
    }

    /// The same place with columns that count UTF-8 bytes.
    package func byteSpan(of range: Range<Int>) -> Span {
        Span(start: bytePosition(of: range.lowerBound), end: bytePosition(of: range.upperBound))
    }

    private func bytePosition(of offset: Int) -> LineIndex.Position {
        let line = lines.position(of: offset).line
        let offset = min(offset, file.bytes.count)
        return LineIndex.Position(line: line, column: offset - lines.range(ofLine: line).lowerBound + 1)
    }
}
