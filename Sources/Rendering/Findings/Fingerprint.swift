import Diagnostics

/// What stays the same about a finding while the file around it changes: 16 hexadecimal digits.
///
/// A hash of the finding's identity and of which of several equal ones it is. Line numbers, offsets and messages have no
/// part in it.
package struct Fingerprint: Hashable, Sendable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// - Parameters:
    ///   - diagnostic: with its trace.
    ///   - ordinal: how many findings before it are equal in all else.
    init(of diagnostic: Diagnostic, ordinal: UInt32) {
        var hash = FNV1a(diagnostic.trace?.identity ?? 0)
        hash.add(String(ordinal))
        let digits = String(hash.value, radix: 16)
        text = String(repeating: "0", count: 16 - digits.count) + digits
    }
}
