import Content
import Diagnostics

/// A line of an outline that says something.
struct OutlineLine {
    /// Columns before it; a tab reaches to the next multiple of four.
    let indent: Int
    /// After a bullet, what follows it.
    let text: Located<String>
    let isBullet: Bool
    let followsBlank: Bool

    static func lines(of source: SourceFile, _ text: String) -> [OutlineLine] {
        let bytes = source.bytes
        let lines = LineIndex(source)
        var found: [OutlineLine] = []
        var followsBlank = true
        for number in 1...lines.lineCount {
            var range = lines.range(ofLine: number)
            if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { range = 3..<range.upperBound }
            var indent = 0
            while let first = range.first, bytes[first] == 0x20 || bytes[first] == 0x09 {
                indent = bytes[first] == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
                range = range.dropFirst().lowerBound..<range.upperBound
            }
            guard let content = trimmed(range, bytes) else {
                followsBlank = true
                continue
            }
            let text = source.text(content)
            let bullet = bulletLength(text)
            let rest = content.lowerBound + bullet..<content.upperBound
            let kept = bullet > 0 ? trimmedFront(rest, bytes) : content
            found.append(
                OutlineLine(
                    indent: indent, text: Located(source.text(kept), range: kept), isBullet: bullet > 0,
                    followsBlank: followsBlank))
            followsBlank = false
        }
        return found
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return end > range.lowerBound ? range.lowerBound..<end : nil
    }

    private static func trimmedFront(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        return start..<range.upperBound
    }

    /// How many bytes the bullet takes that a line begins with.
    private static func bulletLength(_ text: String) -> Int {
        for bullet in ["-", "*", "•", "–", "+"] {
            if text == bullet || text.hasPrefix(bullet + " ") || text.hasPrefix(bullet + "\t") {
                return bullet.utf8.count
            }
        }
        return 0
    }
}

extension Located<String> {
    /// A part of the text, with its place.
    func part(_ part: Range<String.Index>) -> Located<String> {
        let start = range.lowerBound + value.utf8.distance(from: value.startIndex, to: part.lowerBound)
        let text = value[part]
        return Located(String(text), range: start..<start + text.utf8.count)
    }

    /// Without spaces around it.
    var trimmed: Located<String> {
        let start = value.firstIndex { !$0.isWhitespace } ?? value.endIndex
        let end = value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) } ?? start
        return part(start..<end)
    }
}
