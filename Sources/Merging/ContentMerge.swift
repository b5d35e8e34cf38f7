import Content
import Diagnostics
import YAML

/// A three-way merge of one file of a knowledge base: front matter and YAML by field, prose by paragraph, all else by line.
package struct ContentMerge: Sendable {
    package let bytes: [UInt8]
    /// The fields that a person must settle, `text` for prose; empty for a merge that is done.
    package let conflicts: [String]

    /// - Parameters:
    ///   - path: In the knowledge base; its kind follows from it.
    ///   - base: What both sides come from; empty where neither does.
    package init(path: String, base: [UInt8], ours: [UInt8], theirs: [UInt8], labels: MergeLabels = MergeLabels()) {
        let newline: [UInt8] = ours.firstOffset(of: [0x0D, 0x0A]) == nil ? [0x0A] : [0x0D, 0x0A]
        let empty = MergedText(labels, newline: newline)
        func done(_ bytes: [UInt8]) -> ([UInt8], [String]) { (bytes, []) }
        let outcome: ([UInt8], [String])
        if ours == theirs || theirs == base {
            outcome = done(ours)
        } else if ours == base {
            outcome = done(theirs)
        } else if let merged = ContentMerge.byField(path, base, ours, theirs, labels, newline) {
            outcome = (merged.bytes, merged.conflicts)
        } else if [base, ours, theirs].contains(where: { $0.contains(0) }) {
            // Bytes cannot be merged; git leaves ours, and says that there is a conflict.
            outcome = (ours, ["bytes"])
        } else {
            let merged = ProseMerge(lines: base[...], ours[...], theirs[...], into: empty).merged
            outcome = (merged.bytes, merged.conflicts)
        }
        (bytes, conflicts) = outcome
    }

    /// Nil where a version cannot be read, or the outcome could not be.
    private static func byField(
        _ path: String, _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ labels: MergeLabels, _ newline: [UInt8]
    ) -> MergedText? {
        guard case .kind(let kind) = FileKind.at(path), kind.hasSchema else { return nil }
        // Where neither side comes from anything, equal fields are one and the others both sides'.
        let files = [base, ours, theirs].filter { !$0.isEmpty }.map { bytes in
            ContentReader(timeZone: { _ in nil }).read(SourceFile(path: path, bytes: bytes), as: kind)
        }
        var versions: [YAMLMerge.Version] = []
        for file in files {
            guard let root = file.root, file.extent != .nothing, !usesAliases(file.source.bytes) else { return nil }
            let start = file.source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let range = file.frontMatter ?? start..<file.source.bytes.count
            versions.append(YAMLMerge.Version(bytes: file.source.bytes, node: root, range: range))
        }
        guard versions.count == (base.isEmpty ? 2 : 3) else { return nil }
        let (left, right) = (versions[versions.count - 2], versions[versions.count - 1])
        let middle = base.isEmpty ? nil : versions[0]
        guard let fields = YAMLMerge(labels: labels, newline: newline).merged(middle, left, right) else { return nil }
        var merged = MergedText(labels, newline: newline)
        merged.append(ours[..<left.range.lowerBound])
        merged.append(fields)
        if files.last?.frontMatter != nil {
            let bodies = [middle, left, right].map { version in version.map { $0.bytes[$0.range.upperBound...] } ?? [] }
            merged.append(
                ProseMerge(
                    base: bodies[0], ours: bodies[1], theirs: bodies[2], into: MergedText(labels, newline: newline)
                ).merged)
        }
        // A merge without a conflict must be a file that can be read.
        guard fields.conflicts.isEmpty else { return merged }
        let check = ContentReader(timeZone: { _ in nil }).read(SourceFile(path: path, bytes: merged.bytes), as: kind)
        return check.extent == .nothing ? nil : merged
    }

    /// An alias stands for what another place says, so that a field cannot be moved by itself.
    private static func usesAliases(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while let offset = bytes.firstOffset(of: UInt8(ascii: "*"), from: start) {
            start = offset + 1
            guard offset > 1, start < bytes.count, bytes[start] > 0x20, bytes[offset - 1] == 0x20 else { continue }
            if [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ",")].contains(bytes[offset - 2]) { return true }
        }
        return false
    }
}
