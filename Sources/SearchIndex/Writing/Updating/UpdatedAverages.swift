/// How long fields are on average once some documents are others, and what must be read again for it.
struct UpdatedAverages {
    /// The lengths of each field of all documents together, and how many have each.
    private(set) var totals: [Int]
    private(set) var holders: [Int]
    private let previous: Index
    private let documentCount: Int
    /// So many documents at most are read again because an average moved.
    private static let mostRead = 1024

    init(
        of previous: Index, _ splices: [IndexUpdate.Splice], _ added: DocumentChunk
    ) throws(IndexError) {
        self.previous = previous
        totals = previous.settings.totalLengths
        holders = previous.settings.fieldHolders
        documentCount =
            splices.reduce(previous.documentCount) { $0 + $1.documents.count - $1.previous.count }
        for splice in splices {
            for (index, length) in try previous.fieldLengths.bytes(of: splice.previous).enumerated() {
                count(length, of: index % FieldLengths.size, -1)
            }
        }
        for document in added.documents {
            for (field, length) in document.lengths.enumerated() { count(length, of: field, 1) }
        }
    }

    private mutating func count(_ length: UInt8, of field: Int, _ sign: Int) {
        totals[field] += sign * Int(LengthByte.length(length))
        holders[field] += sign * (length > 0 ? 1 : 0)
    }

    /// The splices with all documents that have a field of which the average moved: what their words say of them is others
    /// than before.
    ///
    /// - Returns: nil where these are too many.
    func splices(_ splices: [IndexUpdate.Splice]) throws(IndexError) -> [IndexUpdate.Splice]? {
        let averages = FieldWeight.averages(totals, holders: holders, of: documentCount)
        let moved = zip(averages, previous.averageLengths).enumerated().filter { $0.element.0 != $0.element.1 }.map(
            \.offset)
        guard !moved.isEmpty else { return splices }
        guard moved.allSatisfy({ holders[$0] <= UpdatedAverages.mostRead }) else { return nil }
        var widened = splices
        var next = 0
        for end in splices.map(\.previous) + [previous.documentCount..<previous.documentCount] {
            for document in next..<end.lowerBound {
                let lengths = try previous.fieldLengths.bytes(of: document..<document + 1)
                guard moved.contains(where: { lengths[$0] > 0 }) else { continue }
                widened.append(.init(document..<document + 1, [try previous.document(document)]))
            }
            next = end.upperBound
        }
        return widened.sorted {
            ($0.previous.lowerBound, $0.previous.upperBound) < ($1.previous.lowerBound, $1.previous.upperBound)
        }
    }
}
