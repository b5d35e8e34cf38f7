/// The words of a question as they are looked for in text.
struct SoughtWords {
    /// By stem the term that it says, and how much that counts.
    private var terms: [String: (term: Int, weight: Float)] = [:]
    /// Bytes that such words begin with: stemming leaves the first letter as it is.
    private var firstBytes = [Bool](repeating: false, count: 256)

    /// What a sentence with the answer is likely to have, by the type of the question.
    private let cues: Set<String>
    private let wantsNumber: Bool
    private let cueWeight: Float
    /// What such a word counts beside the question's weightiest: it decides between sentences that are about the subject.
    private static let cueShare: Float = 0.3

    init(_ question: Question, weights: [Float]) {
        cues = question.type?.cues ?? []
        wantsNumber = question.type?.wantsNumber ?? false
        cueWeight = (weights.max() ?? 0) * SoughtWords.cueShare
        for (index, term) in question.terms.enumerated() {
            for stem in term.alternatives.flatMap(\.stems) {
                terms[stem] = (index, weights[index])
                if let first = stem.utf8.first { firstBytes[Int(first)] = true }
            }
        }
        for first in cues.compactMap(\.utf8.first) { firstBytes[Int(first)] = true }
        if wantsNumber { for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { firstBytes[Int(digit)] = true } }
    }

    struct Occurrence {
        /// Negative for a word that is no term of the question, but likely beside its answer.
        var term: Int
        var weight: Float
        /// In bytes.
        var place: Range<Int>
    }

    /// The terms of the question that a text has.
    func terms(in text: String, _ stemmer: Stemmer) -> Set<Int> {
        Set(occurrences(in: text, stemmer).map(\.term).filter { $0 >= 0 })
    }

    /// Where they stand in a text.
    func occurrences(in text: String, _ stemmer: Stemmer) -> [Occurrence] {
        var found: [Occurrence] = []
        Words.forEach(in: text) { word, place in
            guard firstBytes[Int(word[0])] else { return }
            let text = String(decoding: word, as: UTF8.self)
            if let (term, weight) = terms[stemmer.stem(text)] {
                found.append(Occurrence(term: term, weight: weight, place: place))
            } else if cues.contains(text) {
                found.append(Occurrence(term: -1, weight: cueWeight, place: place))
            } else if wantsNumber, ProtectedWords.isCode(text) {
                found.append(Occurrence(term: -2, weight: cueWeight, place: place))
            }
        }
        return found
    }
}
