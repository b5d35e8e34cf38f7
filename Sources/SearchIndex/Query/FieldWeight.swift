import Glibc

/// How much the words of a field count: BM25 for each field, weighted and summed (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework").
enum FieldWeight {
    /// The steps of an average length for each power of two.
    private static let averageSteps: Float = 8
    /// How soon more occurrences stop counting: the customary value.
    static let saturation: Float = 1.2
    /// How much longer fields are held back: the customary value.
    static let lengthEffect: Float = 0.75

    /// Tuned on the development questions of a medical corpus: a hit in a title or a question says most of what the item is
    /// about.
    static func of(_ field: Field) -> Float {
        switch field {
        case .title, .questions: 3
        case .answer, .keywords: 2
        case .headings: 1.5
        case .body: 1
        }
    }

    /// The length against which a field's is long or short: the average over all documents, or half of that over those which
    /// have the field, so that one that few have is not held back in them for being there. All impacts depend on it, so it is
    /// rounded to steps of a logarithm, and at least 1: one document more or less seldom changes it.
    static func averages(_ totals: [Int], holders: [Int], of documentCount: Int) -> [Float] {
        zip(totals, holders).map { total, holders in
            let average = max(Float(total) / Float(max(1, documentCount)), Float(total) / Float(max(1, holders)) / 2)
            return exp2f((log2f(max(1, average)) * averageSteps).rounded() / averageSteps)
        }
    }

    /// What an occurrence count is held against in a field of some length.
    ///
    /// - Parameter average: From `averages(_:holders:of:)`.
    static func hold(_ length: Float, average: Float) -> Float {
        saturation * (1 - lengthEffect + lengthEffect * length / average)
    }

    /// - Parameter hold: From `hold(_:average:)`.
    static func score(_ field: Field, frequency: Float, hold: Float) -> Float {
        of(field) * frequency * (saturation + 1) / (frequency + hold)
    }

    /// What a term at some positions says of a document.
    ///
    /// - Parameters:
    ///   - positions: Ascending.
    ///   - averages: Of the lengths of each field.
    static func relevance(_ positions: ArraySlice<UInt32>, _ layout: FieldLayout, averages: [Float]) -> Float {
        var score: Float = 0
        var index = positions.startIndex
        for field in Field.allCases {
            let start = index
            let end = layout.end(of: field)
            while index < positions.endIndex, positions[index] < end { index += 1 }
            guard index > start else { continue }
            let hold = hold(Float(layout.length(of: field)), average: averages[field.rawValue])
            score += self.score(field, frequency: Float(index - start), hold: hold)
        }
        return score
    }
}
