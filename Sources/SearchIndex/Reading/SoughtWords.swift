/// The words of a question as they are looked for in text.
struct SoughtWords {
    /// By stem the term that it says, and how much that counts.
    private var terms: [String: (term: Int, weight: Float)] = [:]
    /// Bytes that such words begin with: stemming leaves the first letter as it is.
    private var firstBytes = [Bool](repeating: false, count: 256)

    init(_ question: Question, weights: [Float]) {
        for (index, term) in question.terms.enumerated() {
            for stem in term.alternatives.flatMap(\.stems) {
                terms[stem] = (index, weights[index])
                if let first = stem.utf8.first { firstBytes[Int(first)] = true }
            }
        }
    }

    struct Occurrence {
        var term: Int
        var weight: Float
        /// In bytes.
        var place: Range<Int>
    }

    /// Where they stand in a text.
    func occurrences(in text: String, _ stemmer: Stemmer) -> [Occurrence] {
        var found: [Occurrence] = []
        Words.forEach(in: text) { word, place in
            guard firstBytes[Int(word[0])] else { return }
            if let (term, weight) = terms[stemmer.stem(String(decoding: word, as: UTF8.self))] {
                found.append(Occurrence(term: term, weight: weight, place: place))
            }
        }
        return found
    }
}
