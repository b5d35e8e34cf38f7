/// The text of the block that is being read.
struct BlockText {
    private var bytes: [UInt8] = []
    private var runs: [TextBlock.Run] = []
    /// From the first to the last byte of the text in the source; empty, after the block before, when there is none.
    private(set) var range = 0..<0

    /// A place in the text.
    struct Mark {
        fileprivate var offset: Int
        fileprivate var run: Int
        static let none = Mark(offset: 0, run: 0)
    }

    var isEmpty: Bool { bytes.isEmpty }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var mark: Mark { Mark(offset: bytes.count, run: runs.count) }

    mutating func restart(at position: Int) {
        bytes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        range = position..<position
    }

    mutating func append(_ fragment: Fragment) {
        let first = bytes.count
        bytes.append(contentsOf: fragment.bytes)
        guard let source = fragment.source else { return }
        range = (runs.isEmpty ? source.lowerBound : range.lowerBound)..<source.upperBound
        runs.append(TextBlock.Run(text: first..<bytes.count, source: source))
    }

    mutating func appendSpace() {
        bytes.append(UInt8(ascii: " "))
    }

    func text(since mark: Mark) -> String {
        String(decoding: bytes[min(mark.offset, bytes.count)...], as: UTF8.self)
    }

    func sourceRange(since mark: Mark) -> Range<Int> {
        guard mark.run < runs.count else { return range.upperBound..<range.upperBound }
        return runs[mark.run].source.lowerBound..<range.upperBound
    }

    func finished(_ kind: TextBlock.Kind) -> TextBlock {
        let isVerbatim = runs.count == 1 && runs[0].isVerbatim && runs[0].text.count == bytes.count
        return TextBlock(kind: kind, text: text, range: range, runs: isVerbatim ? [] : runs)
    }
}
