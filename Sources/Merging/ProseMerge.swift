/// Merges three versions of a text by paragraphs, and those that both sides changed by lines.
struct ProseMerge {
    private(set) var merged: MergedText

    /// A paragraph with the empty lines after it, or a line.
    private struct Unit {
        let bytes: ArraySlice<UInt8>
        let key: String
    }

    init(base: ArraySlice<UInt8>, ours: ArraySlice<UInt8>, theirs: ArraySlice<UInt8>, into merged: MergedText) {
        self.merged = merged
        merge(
            ProseMerge.paragraphs(base), ProseMerge.paragraphs(ours), ProseMerge.paragraphs(theirs), areLines: false)
    }

    /// By lines alone.
    init(lines base: ArraySlice<UInt8>, _ ours: ArraySlice<UInt8>, _ theirs: ArraySlice<UInt8>, into merged: MergedText)
    {
        self.merged = merged
        merge(ProseMerge.lines(base), ProseMerge.lines(ours), ProseMerge.lines(theirs), areLines: true)
    }

    private mutating func merge(_ base: [Unit], _ ours: [Unit], _ theirs: [Unit], areLines: Bool) {
        let alignment = ThreeWayAlignment(base: base.map(\.key), ours: ours.map(\.key), theirs: theirs.map(\.key))
        for part in alignment.parts {
            merge(base[part.base], ours[part.ours], theirs[part.theirs], areLines: areLines)
        }
    }

    private mutating func merge(
        _ base: ArraySlice<Unit>, _ ours: ArraySlice<Unit>, _ theirs: ArraySlice<Unit>, areLines: Bool
    ) {
        let texts = (base: ProseMerge.text(base), ours: ProseMerge.text(ours), theirs: ProseMerge.text(theirs))
        if texts.ours == texts.theirs || texts.theirs == texts.base {
            merged.append(texts.ours)
        } else if texts.ours == texts.base {
            merged.append(texts.theirs)
        } else if base.map(\.key) == theirs.map(\.key) {
            // They laid it out anew, and we changed words.
            merged.append(texts.ours)
        } else if base.map(\.key) == ours.map(\.key) {
            merged.append(texts.theirs)
        } else if base.count == ours.count, base.count == theirs.count, base.count > 1 {
            // Neighbours that each side changed one of.
            for (index, unit) in base.enumerated() {
                let (left, right) = (ours.startIndex + index, theirs.startIndex + index)
                merge([unit], ours[left...left], theirs[right...right], areLines: areLines)
            }
        } else if areLines {
            merged.conflict(texts.ours, texts.theirs, in: "text")
        } else {
            merge(
                ProseMerge.lines(texts.base[...]), ProseMerge.lines(texts.ours[...]),
                ProseMerge.lines(texts.theirs[...]), areLines: true)
        }
    }

    private static func text(_ units: ArraySlice<Unit>) -> [UInt8] { units.flatMap(\.bytes) }

    private static func lines(_ bytes: ArraySlice<UInt8>) -> [Unit] {
        var units: [Unit] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
            units.append(Unit(bytes: bytes[start..<end], key: String(decoding: bytes[start..<end], as: UTF8.self)))
            start = end
        }
        return units
    }

    private static func paragraphs(_ bytes: ArraySlice<UInt8>) -> [Unit] {
        var units: [Unit] = []
        var start = bytes.startIndex
        var isBlank = false
        func close(_ end: Int) {
            guard start < end else { return }
            units.append(Unit(bytes: bytes[start..<end], key: key(bytes[start..<end])))
            start = end
        }
        for line in lines(bytes) {
            let isEmpty = line.bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
            if isBlank && !isEmpty { close(line.bytes.startIndex) }
            isBlank = isEmpty
        }
        close(bytes.endIndex)
        return units
    }

    /// Equal for paragraphs that differ in their line breaks alone. In code, they count.
    private static func key(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let isCode = text.hasPrefix("    ") || text.hasPrefix("\t") || text.contains("```") || text.contains("~~~")
        // Each line of a list or a table stands for itself.
        let isLaid = text.split(separator: "\n").contains { line in
            ["-", "*", "+", "|", "#", ">", ":"].contains { line.drop { $0 == " " }.hasPrefix($0) }
        }
        return isCode || isLaid ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "\n"
    }
}
