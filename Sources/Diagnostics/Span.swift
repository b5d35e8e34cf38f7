/// Two positions in a text; the second is the one before which it ends.
package struct Span: Hashable, Sendable {
    package var start: LineIndex.Position
    package var end: LineIndex.Position

    package init(start: LineIndex.Position, end: LineIndex.Position) {
        self.start = start
        self.end = end
    }

    /// Stands for a place in a file that cannot be read.
    package static let beginning = Span(
        start: LineIndex.Position(line: 1, column: 1), end: LineIndex.Position(line: 1, column: 1))
}

extension LineIndex {
    package func span(of range: Range<Int>) -> Span {
        Span(start: position(of: range.lowerBound), end: position(of: range.upperBound))
    }
}
