import SearchIndex

/// In what an index to be differs from a previous one.
struct IndexSplices {
    private(set) var splices: [IndexUpdate.Splice] = []
    private let previous: Index
    private let facts: Set<String>
    /// Of the next document of the previous index that nothing was decided about.
    private var next = 0
    /// Since the last document that is as it was.
    private var documents: [IndexDocument] = []
    /// Documents side by side of which so many could be the same are not all compared.
    private static let mostComparisons = 1000

    /// - Parameters:
    ///   - documents: In the order of the new index.
    ///   - facts: What is said of them has changed: documents that name them are new.
    ///   - most: How many of them may be new.
    /// - Returns: nil where there are more.
    init?(
        _ documents: [CompiledDocument], since previous: Index, changed facts: Set<String>, atMost most: Int
    ) throws {
        self.facts = facts
        self.previous = previous
        var count = 0
        for document in documents {
            if let number = document.previousNumber, number >= next, !names(document.outline.factNames) {
                close(before: number)
            } else {
                count += 1
                guard count <= most else { return nil }
                self.documents.append(try document.document(previous))
            }
        }
        close(before: previous.documentCount)
        splices = try splices.flatMap(reduced)
    }

    private func names(_ factNames: Set<String>) -> Bool { !facts.isEmpty && !facts.isDisjoint(with: factNames) }

    /// Notes a document of the previous index that stays.
    private mutating func close(before number: Int) {
        if next < number || !documents.isEmpty { splices.append(IndexUpdate.Splice(next..<number, documents)) }
        documents = []
        next = number + 1
    }

    /// Without the documents that were compiled again and came out as they were.
    private func reduced(_ splice: IndexUpdate.Splice) throws -> [IndexUpdate.Splice] {
        guard splice.previous.count * splice.documents.count <= IndexSplices.mostComparisons else { return [splice] }
        let old = try splice.previous.map { try previous.document($0).record }
        var reduced: [IndexUpdate.Splice] = []
        var start = 0
        var new: [IndexDocument] = []
        func add(until end: Int) {
            let range = splice.previous.lowerBound + start..<splice.previous.lowerBound + end
            if !range.isEmpty || !new.isEmpty { reduced.append(IndexUpdate.Splice(range, new)) }
            new = []
            start = end + 1
        }
        for document in splice.documents {
            if !names(document.factNames), let same = old[start...].firstIndex(of: document.record) {
                add(until: same)
            } else {
                new.append(document)
            }
        }
        add(until: old.count)
        return reduced
    }
}
