/// The sections of an index that have a record for each document, with the records of new documents among those that stay.
struct UpdatedRecords {
    private(set) var sections = FileSections()
    private(set) var lines = LineSet()
    /// What the words of each line say together; nothing yet in new documents.
    var lineWeights: [UInt32] = []

    init(of previous: Index, _ numbering: Renumbering, _ added: DocumentChunk) throws(IndexError) {
        // For the facets of each number their number here.
        var facets = [Int](repeating: -1, count: previous.facetCount)
        var alerts = previous.alertTable.entries[...]
        for origin in numbering.origins {
            switch origin {
            case .new(let range):
                for document in added.documents[range] {
                    sections.add(document)
                    lines.add(document.lines)
                }
                lineWeights += Array(repeating: 0, count: lines.lineCount - lineWeights.count)
            case .previous(let range):
                let shift = sections.documentCount - range.lowerBound
                alerts = alerts.drop { $0.document < range.lowerBound }
                let own = alerts.prefix { $0.document < range.upperBound }
                sections.alerts += own.map { .init(document: $0.document + shift, range: $0.range) }
                for document in range {
                    let number = try previous.facetNumber(of: document)
                    if facets[number] < 0 {
                        facets[number] = sections.facets.number(of: try previous.facetTable.record(number))
                    }
                    sections.facets.add(number: facets[number])
                    try lines.add(previous.lines.record(of: document), &lineWeights)
                }
                sections.add(
                    range.count, lengths: try previous.fieldLengths.bytes(of: range),
                    fingerprints: try previous.fingerprints.bytes(range.lowerBound * 8..<range.upperBound * 8))
            }
        }
    }

    /// Counts a term in the lines of a document; see `LineSet`.
    mutating func add(_ units: UInt32, document: Int, at places: ArraySlice<UInt32>, _ layout: FieldLayout) {
        lines.add(units, to: &lineWeights, document: document, at: places, layout)
    }

    /// All sections but names, words, terms and the documents themselves.
    consuming func finish() -> FileSections {
        sections.lines = lines.table(lineWeights)
        return sections
    }
}
