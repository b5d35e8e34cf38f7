/// A text that a merge puts together, with the conflicts that are left in it.
struct MergedText {
    private(set) var bytes: [UInt8] = []
    /// What is in conflict: the names of fields, or `text`.
    private(set) var conflicts: [String] = []
    private let labels: MergeLabels
    private let newline: [UInt8]

    init(_ labels: MergeLabels, newline: [UInt8]) {
        self.labels = labels
        self.newline = newline
    }

    /// Another part of the same text.
    var part: MergedText { MergedText(labels, newline: newline) }

    mutating func append(_ text: some Sequence<UInt8>) { bytes += text }

    mutating func append(_ other: MergedText) {
        bytes += other.bytes
        conflicts += other.conflicts
    }

    /// Both sides between markers that stand on lines of their own.
    mutating func conflict(_ ours: some Collection<UInt8>, _ theirs: some Collection<UInt8>, in name: String) {
        conflicts.append(name)
        endLine()
        marker("<", labels.ours)
        bytes += ours
        endLine()
        marker("=", "")
        bytes += theirs
        endLine()
        marker(">", labels.theirs)
    }

    private mutating func endLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += newline }
    }

    private mutating func marker(_ sign: String, _ label: String) {
        let signs = String(repeating: sign, count: min(max(labels.markerSize, 1), 200))
        bytes += Array((label.isEmpty ? signs : "\(signs) \(label)").utf8) + newline
    }
}
