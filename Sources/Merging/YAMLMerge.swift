import Difference
import YAML

/// Merges three versions of a YAML document field by field. What one side alone changed is taken over as it is written there,
/// with its comments; what both changed is merged further in, or left as a conflict of that field.
struct YAMLMerge {
    /// One version: its bytes, and the part of them that holds a value.
    struct Version {
        let bytes: [UInt8]
        let node: Node
        let range: Range<Int>

        func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }
    }

    let labels: MergeLabels
    let newline: [UInt8]

    /// - Returns: Nil where the layout is such that only lines can be merged.
    func merged(_ base: Version?, _ ours: Version, _ theirs: Version) -> MergedText? {
        mapping(base, ours, theirs, path: [])
    }

    var empty: MergedText { MergedText(labels, newline: newline) }

    /// - Parameter path: The keys that lead here.
    func mapping(_ base: Version?, _ ours: Version, _ theirs: Version, path: [String]) -> MergedText? {
        guard let left = BlockMapping(ours.node, in: ours.bytes, within: ours.range),
            let right = BlockMapping(theirs.node, in: theirs.bytes, within: theirs.range)
        else { return nil }
        let middle = base.flatMap { BlockMapping($0.node, in: $0.bytes, within: $0.range) }
        if base != nil, middle == nil { return nil }
        let sides = (
            base: entries(middle), ours: entries(left), theirs: entries(right)
        )
        var merged = empty
        merged.append(head(middle, left, right))
        var isFirst = true
        for key in order(left.entries.map(\.key), right.entries.map(\.key)) {
            let path = path + [key]
            let entries = (base: sides.base[key], ours: sides.ours[key], theirs: sides.theirs[key])
            var part = empty
            entry(entries, (middle, left, right), path, isFirst: isFirst, into: &part)
            guard !part.bytes.isEmpty else { continue }
            merged.append(part)
            isFirst = false
        }
        return isFirst ? nil : merged
    }

    private func entries(_ mapping: BlockMapping?) -> [String: BlockMapping.Entry] {
        Dictionary((mapping?.entries ?? []).map { ($0.key, $0) }) { first, _ in first }
    }

    /// Ours, and theirs that are new after what they follow there.
    private func order(_ ours: [String], _ theirs: [String]) -> [String] {
        let known = Set(ours)
        var following: [String: [String]] = [:]
        var last = ""
        for key in theirs {
            if known.contains(key) { last = key } else { following[last, default: []].append(key) }
        }
        // A new first field is taken to the end: the first one tells what a file is.
        return ours.flatMap { [$0] + (following[$0] ?? []) } + (following[""] ?? [])
    }

    private func head(_ base: BlockMapping?, _ ours: BlockMapping, _ theirs: BlockMapping) -> ArraySlice<UInt8> {
        let texts = (ours.bytes[ours.head], theirs.bytes[theirs.head])
        guard let base, base.bytes[base.head].elementsEqual(texts.0), base.indent == theirs.indent else {
            return texts.0
        }
        return texts.1
    }

    private typealias Entries = (base: BlockMapping.Entry?, ours: BlockMapping.Entry?, theirs: BlockMapping.Entry?)
    private typealias Mappings = (base: BlockMapping?, ours: BlockMapping, theirs: BlockMapping)

    private func entry(
        _ entries: Entries, _ mappings: Mappings, _ path: [String], isFirst: Bool, into merged: inout MergedText
    ) {
        func take(_ entry: BlockMapping.Entry, _ mapping: BlockMapping) {
            merged.append(whole(entry, mapping, indent: mappings.ours.indent, isFirst: isFirst))
        }
        func text(_ entry: BlockMapping.Entry?, _ mapping: BlockMapping) -> [UInt8] {
            entry.map { whole($0, mapping, indent: mappings.ours.indent, isFirst: false) } ?? []
        }
        func conflict() {
            merged.conflict(
                text(entries.ours, mappings.ours), text(entries.theirs, mappings.theirs),
                in: path.joined(separator: "."))
        }
        switch (entries.base, entries.ours, entries.theirs) {
        case (_, nil, nil): break
        case (nil, let ours?, nil): take(ours, mappings.ours)
        case (nil, nil, let theirs?): take(theirs, mappings.theirs)
        case (let base?, let ours?, nil): if !ours.node.says(base.node) { conflict() }
        case (let base?, nil, let theirs?): if !theirs.node.says(base.node) { conflict() }
        case (let base, let ours?, let theirs?):
            let isOurs = ours.node.says(theirs.node) || base.map { theirs.node.says($0.node) } ?? false
            let isTheirs = base.map { ours.node.says($0.node) } ?? false
            switch (isOurs, isTheirs) {
            case (true, true), (true, false):
                // The values are settled; what is left is how they are written.
                if let base, let middle = mappings.base, isSame(ours, mappings.ours, base, middle),
                    ours.node.says(theirs.node)
                {
                    take(theirs, mappings.theirs)
                } else if base.map({ hasOwnComments(theirs, mappings.theirs, $0, mappings.base) }) ?? false,
                    !ours.node.says(theirs.node)
                {
                    lines(entries, mappings, path, isFirst: isFirst, into: &merged)
                } else {
                    take(ours, mappings.ours)
                }
            case (false, true):
                if let base, hasOwnComments(ours, mappings.ours, base, mappings.base) {
                    lines(entries, mappings, path, isFirst: isFirst, into: &merged)
                } else {
                    take(theirs, mappings.theirs)
                }
            case (false, false):
                if let inner = value(entries, mappings, path, isFirst: isFirst) {
                    merged.append(inner)
                } else {
                    conflict()
                }
            }
        }
    }

    /// With its comments, as it would stand in our version.
    private func whole(
        _ entry: BlockMapping.Entry, _ mapping: BlockMapping, indent: Int, isFirst: Bool
    ) -> [UInt8] {
        let shift = indent - mapping.indent
        let lead = isFirst ? [] : Layout.shifted(mapping.bytes[entry.lead], by: shift, firstLine: true)
        let margin = isFirst ? [] : [UInt8](repeating: 0x20, count: indent)
        let text = Layout.shifted(mapping.bytes[entry.text], by: shift, firstLine: false)
        return lead + margin + Layout.closed(text, newline)
    }

    private func isSame(
        _ entry: BlockMapping.Entry, _ mapping: BlockMapping, _ other: BlockMapping.Entry, _ second: BlockMapping
    ) -> Bool {
        mapping.bytes[entry.lead].elementsEqual(second.bytes[other.lead])
            && mapping.bytes[entry.text].elementsEqual(second.bytes[other.text])
    }

    /// Whether a side's comments differ from those of the base.
    private func hasOwnComments(
        _ entry: BlockMapping.Entry, _ mapping: BlockMapping, _ base: BlockMapping.Entry, _ middle: BlockMapping?
    ) -> Bool {
        guard let middle else { return false }
        func comments(_ entry: BlockMapping.Entry, _ mapping: BlockMapping) -> [ArraySlice<UInt8>] {
            (mapping.bytes[entry.lead] + mapping.bytes[entry.text]).split(separator: UInt8(ascii: "\n")).filter {
                $0.contains(UInt8(ascii: "#"))
            }
        }
        return comments(entry, mapping) != comments(base, middle)
    }

    /// By lines, where one side changed the value and the other a comment.
    private func lines(
        _ entries: Entries, _ mappings: Mappings, _ path: [String], isFirst: Bool, into merged: inout MergedText
    ) {
        guard let base = entries.base, let ours = entries.ours, let theirs = entries.theirs, let middle = mappings.base
        else { return }
        let indent = mappings.ours.indent
        let texts = [(base, middle), (ours, mappings.ours), (theirs, mappings.theirs)].map {
            whole($0, $1, indent: indent, isFirst: isFirst)
        }
        let result = ProseMerge(lines: texts[0][...], texts[1][...], texts[2][...], into: empty).merged
        if result.conflicts.isEmpty {
            merged.append(result)
        } else {
            merged.conflict(
                whole(ours, mappings.ours, indent: indent, isFirst: false),
                whole(theirs, mappings.theirs, indent: indent, isFirst: false), in: path.joined(separator: "."))
        }
    }

    /// A field that both sides changed, as far as its parts can be told apart.
    private func value(_ entries: Entries, _ mappings: Mappings, _ path: [String], isFirst: Bool) -> MergedText? {
        guard let ours = entries.ours, let theirs = entries.theirs else { return nil }
        func version(_ entry: BlockMapping.Entry, _ mapping: BlockMapping) -> Version {
            let key = entry.keyRange.upperBound
            let colon = mapping.bytes[key..<entry.text.upperBound].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            return Version(
                bytes: mapping.bytes, node: entry.node, range: (colon ?? entry.text.upperBound)..<entry.text.upperBound)
        }
        let base = entries.base.flatMap { entry in mappings.base.map { version(entry, $0) } }
        let left = version(ours, mappings.ours)
        let right = version(theirs, mappings.theirs)
        let isBlock = left.node.range.lowerBound >= left.range.lowerBound
        var merged = empty
        merged.append(mappings.ours.bytes[isFirst ? ours.lead.upperBound..<ours.lead.upperBound : ours.lead])
        if !isFirst { merged.append([UInt8](repeating: 0x20, count: mappings.ours.indent)) }
        if isBlock {
            merged.append(mappings.ours.bytes[ours.text.lowerBound..<left.range.lowerBound])
            if left.node.mapping != nil {
                guard let inner = mapping(base, left, right, path: path) else { return nil }
                merged.append(inner)
                return merged
            }
            guard let base, let inner = SequenceMerge(fields: self).merged(base, left, right, path: path) else {
                return nil
            }
            merged.append(inner)
            return merged
        }
        // The value stands on the line of its key.
        let flow = FlowMerge(
            base: entries.base.flatMap { entry in mappings.base.map { ($0.bytes, entry.node) } },
            ours: (mappings.ours.bytes, ours.node), theirs: (mappings.theirs.bytes, theirs.node), key: path.last)
        guard let text = flow.text else { return nil }
        merged.append(mappings.ours.bytes[ours.text.lowerBound..<ours.node.range.lowerBound])
        merged.append(text)
        merged.append(mappings.ours.bytes[ours.node.range.upperBound..<ours.text.upperBound])
        return merged
    }
}
