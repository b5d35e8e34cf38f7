/// A range of bytes in half the space, for what there is one of for every name in a knowledge base. Files are far
/// smaller than the 4 GB that it can count.
package struct StoredRange: Hashable, Sendable {
    private let lower: UInt32
    private let upper: UInt32

    package init(_ range: Range<Int>) {
        lower = UInt32(clamping: range.lowerBound)
        upper = UInt32(clamping: range.upperBound)
    }

    package var range: Range<Int> { Int(lower)..<Int(upper) }
}
