/// The lines of one document while an index is put together; see `LineTable`.
package struct DocumentLines: Sendable {
    private var questionCount: Int
    /// In words, of the title, the questions and the keywords.
    private var lengths: [UInt32]
    private var weights: [Float]

    init(title: Int, questions: [Int], keywords: [Int]) {
        questionCount = questions.count
        lengths = ([title] + questions + keywords).map { UInt32($0) }
        weights = Array(repeating: 0, count: lengths.count)
    }

    /// Counts a term in each line that has it, once.
    ///
    /// - Parameter places: All of the term in the document, ascending.
    mutating func add(_ weight: Float, at places: ArraySlice<UInt32>, _ layout: FieldLayout) {
        guard places[places.startIndex] < layout.end(of: .keywords) else { return }
        var place = places.startIndex
        var start: UInt32 = 0
        for line in lengths.indices {
            if line == 1 { start = layout.start(of: .questions) }
            if line == 1 + questionCount { start = layout.start(of: .keywords) }
            let end = start + lengths[line]
            while place < places.endIndex, places[place] < start { place += 1 }
            guard place < places.endIndex else { return }
            if places[place] < end { weights[line] += weight }
            start = end
        }
    }

    var record: [UInt8] {
        var writer = ByteWriter()
        writer.write(questionCount)
        for (length, weight) in zip(lengths, weights) {
            writer.write(Int(length))
            writer.write(byte: LineWeight.byte(weight))
        }
        return writer.bytes
    }
}
