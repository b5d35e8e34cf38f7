import Decisions

/// Answers questions from an index.
package struct Search {
    package struct Result {
        package var document: IndexDocument
        package var score: Double
        /// Missing where nothing in the body holds a word of the question.
        package var passage: Passage?
        package var alerts: [IndexDocument]
        /// What it depends on is not all known of the caller.
        package var mayNotApply: Bool
    }

    package struct Answer {
        package var results: [Result] = []
        /// How many items a field of the caller's context left out, by that field.
        package var hidden: [String: Int] = [:]
        /// How many items were left out in all.
        package var hiddenCount = 0
    }

    private let reader: Reader

    package init(_ reader: Reader) {
        self.reader = reader
    }

    /// - Parameter limit: The most results.
    package func answer(_ text: String, limit: Int) throws(IndexError) -> Answer {
        let index = reader.index
        let question = try QuestionReader(reader).question(text)
        let standing = Standing(reader)
        let plan = try QueryPlan(question, index)
        let sought = SoughtWords(question, weights: plan.terms.map(\.weight))
        let matches = try Ranking(index).matches(plan) { (document) throws(IndexError) in
            try standing.admission(of: document)
        }
        let stemmers = Stemmers()
        var answer = Answer()
        var least = Float.infinity
        for match in matches.shown.prefix(limit) {
            let document = try index.document(match.document)
            least = min(least, matches.firstStage[match.document] ?? 0)
            answer.results.append(
                Result(
                    document: document, score: Double(match.score),
                    passage: Passage(answering: sought, in: document, for: reader, stemmers[document.language]),
                    alerts: reader.alerts(beside: document), mayNotApply: reader.verdict(document.applies) == .mayHold))
        }
        // What would have been among the results, or anything where there was room for more.
        if answer.results.count < limit { least = 0 }
        for candidate in matches.hidden where candidate.score >= least {
            answer.hidden[try standing.hidingReason(of: candidate.document), default: 0] += 1
            answer.hiddenCount += 1
        }
        return answer
    }
}

/// Where documents stand for one reader, decided once for all that have the same facets.
private final class Standing {
    private let reader: Reader
    private var admissions: [Retrieval.Admission?]

    init(_ reader: Reader) {
        self.reader = reader
        admissions = Array(repeating: nil, count: reader.index.facetCount)
    }

    func admission(of document: Int) throws(IndexError) -> Retrieval.Admission {
        let number = try reader.index.facetNumber(of: document)
        if let known = admissions[number] { return known }
        let facets = try reader.index.facets(number)
        let admission = admission(facets)
        admissions[number] = admission
        return admission
    }

    private func admission(_ facets: Facets) -> Retrieval.Admission {
        guard reader.mayRead(facets.audience), case .review = reader.clock.state(facets) else { return .no }
        return reader.isWithheld(facets) || reader.verdict(facets.applies) == .fails ? .hidden : .shown
    }

    /// Why an item that is in force is not shown: the fields of the caller that exclude it, or a review that policy waits for.
    func hidingReason(of document: Int) throws(IndexError) -> String {
        let facets = try reader.index.facets(of: document)
        if reader.isWithheld(facets) { return "review overdue" }
        return (facets.applies?.fields.sorted() ?? []).compactMap { field in
            reader.caller[field].map { "\(field)=\($0.text)" }
        }.joined(separator: ", ")
    }
}
