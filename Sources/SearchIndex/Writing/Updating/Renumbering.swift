/// Which documents of an index an update keeps, and what numbers they get.
struct Renumbering {
    /// A stretch of the new index.
    enum Origin {
        /// Documents of the previous index, by their numbers there.
        case previous(Range<Int>)
        /// Of the new documents.
        case new(Range<Int>)
    }

    /// In the order of the new index.
    private(set) var origins: [Origin] = []
    /// For each previous document its new number; -1 where it is gone.
    private(set) var numbers: [Int32]
    /// For each document of the new index its previous number; -1 - n for the nth of the new documents.
    private(set) var sources: [Int32] = []
    /// Of each new document.
    private(set) var newNumbers: [Int] = []
    /// For each previous document how many borders of splices are not after it.
    private var borders: [UInt32]
    /// Whether each document that is kept keeps its number.
    let isInPlace: Bool

    /// - Parameter splices: In ascending order.
    /// - Returns: nil where they do not fit into an index of so many documents.
    init?(_ splices: [IndexUpdate.Splice], of previousCount: Int) {
        isInPlace = splices.allSatisfy { $0.previous.count == $0.documents.count }
        numbers = Array(repeating: -1, count: previousCount)
        borders = Array(repeating: 0, count: previousCount)
        sources.reserveCapacity(previousCount)
        var next = 0
        var border: UInt32 = 0
        for splice in splices {
            guard splice.previous.lowerBound >= next, splice.previous.upperBound <= previousCount else { return nil }
            keep(next..<splice.previous.lowerBound, border)
            let new = newNumbers.count..<newNumbers.count + splice.documents.count
            for document in new {
                newNumbers.append(sources.count)
                sources.append(-1 - Int32(document))
            }
            if !new.isEmpty { origins.append(.new(new)) }
            for document in splice.previous { borders[document] = border + 1 }
            border += 2
            next = splice.previous.upperBound
        }
        keep(next..<previousCount, border)
    }

    private mutating func keep(_ range: Range<Int>, _ border: UInt32) {
        guard !range.isEmpty else { return }
        origins.append(.previous(range))
        for document in range {
            numbers[document] = Int32(sources.count)
            borders[document] = border
            sources.append(Int32(document))
        }
    }

    /// Of the new index.
    var documentCount: Int { sources.count }

    /// How much greater the numbers of some previous documents become; nil where not all are kept and stay side by side.
    func shift(of documents: ClosedRange<Int>) -> Int? {
        let first = documents.lowerBound
        guard numbers[first] >= 0, borders[first] == borders[documents.upperBound] else { return nil }
        return Int(numbers[first]) - first
    }
}
