/// The lines of one document (`LineTable`), by how many words each has.
package struct DocumentLines: Sendable {
    var title: Int
    var questions: [Int]
    var keywords: [Int]
}

/// The lines of all documents while an index is put together.
struct LineSet: Sendable {
    /// Of each document's first line among all; and where the last document's end.
    private var starts: [UInt32] = [0]
    private var questionCounts: [UInt32] = []
    /// In words.
    private var lengths: [UInt32] = []

    /// Of all documents.
    var lineCount: Int { lengths.count }

    mutating func add(_ lines: DocumentLines) {
        questionCounts.append(UInt32(lines.questions.count))
        lengths += ([lines.title] + lines.questions + lines.keywords).map { UInt32($0) }
        starts.append(UInt32(lengths.count))
    }

    /// Nothing, for each line. Weights are whole numbers, so that the order in which they are added does not matter.
    var noWeights: [UInt32] { Array(repeating: 0, count: lengths.count) }

    /// Adds a document as an index has it.
    ///
    /// - Parameters:
    ///   - record: Of `LineTable`.
    ///   - weights: Of all lines before; those of the document are appended.
    mutating func add(_ record: UnsafeRawBufferPointer, _ weights: inout [UInt32]) throws(IndexError) {
        var reader = ByteReader(record)
        questionCounts.append(UInt32(try reader.count()))
        while !reader.isAtEnd {
            lengths.append(UInt32(try reader.count(atMost: LineTable.mostWords)))
            weights.append(UInt32(truncatingIfNeeded: try reader.number()))
        }
        starts.append(UInt32(lengths.count))
    }

    /// Counts a term in each line of a document that has it, once.
    ///
    /// - Parameters:
    ///   - units: From `LineWeight`; or how much they are more than they were, the sum of two's complements.
    ///   - places: All of the term in the document, ascending.
    func add(
        _ units: UInt32, to weights: inout [UInt32], document: Int, at places: ArraySlice<UInt32>, _ layout: FieldLayout
    ) {
        guard let earliest = places.first, earliest < layout.end(of: .keywords) else { return }
        let first = Int(starts[document])
        let firstKeyword = first + 1 + Int(questionCounts[document])
        var place = places.startIndex
        var start: UInt32 = 0
        for line in first..<Int(starts[document + 1]) {
            if line == first + 1 { start = layout.start(of: .questions) }
            if line == firstKeyword { start = layout.start(of: .keywords) }
            let end = start &+ lengths[line]
            while place < places.endIndex, places[place] < start { place += 1 }
            guard place < places.endIndex else { return }
            if places[place] < end { weights[line] &+= units }
            start = end
        }
    }

    /// The section `lines`.
    func table(_ weights: [UInt32]) -> [UInt8] {
        var table = RecordTableWriter()
        for document in questionCounts.indices {
            table.records.write(Int(questionCounts[document]))
            for line in Int(starts[document])..<Int(starts[document + 1]) {
                table.records.write(Int(lengths[line]))
                table.records.write(Int(weights[line]))
            }
            table.endRecord()
        }
        return table.bytes
    }
}
