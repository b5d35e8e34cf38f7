import Diagnostics

/// A value with the bytes of the file that it was written in.
package struct Located<Value: Sendable>: Sendable {
    package var value: Value
    private let stored: StoredRange

    package init(_ value: Value, range: Range<Int>) {
        self.value = value
        stored = StoredRange(range)
    }

    /// UTF-8 offsets in the file.
    package var range: Range<Int> { stored.range }
}
