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
        _ plan: QueryPlan, _ admit: (Int) throws(IndexError) -> Retrieval.Admission
    ) throws(IndexError) -> Matches {
        var retrieval = Retrieval(plan.retrieved, documentCount: index.documentCount)
        let found = try retrieval.best(Ranking.depth, admit)
        let candidates = try Candidates(found.shown.map(\.document), plan.lists, index.fieldEnds)
        let total = plan.terms.reduce(0) { $0 + $1.weight }
        var matches = Matches()
        for (place, document) in candidates.documents.enumerated() {
            let ends = candidates.ends[place]
            let relevances = plan.lists.indices.map { relevance(candidates.positions(of: $0, in: place), ends) }
            var score: Float = 0
            var covered: Float = 0
            for term in plan.terms {
                let best = term.relevance(relevances)
                score += best * term.weight
                if best > 0 { covered += term.weight }
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
}
