package import Diagnostics

/// What stays the same about a finding while the file around it changes: 16 hexadecimal digits.
///
/// A hash of the rule's code, the item's id (or the path, where there is no item), the pointer into the YAML (where there is
/// one), the flagged text, and which of several equal ones it is. Line numbers, offsets and messages have no part in it.
package struct Fingerprint: Hashable, Sendable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// - Parameters:
    ///   - flagged: the bytes that the finding's location spans.
    ///   - ordinal: how many findings before it are equal in all else.
    package init(of diagnostic: Diagnostic, flagged: ArraySlice<UInt8>, ordinal: Int = 0) {
        var hash = FNV1a()
        hash.add(diagnostic.rule.code)
        hash.add(diagnostic.item.map { "item " + $0 } ?? "path " + diagnostic.location.path)
        hash.add(diagnostic.pointer.map { "pointer " + $0 } ?? "body")
        // Another secret, or another misspelling, in the same place is another finding.
        hash.add(flagged)
        hash.add(String(ordinal))
        let digits = String(hash.value, radix: 16)
        text = String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The 64-bit Fowler–Noll–Vo hash, variant 1a. It is the same on every machine and in every release, which Swift's
/// own hashes are not; nothing here has to withstand somebody who looks for collisions.
private struct FNV1a {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a text and an end that no UTF-8 contains, so that `ab`, `c` and `a`, `bc` differ.
    mutating func add(_ text: String) {
        add(Array(text.utf8)[...])
        add([0xFF])
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
    }
}
