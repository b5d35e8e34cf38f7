/// What a source says of a file without reading it: while a file has the stamp that it had, it has the content that it had.
///
/// In a working tree its size, times and number; in a revision the name of its blob.
package struct ContentStamp: Hashable, Sendable {
    package let words: SIMD4<UInt64>

    package init(_ words: SIMD4<UInt64>) { self.words = words }
}
