/// Markdown as readers get it: without what is not for them, HTML and comments above all, and without the gaps that it leaves.
struct ShownMarkdown {
    private let bytes: ArraySlice<UInt8>
    private var shown: [UInt8] = []

    /// A part that is not shown.
    struct Cut: Hashable {
        var range: Range<Int>
        /// Whether the space around it goes too, as for all but the marks around a text that stays.
        var closesGap = true
    }

    /// - Parameter cuts: One that begins within another counts for nothing.
    static func text(_ bytes: ArraySlice<UInt8>, without cuts: some Sequence<Cut>) -> String {
        var markdown = ShownMarkdown(bytes: bytes)
        var offset = bytes.startIndex
        for cut in cuts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where cut.range.lowerBound >= offset && cut.range.upperBound <= bytes.endIndex {
            markdown.shown += bytes[offset..<cut.range.lowerBound]
            offset = cut.closesGap ? markdown.closeGap(after: cut.range.upperBound) : cut.range.upperBound
        }
        markdown.shown += bytes[offset...]
        markdown.endLine()
        return String(decoding: markdown.shown[firstLine(of: markdown.shown[...])...], as: UTF8.self)
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// - Returns: Where to go on.
    private mutating func closeGap(after offset: Int) -> Int {
        let rest = bytes[offset...].drop(while: isBlank)
        let endsLine = rest.first.map { $0 == newline } ?? true
        let before = shown.reversed().first { !isBlank($0) }
        if endsLine, before.map({ $0 == newline }) ?? true {
            // What stood before and after a line of its own were two paragraphs.
            endLine()
            if !shown.isEmpty { shown += [newline, newline] }
            return ShownMarkdown.firstLine(of: rest)
        }
        return shown.last.map(isBlank) ?? false ? rest.startIndex : offset
    }

    /// Takes off the blank lines at the end, and the end of the line before them.
    private mutating func endLine() {
        var end = shown.count
        var offset = shown.count
        while offset > 0, isBlank(shown[offset - 1]) || shown[offset - 1] == newline {
            offset -= 1
            if shown[offset] == newline { end = offset }
        }
        if offset == 0 { end = 0 }
        if end > offset, shown[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        shown.removeSubrange(end...)
    }

    /// Where the first line begins that is not blank.
    private static func firstLine(of bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.firstIndex(where: { !isBlank($0) && $0 != newline }) else { return bytes.endIndex }
        return bytes[..<first].lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
    }
}

private let newline = UInt8(ascii: "\n")

private func isBlank(_ byte: UInt8) -> Bool { byte != newline && byte <= 0x20 }
