import Glibc

/// BM25 for each field, weighted and summed (Robertson and Zaragoza, "The Probabilistic Relevance Framework").
struct Ranking {
    struct Match {
        var document: Int
        var score: Double
    }

    /// How soon more occurrences stop counting, and how much longer fields are held back: the customary values.
    private static let saturation = 1.2
    private static let lengthEffect = 0.75

    private let index: Index
    private let lengths: FieldLengths
    private let averages: [Double]

    init(_ index: Index) throws(IndexError) {
        self.index = index
        lengths = try index.fieldLengths()
        averages = index.averageLengths
    }

    /// Every document that holds a word of the question, the best first; equals in order of their number.
    func matches(_ question: Question) throws(IndexError) -> [Match] {
        var scores: [Int: Double] = [:]
        var covered: [Int: Double] = [:]
        var total = 0.0
        for stems in question.terms {
            var best: [Int: Double] = [:]
            var weight = Ranking.rarity(0, of: index.documentCount)
            for stem in stems.sorted() {
                guard let entry = try index.terms.find(stem) else { continue }
                weight = min(weight, Ranking.rarity(entry.documentCount, of: index.documentCount))
                for posting in try index.postings(entry) {
                    best[posting.document] = max(best[posting.document] ?? 0, score(posting, entry.documentCount))
                }
            }
            total += weight
            for (document, score) in best {
                scores[document, default: 0] += score
                covered[document, default: 0] += weight
            }
        }
        // What answers the whole question comes before what answers one word of it well.
        let matches = scores.map { document, score in
            Match(document: document, score: score * (0.5 + 0.5 * covered[document]! / total))
        }
        return matches.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
    }

    private func score(_ posting: Posting, _ documentCount: Int) -> Double {
        var score = 0.0
        for field in Field.allCases where posting.frequencies[field.rawValue] > 0 {
            let frequency = Double(posting.frequencies[field.rawValue])
            let length = Double(lengths.length(field, of: posting.document)) / max(1, averages[field.rawValue])
            let held = Ranking.saturation * (1 - Ranking.lengthEffect + Ranking.lengthEffect * length)
            score += field.weight * frequency * (Ranking.saturation + 1) / (frequency + held)
        }
        return score * Ranking.rarity(documentCount, of: index.documentCount)
    }

    /// How much a term says, by the number of documents that hold it (inverse document frequency).
    private static func rarity(_ documentCount: Int, of all: Int) -> Double {
        log(1 + (Double(max(0, all - documentCount)) + 0.5) / (Double(documentCount) + 0.5))
    }
}
