import Difference
import YAML

/// Merges a value in flow style, such as `{last: 2026-06-01, every: 90d}` or `[mri, ct]`.
struct FlowMerge {
    typealias Version = (bytes: [UInt8], node: Node)

    /// Nil: a person must say.
    private(set) var text: [UInt8]?

    /// - Parameter key: Of the field that it is the value of.
    init(base: Version?, ours: Version, theirs: Version, key: String?) {
        text = FlowMerge.merged(base, ours, theirs, key: key)
    }

    private static func source(_ version: Version) -> [UInt8] { Array(version.bytes[version.node.range]) }

    private static func merged(_ base: Version?, _ ours: Version, _ theirs: Version, key: String?) -> [UInt8]? {
        if ours.node.says(theirs.node) { return source(ours) }
        if let base, theirs.node.says(base.node) { return source(ours) }
        if let base, ours.node.says(base.node) { return isFlow(theirs) ? source(theirs) : nil }
        guard isFlow(ours), isFlow(theirs), let base, isFlow(base) else { return nil }
        if ours.node.mapping != nil { return mapping(base, ours, theirs) }
        return sequence(base, ours, theirs, key: key)
    }

    /// On one line, so that it can stand where another value stood.
    private static func isFlow(_ version: Version) -> Bool {
        let text = version.bytes[version.node.range]
        guard !text.contains(UInt8(ascii: "\n")) else { return false }
        if version.node.mapping != nil { return text.first == UInt8(ascii: "{") }
        return version.node.sequence == nil || text.first == UInt8(ascii: "[")
    }

    private static func mapping(_ base: Version, _ ours: Version, _ theirs: Version) -> [UInt8]? {
        guard let middle = base.node.mapping, let left = ours.node.mapping, let right = theirs.node.mapping else {
            return nil
        }
        var parts: [[UInt8]] = []
        func add(_ version: Version, _ entry: Mapping.Entry, _ value: [UInt8]? = nil) {
            let head = version.bytes[entry.keyRange.lowerBound..<entry.value.range.lowerBound]
            parts.append(Array(head) + (value ?? Array(version.bytes[entry.value.range])))
        }
        for entry in left.entries {
            let old = middle.entry(entry.key.text)
            guard let other = right.entry(entry.key.text) else {
                guard let old else {
                    add(ours, entry)
                    continue
                }
                if entry.value.says(old.value) { continue }
                return nil
            }
            let value = merged(
                old.map { (base.bytes, $0.value) }, (ours.bytes, entry.value), (theirs.bytes, other.value),
                key: entry.key.text)
            guard let value else { return nil }
            add(ours, entry, value)
        }
        for entry in right.entries where left.entry(entry.key.text) == nil {
            guard let old = middle.entry(entry.key.text) else {
                add(theirs, entry)
                continue
            }
            if !entry.value.says(old.value) { return nil }
        }
        return wrapped(parts, like: ours)
    }

    private static func sequence(_ base: Version, _ ours: Version, _ theirs: Version, key: String?) -> [UInt8]? {
        guard let middle = base.node.sequence, let left = ours.node.sequence, let right = theirs.node.sequence else {
            return nil
        }
        let alignment = ThreeWayAlignment(
            base: middle.map(\.saying), ours: left.map(\.saying), theirs: right.map(\.saying))
        var parts: [[UInt8]] = []
        for part in alignment.parts {
            let mine = Array(left[part.ours])
            let yours = Array(right[part.theirs])
            let choice = ListChoice(
                base: Array(middle[part.base]), ours: mine, theirs: yours, isOrdered: MemberPairing.isOrdered(key))
            guard let picks = choice.picks else { return nil }
            for pick in picks {
                switch pick {
                case .ours(let index): parts.append(Array(ours.bytes[mine[index].range]))
                case .theirs(let index): parts.append(Array(theirs.bytes[yours[index].range]))
                }
            }
        }
        return wrapped(parts, like: ours)
    }

    /// In the brackets of a version, with its spaces beside them.
    private static func wrapped(_ parts: [[UInt8]], like version: Version) -> [UInt8] {
        let text = version.bytes[version.node.range]
        let isSpaced = text.dropFirst().first == 0x20 && !parts.isEmpty
        let space: [UInt8] = isSpaced ? [0x20] : []
        return text.prefix(1) + space + parts.joined(separator: Array(", ".utf8)) + space + text.suffix(1)
    }
}
