/// Ranks the documents of an index for a question, in two stages: `Retrieval` finds some hundred, and their exact features
/// decide the order.
///
/// The constants were tuned on 39 development questions of a medical corpus (17,672 articles), short and as they were typed;
/// around them the optimum is flat, and each feature's worth was found by leaving it out.
struct Ranking {
    struct Match {
        var document: Int
        var score: Score
        var total: Float
    }

    struct Matches {
        /// The best first; equals in order of their number.
        var shown: [Match] = []
        /// What the reader may see and the caller's context hides.
        var hidden: [Retrieval.Candidate] = []
        /// What the first stage gave each of those that are shown.
        var firstStage: [Int: Float] = [:]
    }

    /// So many documents are ranked again. None of the ten best ones came from beyond the first 35.
    static let depth = 200
    /// What a line counts that the question has as a whole.
    private static let lineWeight: Float = 0.5
    /// How much more a document counts that has the whole question as a line.
    private static let wordForWord: Float = 2
    /// What two neighbouring words count that stand near one another in a document; more did harm.
    private static let pairWeight: Float = 0.15
    private static let pairDistance: UInt32 = 4
    private let index: Index
    private let averages: [Float]

    init(_ index: Index) {
        self.index = index
        averages = index.averageLengths
    }

    /// - Parameter standing: Whether a document may be found, and what its facets are worth to the reader.
    func matches(_ plan: QueryPlan, _ standing: inout Standing) throws(IndexError) -> Matches {
        var retrieval = Retrieval(plan.retrieved, documentCount: index.documentCount)
        let found = try retrieval.best(Ranking.depth) { (document) throws(IndexError) in
            try standing.judgement(of: document).admission
        }
        let candidates = try Candidates(found.shown.map(\.document), plan.lists, index.fieldLengths)
        let total = plan.terms.reduce(0) { $0 + $1.weight }
        var matches = Matches()
        for (place, document) in candidates.documents.enumerated() {
            var score = Score()
            let layout = candidates.layouts[place]
            let relevances = plan.lists.indices.map { list in
                plan.lists[list].hasPositions
                    ? FieldWeight.relevance(candidates.positions(of: list, in: place), layout, averages: averages)
                    : candidates.impact(of: list, in: place)
            }
            var covered: Float = 0
            for term in plan.terms {
                let relevance = term.relevance(relevances)
                score.words.append(relevance * term.weight)
                if relevance > 0 { covered += term.weight }
            }
            score.coverage = total > 0 ? covered / total : 0
            let positions = { candidates.positions(of: $0, in: place) }
            (score.subject, score.wordForWord) = try subject(of: document, layout, plan, positions)
            score.proximity = proximity(plan, positions)
            let factors = try standing.judgement(of: document).factors
            score.kind = factors.kind
            score.freshness = factors.freshness
            score.caller = factors.caller
            score.language = factors.language
            // One that has only a part of a phrase has nothing.
            guard score.words.contains(where: { $0 > 0 }) else { continue }
            matches.shown.append(Match(document: document, score: score, total: score.total))
        }
        matches.shown.sort { ($1.total, $0.document) < ($0.total, $1.document) }
        matches.hidden = found.hidden
        for candidate in found.shown { matches.firstStage[candidate.document] = candidate.score }
        return matches
    }

    /// What the line counts that is most about what the question asks, and about nothing else.
    private func subject(
        of document: Int, _ layout: FieldLayout, _ plan: QueryPlan, _ positions: (Int) -> ArraySlice<UInt32>
    ) throws(IndexError) -> (subject: Float, wordForWord: Float) {
        let end = layout.end(of: .keywords)
        // Most candidates have no word of the question in any line.
        let terms = plan.terms.filter { term in
            !term.isWeak && term.alternatives.contains { $0.lists.allSatisfy { positions($0).first ?? end < end } }
        }
        guard !terms.isEmpty else { return (0, 1) }
        let asked = plan.terms.reduce(0) { $0 + ($1.isWeak ? 0 : $1.weight) }
        var best: Float = 0
        var factor: Float = 1
        for line in try index.lines.lines(of: document, layout) where line.weight > 0 {
            let shared = terms.reduce(0) { $0 + ($1.stands(in: line.range, positions) ? $1.weight : 0) }
            let share = min(1, shared / line.weight)
            best = max(best, shared * share * share)
            // The byte of a line's weight is exact to some 3 %.
            if line.wordCount == plan.wordCount, share > 0.96, shared > 0.99 * asked { factor = Ranking.wordForWord }
        }
        return (Ranking.lineWeight * best, factor)
    }

    private func proximity(_ plan: QueryPlan, _ positions: (Int) -> ArraySlice<UInt32>) -> Float {
        var sum: Float = 0
        for (left, right) in plan.pairs {
            let weight = min(plan.terms[left].weight, plan.terms[right].weight)
            let isNear = plan.terms[left].alternatives.contains { left in
                plan.terms[right].alternatives.contains { right in
                    Ranking.areNear(positions(left.lists.last!), positions(right.lists[0]))
                }
            }
            if isNear { sum += weight }
        }
        return sum * Ranking.pairWeight
    }

    /// Whether some position of one is near one of the other, in either order; both ascend.
    private static func areNear(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Bool {
        var first = left.startIndex
        var second = right.startIndex
        while first < left.endIndex, second < right.endIndex {
            let (one, other) = (left[first], right[second])
            if max(one, other) - min(one, other) <= pairDistance { return true }
            if one < other { first += 1 } else { second += 1 }
        }
        return false
    }
}
