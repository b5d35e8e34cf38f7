import Decisions

/// Answers questions from an index.
package struct Search {
    package struct Result {
        package var document: IndexDocument
        package var score: Score
        /// Missing where nothing in the body holds a word of the question.
        package var passage: Passage?
        package var alerts: [IndexDocument]
        /// What it depends on is not all known of the caller.
        package var mayNotApply: Bool
        /// Somebody chose it for this question, or the question is its id.
        package var isPinned = false
        package var isNamed = false
        /// The passage has more of the question than the item's own answer.
        package var passageAdds = false
        /// The ids of items that say nearly the same, and stand no further down themselves.
        package var duplicates: [String] = []
    }

    package struct Answer {
        package var question: Question
        package var results: [Result] = []
        /// How many items a field of the caller's context left out, by that field.
        package var hidden: [String: Int] = [:]
        /// How many items were left out in all.
        package var hiddenCount = 0
        /// Where there is no result: items whose titles are nearest.
        package var nearest: [IndexDocument] = []
    }

    package struct Options: Sendable {
        /// The most results.
        package var limit: Int
        /// The last word may go on.
        package var isUnfinished = false
        /// In which answers are wanted; nil: the question's own.
        package var language: String?
        /// What says nearly the same, and what is a translation, counts as one result.
        package var groupsDuplicates = true

        package init(limit: Int) { self.limit = limit }
    }

    private let reader: Reader
    private let stemmers = Stemmers()
    private var index: Index { reader.index }

    package init(_ reader: Reader) {
        self.reader = reader
    }

    package func answer(_ text: String, limit: Int) throws(IndexError) -> Answer {
        try answer(text, Options(limit: limit))
    }

    package func answer(_ text: String, _ options: Options) throws(IndexError) -> Answer {
        let questionReader = QuestionReader(reader, stemmers)
        var answer = try self.answer(
            try questionReader.question(text, isUnfinished: options.isUnfinished), of: text, options)
        if answer.results.isEmpty, answer.hiddenCount == 0, !answer.question.unknown.isEmpty {
            // What was perhaps meant is offered, not taken.
            var few = options
            few.limit = 3
            let guess = try self.answer(try questionReader.guess(answer.question), of: text, few)
            answer.nearest = guess.results.map(\.document)
        }
        return answer
    }

    private func answer(_ question: Question, of text: String, _ options: Options) throws(IndexError) -> Answer {
        let plan = try QueryPlan(question, index)
        var standing = Standing(reader, question.type, language: options.language ?? question.language)
        var matches = try Ranking(index).matches(plan, &standing)
        let pinned = try chosen(for: text, &standing)
        matches.shown =
            pinned.map { Ranking.Match(document: $0, score: Score(), total: 0) }
            + matches.shown.filter { !pinned.contains($0.document) }
        let writer = ResultWriter(reader, question, plan, stemmers)
        var answer = Answer(question: question)
        var group = DuplicateGroups()
        var same: [[Int]] = []
        var least = Float.infinity
        for (rank, match) in matches.shown.enumerated() {
            let isPinned = rank < pinned.count
            let fingerprint = try index.fingerprint(of: match.document)
            if options.groupsDuplicates, !isPinned, let first = group.place(of: fingerprint, match.total) {
                same[first].append(match.document)
                continue
            }
            guard answer.results.count < options.limit else { break }
            let document = try index.document(match.document)
            let translated = answer.results.contains {
                $0.document.id == document.id && $0.document.language != document.language
            }
            if options.groupsDuplicates, translated { continue }
            least = min(least, matches.firstStage[match.document] ?? 0)
            var result = writer.result(document, match.score)
            result.isPinned = isPinned
            result.isNamed = isPinned && document.id == text
            answer.results.append(result)
            same.append([])
            group.add(fingerprint, match.total)
        }
        for (place, documents) in same.enumerated() {
            for document in documents {
                let id = try index.document(document).id
                if id != answer.results[place].document.id { answer.results[place].duplicates.append(id) }
            }
        }
        // What would have been among the results, or anything where there was room for more.
        if answer.results.count < options.limit { least = 0 }
        for candidate in matches.hidden where candidate.score >= least {
            answer.hidden[try standing.hidingReason(of: candidate.document), default: 0] += 1
            answer.hiddenCount += 1
        }
        return answer
    }

    /// The documents that stand first, whatever the ranking says: those that are pinned to the question, and the one of which
    /// it is the id.
    private func chosen(for text: String, _ standing: inout Standing) throws(IndexError) -> [Int] {
        let words = text.split(whereSeparator: \.isWhitespace)
        var ids = words.count == 1 ? [String(words[0])] : []
        for language in index.languages {
            for pin in try index.pins.find(SearchKey.question(text, stemmers[language]), [SearchAids.Pin].self) ?? []
            where pin.until.map({ reader.now < $0 }) ?? true && reader.uses(pin.audience, pin.applies) {
                ids.append(pin.item)
            }
        }
        var documents: [Int] = []
        for id in ids {
            var foreign: [Int] = []
            for number in try index.numbers(named: id) where !documents.contains(number) {
                let judgement = try standing.judgement(of: number)
                guard judgement.admission == .shown else { continue }
                if judgement.factors.language == 1 { documents.append(number) } else { foreign.append(number) }
            }
            documents += foreign
        }
        return documents
    }
}

/// Makes results of documents.
private struct ResultWriter {
    private let reader: Reader
    private let sought: SoughtWords
    private let stemmers: Stemmers

    init(_ reader: Reader, _ question: Question, _ plan: QueryPlan, _ stemmers: Stemmers) {
        self.reader = reader
        self.stemmers = stemmers
        sought = SoughtWords(question, weights: plan.terms.map(\.weight))
    }

    func result(_ document: IndexDocument, _ score: Score) -> Search.Result {
        let stemmer = stemmers[document.language]
        let passage = Passage(answering: sought, in: document, for: reader, stemmer)
        var result = Search.Result(
            document: document, score: score, passage: passage, alerts: reader.alerts(beside: document),
            mayNotApply: reader.verdict(document.applies) == .mayHold)
        if let passage, let answer = document.answer {
            let own = sought.terms(in: reader.filled(answer), stemmer)
            result.passageAdds = !sought.terms(in: passage.text, stemmer).isSubset(of: own)
        }
        return result
    }
}
