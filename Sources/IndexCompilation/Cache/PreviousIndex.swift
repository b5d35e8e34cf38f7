package import SearchIndex

/// The index that an earlier build made, which every thread opens for itself.
package struct PreviousIndex: Sendable {
    private let path: String
    private let seal: UInt64

    /// - Parameter seal: Of the index that is meant, as another build may replace the file.
    package init(_ path: String, seal: UInt64) {
        self.path = path
        self.seal = seal
    }

    /// - Throws: `IndexError` when it cannot be read, or is another one.
    package func open() throws(IndexError) -> Index {
        let index = try Index(IndexMemory(path: path))
        guard index.seal == seal else { throw .damaged }
        return index
    }
}
