import Difference
import YAML

/// Merges three versions of a list in block style, member by member.
struct SequenceMerge {
    /// Merges what members hold.
    let fields: YAMLMerge

    /// - Returns: Nil where the layout is such that only a person can.
    func merged(_ base: YAMLMerge.Version, _ ours: YAMLMerge.Version, _ theirs: YAMLMerge.Version, path: [String])
        -> MergedText?
    {
        guard let middle = BlockSequence(base.node, in: base.bytes, within: base.range),
            let left = BlockSequence(ours.node, in: ours.bytes, within: ours.range),
            let right = BlockSequence(theirs.node, in: theirs.bytes, within: theirs.range)
        else { return nil }
        let lists = (middle.members, left.members, right.members)
        let alignment = ThreeWayAlignment(
            base: lists.0.map(\.node.saying), ours: lists.1.map(\.node.saying), theirs: lists.2.map(\.node.saying))
        func whole(_ member: BlockSequence.Member, _ list: BlockSequence) -> [UInt8] {
            let shift = left.indent - list.indent
            return Layout.shifted(list.bytes[member.lead], by: shift, firstLine: true)
                + [UInt8](repeating: 0x20, count: left.indent)
                + Layout.closed(Layout.shifted(list.bytes[member.text], by: shift, firstLine: false), fields.newline)
        }
        var merged = fields.empty
        // What stands above the first dash.
        if let first = left.members.first {
            let start = BlockMapping.lineStart(first.text.lowerBound, left.bytes)
            merged.append(left.bytes[ours.range.lowerBound..<max(start, ours.range.lowerBound)])
        }
        for part in alignment.parts {
            if part.isCommon {
                let members = (
                    lists.0[part.base.lowerBound], lists.1[part.ours.lowerBound], lists.2[part.theirs.lowerBound]
                )
                let isOurs = !whole(members.1, left).elementsEqual(whole(members.0, middle))
                merged.append(isOurs ? whole(members.1, left) : whole(members.2, right))
                continue
            }
            let base = lists.0[part.base]
            let ours = lists.1[part.ours]
            let theirs = lists.2[part.theirs]
            let choice = ListChoice(
                base: base.map(\.node), ours: ours.map(\.node), theirs: theirs.map(\.node),
                isOrdered: MemberPairing.isOrdered(path.last))
            guard let picks = choice.picks else {
                // One member that both changed may be merged within.
                if base.count == 1, ours.count == 1, theirs.count == 1,
                    let inner = member((base.first, middle), (ours.first, left), (theirs.first, right), path)
                {
                    merged.append(inner)
                    continue
                }
                merged.conflict(
                    ours.flatMap { whole($0, left) }, theirs.flatMap { whole($0, right) },
                    in: path.joined(separator: "."))
                continue
            }
            for pick in picks {
                switch pick {
                case .ours(let index): merged.append(whole(ours[ours.startIndex + index], left))
                case .theirs(let index): merged.append(whole(theirs[theirs.startIndex + index], right))
                }
            }
        }
        return merged
    }

    /// A member that is a mapping, known by the same name on all sides.
    private func member(
        _ base: (BlockSequence.Member?, BlockSequence), _ ours: (BlockSequence.Member?, BlockSequence),
        _ theirs: (BlockSequence.Member?, BlockSequence), _ path: [String]
    ) -> MergedText? {
        guard let middle = base.0, let left = ours.0, let right = theirs.0,
            let name = MemberPairing.identity(of: middle.node), MemberPairing.identity(of: left.node) == name,
            MemberPairing.identity(of: right.node) == name
        else { return nil }
        func version(_ member: BlockSequence.Member, _ list: BlockSequence) -> YAMLMerge.Version {
            YAMLMerge.Version(
                bytes: list.bytes, node: member.node, range: member.text.lowerBound..<member.text.upperBound)
        }
        let texts = (version(middle, base.1), version(left, ours.1), version(right, theirs.1))
        var merged = fields.empty
        merged.append(ours.1.bytes[left.lead])
        merged.append([UInt8](repeating: 0x20, count: ours.1.indent))
        if left.node.range.lowerBound < ours.1.bytes.count,
            ours.1.bytes[left.node.range.lowerBound] == UInt8(ascii: "{")
        {
            let flow = FlowMerge(
                base: (base.1.bytes, middle.node), ours: (ours.1.bytes, left.node),
                theirs: (theirs.1.bytes, right.node),
                key: path.last)
            guard let text = flow.text else { return nil }
            merged.append(ours.1.bytes[left.text.lowerBound..<left.node.range.lowerBound])
            merged.append(text)
            merged.append(ours.1.bytes[left.node.range.upperBound..<left.text.upperBound])
            return merged
        }
        guard let inner = fields.mapping(texts.0, texts.1, texts.2, path: path + [name]) else { return nil }
        merged.append(inner)
        return merged
    }
}
