/// What a report says of a finding's place. It is noted while the file is at hand, so that no file need be kept.
package struct Trace: Hashable, Sendable {
    private let startLine: UInt32
    private let startColumn: UInt32
    private let endLine: UInt32
    private let endColumn: UInt32
    /// A hash of all that stays the same about the finding while the file around it changes: the rule's code, the item's id
    /// (or the path, where there is no item), the pointer into the YAML (where there is one) and the flagged text.
    package let identity: UInt64

    /// - Parameter lines: Of the file that the finding is in; nil when it cannot be read.
    package init(of diagnostic: Diagnostic, in file: SourceFile?, _ lines: LineIndex?) {
        let span = lines?.span(of: diagnostic.location.range) ?? .beginning
        startLine = UInt32(clamping: span.start.line)
        startColumn = UInt32(clamping: span.start.column)
        endLine = UInt32(clamping: span.end.line)
        endColumn = UInt32(clamping: span.end.column)
        let bytes = file?.bytes ?? []
        var hash = FNV1a()
        hash.add(diagnostic.rule.code)
        hash.add(diagnostic.item.map { "item " + $0 } ?? "path " + diagnostic.location.path)
        hash.add(diagnostic.pointer.map { "pointer " + $0 } ?? "body")
        // Another secret, or another misspelling, in the same place is another finding.
        hash.add(bytes[diagnostic.location.range.clamped(to: 0..<bytes.count)])
        identity = hash.value
    }

    package var span: Span {
        Span(
            start: LineIndex.Position(line: Int(startLine), column: Int(startColumn)),
            end: LineIndex.Position(line: Int(endLine), column: Int(endColumn)))
    }
}

/// The 64-bit Fowler–Noll–Vo hash, variant 1a. It is the same on every machine and in every release, which Swift's
/// own hashes are not; nothing here has to withstand somebody who looks for collisions.
package struct FNV1a {
    package private(set) var value: UInt64

    package init(_ value: UInt64 = 0xCBF2_9CE4_8422_2325) {
        self.value = value
    }

    /// Adds a text and an end that no UTF-8 contains, so that `ab`, `c` and `a`, `bc` differ.
    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)
    }

    package mutating func add(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes { add(byte) }
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
