import YAML

/// A list in block style, cut into its members.
struct BlockSequence {
    struct Member {
        let node: Node
        let lead: Range<Int>
        /// From its dash to where the next member begins.
        let text: Range<Int>
    }

    let bytes: [UInt8]
    let members: [Member]
    /// Columns before each dash.
    let indent: Int

    init?(_ node: Node, in bytes: [UInt8], within range: Range<Int>) {
        guard let nodes = node.sequence, !nodes.isEmpty, node.range.lowerBound < bytes.count,
            bytes[node.range.lowerBound] == UInt8(ascii: "-")
        else { return nil }
        self.bytes = bytes
        var dashes: [Int] = []
        for node in nodes {
            let line = BlockMapping.lineStart(node.range.lowerBound, bytes)
            let dash = bytes[line..<node.range.lowerBound].firstIndex { $0 != 0x20 }
            // A member that begins on a line below its dash, or two dashes on a line.
            guard let dash, bytes[dash] == UInt8(ascii: "-"),
                bytes[(dash + 1)..<node.range.lowerBound].allSatisfy({ $0 == 0x20 })
            else { return nil }
            dashes.append(dash)
        }
        indent = dashes[0] - BlockMapping.lineStart(dashes[0], bytes)
        var members: [Member] = []
        var lead = dashes[0]..<dashes[0]
        for (index, node) in nodes.enumerated() {
            var end = range.upperBound
            var nextLead = end..<end
            if index + 1 < nodes.count {
                let line = BlockMapping.lineStart(dashes[index + 1], bytes)
                guard line > dashes[index], dashes[index + 1] - line == indent else { return nil }
                end = BlockMapping.leadStart(line, notBefore: node.range.upperBound, bytes)
                nextLead = end..<line
            }
            members.append(Member(node: node, lead: lead, text: dashes[index]..<end))
            lead = nextLead
        }
        self.members = members
    }
}
