import Glibc

/// Ranks the documents of an index for a question, in two stages: `Retrieval` finds some hundred, and their exact features
/// decide the order.
struct Ranking {
    struct Match {
        var document: Int
        var score: Float
    }

    struct Matches {
        /// The best first; equals in order of their number.
        var shown: [Match] = []
        /// What the reader may see and the caller's context hides.
        var hidden: [Retrieval.Candidate] = []
        /// What the first stage gave the least of those that are shown.
        var firstStage: [Int: Float] = [:]
    }

    /// So many documents are ranked again.
    static let depth = 200
    private let index: Index
    private let averages: [Float]

    init(_ index: Index) {
        self.index = index
        averages = index.averageLengths
    }

    /// - Parameter admit: Whether a document may be found.
    func matches(
        _ question: Question, _ admit: (Int) throws(IndexError) -> Retrieval.Admission
    ) throws(IndexError) -> Matches {
        var lists: [PostingList] = []
        var groups: [Range<Int>] = []
        var weights: [Float] = []
        for term in question.terms {
            let start = lists.count
            var weight = Ranking.rarity(0, of: index.documentCount)
            for stem in term.stems.sorted() {
                guard let list = try index.postings(of: stem) else { continue }
                lists.append(list)
                weight = min(weight, Ranking.rarity(list.count, of: index.documentCount))
            }
            groups.append(start..<lists.count)
            weights.append(weight)
        }
        let terms = zip(groups, weights).flatMap { group, weight in
            group.map { Retrieval.Term(list: lists[$0], weight: weight) }
        }
        var retrieval = Retrieval(terms, documentCount: index.documentCount)
        let found = try retrieval.best(Ranking.depth, admit)
        let candidates = try Candidates(found.shown.map(\.document), lists, index.fieldEnds)
        let total = weights.reduce(0, +)
        var matches = Matches()
        for (place, document) in candidates.documents.enumerated() {
            let ends = candidates.ends[place]
            var score: Float = 0
            var covered: Float = 0
            for (group, weight) in zip(groups, weights) {
                var best: Float = 0
                for term in group { best = max(best, relevance(candidates.positions(of: term, in: place), ends)) }
                score += best * weight
                if best > 0 { covered += weight }
            }
            // What answers the whole question comes before what answers one word of it well.
            matches.shown.append(Match(document: document, score: score * (0.5 + 0.5 * covered / total)))
        }
        matches.shown.sort { ($1.score, $0.document) < ($0.score, $1.document) }
        matches.hidden = found.hidden
        for candidate in found.shown { matches.firstStage[candidate.document] = candidate.score }
        return matches
    }

    private func relevance(_ positions: ArraySlice<UInt32>, _ ends: FieldEnds.Ends) -> Float {
        var score: Float = 0
        var index = positions.startIndex
        for field in Field.allCases {
            let start = index
            while index < positions.endIndex, positions[index] < ends.end(of: field) { index += 1 }
            guard index > start else { continue }
            let hold = FieldWeight.hold(Float(ends.length(of: field)), average: averages[field.rawValue])
            score += FieldWeight.score(field, frequency: Float(index - start), hold: hold)
        }
        return score
    }

    /// How much a term says, by the number of documents that hold it (inverse document frequency).
    static func rarity(_ documentCount: Int, of all: Int) -> Float {
        logf(1 + (Float(max(0, all - documentCount)) + 0.5) / (Float(documentCount) + 0.5))
    }
}
