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
    /// So many matches are looked at for those that the reader may be shown.
    private static let mostMatches = 1000

    package init(_ reader: Reader) {
        self.reader = reader
    }

    /// - Parameter limit: The most results.
    package func answer(_ text: String, limit: Int) throws(IndexError) -> Answer {
        let question = Question(text, languages: reader.index.languages)
        let stemmers = Stemmers()
        var answer = Answer()
        var seen = 0
        for match in try Ranking(reader.index).matches(question) {
            guard answer.results.count < limit, seen < Search.mostMatches else { break }
            let document = try reader.index.document(match.document)
            // What the reader may not see, or is not in force, takes no other's place.
            guard isInForce(document) else { continue }
            seen += 1
            if let reason = hidingReason(document) {
                answer.hidden[reason, default: 0] += 1
                answer.hiddenCount += 1
                continue
            }
            answer.results.append(
                Result(
                    document: document, score: match.score,
                    passage: Passage(answering: question, in: document, for: reader, stemmers[document.language]),
                    alerts: reader.alerts(beside: document), mayNotApply: reader.verdict(document.applies) == .mayHold))
        }
        return answer
    }

    private func isInForce(_ document: IndexDocument) -> Bool {
        guard reader.mayRead(document.audience), case .review = reader.state(document) else { return false }
        return true
    }

    /// Why an item that is in force is not shown: the fields of the caller that exclude it, or a review that policy waits for.
    private func hidingReason(_ document: IndexDocument) -> String? {
        if reader.isWithheld(document) { return "review overdue" }
        guard let condition = document.applies, reader.verdict(condition) == .fails else { return nil }
        return condition.fields.sorted().compactMap { field in
            reader.caller[field].map { "\(field)=\($0.text)" }
        }.joined(separator: ", ")
    }
}
