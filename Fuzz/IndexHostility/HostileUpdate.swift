package import SearchIndex

/// An update of an index of any bytes: one document edited, one gone and one new.
package enum HostileUpdate {
    /// - Returns: The new file; nil where the index does not serve.
    package static func file(from memory: IndexMemory) throws(IndexError) -> [[UInt8]]? {
        let index = try Index(memory)
        let update = IndexUpdate(of: index, SampleIndex.contents(with: []))
        let facts = try update.changedFacts()
        let count = index.documentCount
        guard count > 2 else { return try update.file([.init(0..<count, [])], following: facts) }
        var edited = try index.document(0)
        edited.title += " garage"
        let splices: [IndexUpdate.Splice] = [
            .init(0..<1, [edited]), .init(2..<2, [try index.document(count - 1)]), .init(count - 1..<count, []),
        ]
        return try update.file(splices, following: facts)
    }
}
