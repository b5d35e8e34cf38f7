/// How long the fields of each document are, and those of all on average.
struct ImpactScoring: Sendable {
    let documentCount: Int
    /// The lengths of each field of all documents together.
    let totals: [Int]
    /// How many documents have each field.
    let holders: [Int]
    let averages: [Float]
    private let lengths: [UInt8]

    init(_ lengths: [UInt8]) {
        self.lengths = lengths
        let documentCount = lengths.count / FieldLengths.size
        var totals = Array(repeating: 0, count: FieldLengths.size)
        var holders = totals
        for (index, length) in lengths.enumerated() where length > 0 {
            totals[index % FieldLengths.size] += Int(LengthByte.length(length))
            holders[index % FieldLengths.size] += 1
        }
        self.documentCount = documentCount
        self.totals = totals
        self.holders = holders
        averages = FieldWeight.averages(totals, holders: holders, of: documentCount)
    }

    /// What a term at some places of a document says of it, as a step.
    func impact(_ places: ArraySlice<UInt32>, _ layout: FieldLayout) -> UInt32 {
        Impact.step(FieldWeight.relevance(places, layout, averages: averages))
    }

    func layout(of document: Int) -> FieldLayout {
        lengths.withUnsafeBytes { bytes in
            let start = document * FieldLengths.size
            return FieldLayout(UnsafeRawBufferPointer(rebasing: bytes[start..<start + FieldLengths.size]))
        }
    }
}
