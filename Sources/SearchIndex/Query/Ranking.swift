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
    /// What a title counts whose whole weight the question has: tuned on the development questions.
    private static let subjectWeight: Float = 0.25
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
        let candidates = try Candidates(found.shown.map(\.document), plan.lists, index.fieldLengths)
        let total = plan.terms.reduce(0) { $0 + $1.weight }
        var matches = Matches()
        for (place, document) in candidates.documents.enumerated() {
            let layout = candidates.layouts[place]
            let relevances = plan.lists.indices.map { list in
                plan.lists[list].hasPositions
                    ? FieldWeight.relevance(candidates.positions(of: list, in: place), layout, averages: averages)
                    : candidates.impact(of: list, in: place)
            }
            var score: Float = 0
            var covered: Float = 0
            var inTitle: Float = 0
            for term in plan.terms {
                let best = term.relevance(relevances)
                score += best * term.weight
                if best > 0 { covered += term.weight }
                if term.stands(in: .title, of: layout, { candidates.positions(of: $0, in: place) }) {
                    inTitle += term.weight
                }
            }
            // What answers the whole question comes before what answers one word of it well.
            score *= 0.5 + 0.5 * covered / max(total, .leastNormalMagnitude)
            // What is about nothing else than the question asks comes before what is about more.
            let titleWeight = max(try index.titleWeight(of: document), inTitle, .leastNormalMagnitude)
            let share = inTitle / titleWeight
            score += Ranking.subjectWeight * inTitle * share * share
            matches.shown.append(Match(document: document, score: score))
        }
        matches.shown.sort { ($1.score, $0.document) < ($0.score, $1.document) }
        matches.hidden = found.hidden
        for candidate in found.shown { matches.firstStage[candidate.document] = candidate.score }
        return matches
    }
}
