/// Documents that are to be ranked again, with where each term of the question stands in them.
struct Candidates {
    /// In ascending order.
    let documents: [Int]
    /// Of each document.
    let ends: [FieldEnds.Ends]
    private let termCount: Int
    private var positions: [UInt32] = []
    /// Where the positions of each term in each document begin: all documents of the first term first.
    private var starts: [Int] = []

    init(_ documents: [Int], _ lists: [PostingList], _ fieldEnds: FieldEnds) throws(IndexError) {
        let documents = documents.sorted()
        self.documents = documents
        termCount = lists.count
        var ends: [FieldEnds.Ends] = []
        for document in documents { ends.append(try fieldEnds.ends(of: document)) }
        self.ends = ends
        for list in lists {
            var reader = OccurrenceReader(list, fieldEnds)
            for document in documents {
                starts.append(positions.count)
                try reader.read(UInt32(document), into: &positions)
            }
        }
        starts.append(positions.count)
    }

    /// Where a term stands in a document; both by their place in the lists given.
    func positions(of term: Int, in document: Int) -> ArraySlice<UInt32> {
        let place = term * documents.count + document
        return positions[starts[place]..<starts[place + 1]]
    }
}
