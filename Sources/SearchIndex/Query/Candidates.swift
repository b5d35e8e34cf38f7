/// Documents that are to be ranked again, with where each term of the question stands in them.
struct Candidates {
    /// In ascending order.
    let documents: [Int]
    /// Of each document.
    let layouts: [FieldLayout]
    private let termCount: Int
    private var positions: [UInt32] = []
    /// Where the positions of each term in each document begin: all documents of the first term first.
    private var starts: [Int] = []
    /// The step of each term's impact on each document, likewise.
    private var impacts: [UInt32] = []

    init(_ documents: [Int], _ lists: [PostingList], _ fieldLengths: FieldLengths) throws(IndexError) {
        let documents = documents.sorted()
        self.documents = documents
        termCount = lists.count
        var layouts: [FieldLayout] = []
        for document in documents { layouts.append(try fieldLengths.layout(of: document)) }
        self.layouts = layouts
        for list in lists {
            var reader = OccurrenceReader(list, fieldLengths)
            for document in documents {
                starts.append(positions.count)
                impacts.append(try reader.read(UInt32(document), into: &positions))
            }
        }
        starts.append(positions.count)
    }

    /// Where a term stands in a document; both by their place in the lists given.
    func positions(of term: Int, in document: Int) -> ArraySlice<UInt32> {
        let place = term * documents.count + document
        return positions[starts[place]..<starts[place + 1]]
    }

    /// What a term says of a document, as nearly as the first stage knows; 0 where it does not stand there.
    func impact(of term: Int, in document: Int) -> Float {
        Impact.values[Int(impacts[term * documents.count + document])]
    }
}
