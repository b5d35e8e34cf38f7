/// Bytes that look like a secret or like what tells one patient from another.
package struct SensitiveMatch: Hashable, Sendable {
    package let kind: Kind
    /// Byte offsets in the scanned array: the value, with the label that gave it away where it has one.
    package let range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
