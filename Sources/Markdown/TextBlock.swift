/// The plain text of one block, with the way back to the source.
package struct TextBlock: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case paragraph, listItem, tableCell, heading, code
    }

    package let kind: Kind
    /// Without markup; line breaks within a paragraph are spaces. Images give their alternative text.
    package let text: String
    /// From the first to the last byte of the text in the source.
    package let range: Range<Int>
    /// Empty where the text stands in the source byte for byte.
    private let runs: [Run]

    init(kind: Kind, text: String, range: Range<Int>, runs: [Run]) {
        self.kind = kind
        self.text = text
        self.range = range
        self.runs = runs
    }

    /// A part of the text that stands in one place of the source: the same bytes, or one character reference.
    struct Run: Hashable, Sendable {
        /// UTF-8 offsets in the text.
        var text: Range<Int>
        var source: Range<Int>

        var isVerbatim: Bool { text.count == source.count }
    }

    /// Where a part of the text stands in the source, markup in between included.
    /// - Parameter part: UTF-8 offsets in `text`, clamped to it.
    package func sourceRange(of part: Range<Int>) -> Range<Int> {
        let length = text.utf8.count
        let lower = min(max(part.lowerBound, 0), length)
        let upper = min(max(part.upperBound, lower), length)
        if runs.isEmpty {
            return min(range.lowerBound + lower, range.upperBound)..<min(range.lowerBound + upper, range.upperBound)
        }
        let start = sourceStart(lower)
        return start..<max(start, upper == lower ? start : sourceEnd(upper))
    }

    /// The parts of the source that a reader sees: the text without the markup in between.
    package var shownRanges: [Range<Int>] { runs.isEmpty ? [range] : runs.map(\.source) }

    private func sourceStart(_ offset: Int) -> Int {
        let index = firstRun { offset < $0.text.upperBound }
        guard index < runs.count else { return range.upperBound }
        let run = runs[index]
        return run.source.lowerBound + (run.isVerbatim ? max(0, offset - run.text.lowerBound) : 0)
    }

    private func sourceEnd(_ offset: Int) -> Int {
        let index = firstRun { offset <= $0.text.upperBound }
        guard index < runs.count else { return range.upperBound }
        let run = runs[index]
        // Between two runs: a space that stands for a line break.
        if offset <= run.text.lowerBound { return run.source.lowerBound }
        return run.isVerbatim ? run.source.lowerBound + offset - run.text.lowerBound : run.source.upperBound
    }

    private func firstRun(where holds: (Run) -> Bool) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if holds(runs[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
