import YAML

/// A block mapping of one version, cut into its entries so that each can be taken over with its comments and layout.
struct BlockMapping {
    struct Entry {
        let key: String
        let node: Node
        let keyRange: Range<Int>
        /// Lines of comment above it.
        let lead: Range<Int>
        /// From its key to where the next entry begins, its last line break included.
        let text: Range<Int>
    }

    let bytes: [UInt8]
    let entries: [Entry]
    /// Columns before each key.
    let indent: Int
    /// What stands before the first key on its line and above it.
    let head: Range<Int>

    /// - Parameter range: All that belongs to it, from where it may begin to where it must end.
    /// - Returns: Nil for a flow mapping, one without entries, or one with entries that share lines.
    init?(_ node: Node, in bytes: [UInt8], within range: Range<Int>) {
        guard let mapping = node.mapping, let first = mapping.entries.first, node.range.lowerBound < bytes.count,
            bytes[node.range.lowerBound] != UInt8(ascii: "{"), first.keyRange.lowerBound >= range.lowerBound
        else { return nil }
        self.bytes = bytes
        indent = first.keyRange.lowerBound - BlockMapping.lineStart(first.keyRange.lowerBound, bytes)
        head = range.lowerBound..<first.keyRange.lowerBound
        var entries: [Entry] = []
        var lead = first.keyRange.lowerBound..<first.keyRange.lowerBound
        for (index, entry) in mapping.entries.enumerated() {
            var end = range.upperBound
            var nextLead = end..<end
            if index + 1 < mapping.entries.count {
                let next = mapping.entries[index + 1].keyRange.lowerBound
                let line = BlockMapping.lineStart(next, bytes)
                guard line > entry.keyRange.lowerBound, next - line == indent else { return nil }
                end = BlockMapping.leadStart(line, notBefore: entry.value.range.upperBound, bytes)
                nextLead = end..<line
            }
            guard entry.keyRange.lowerBound < end else { return nil }
            entries.append(
                Entry(
                    key: entry.key.text, node: entry.value, keyRange: entry.keyRange, lead: lead,
                    text: entry.keyRange.lowerBound..<end))
            lead = nextLead
        }
        self.entries = entries
    }

    static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
        bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    /// Upwards over lines of comment.
    static func leadStart(_ line: Int, notBefore limit: Int, _ bytes: [UInt8]) -> Int {
        var start = line
        while start > 0 {
            let previous = lineStart(start - 1, bytes)
            guard previous >= limit, bytes[previous..<start].first(where: { $0 != 0x20 }) == UInt8(ascii: "#") else {
                break
            }
            start = previous
        }
        return start
    }
}
