import Governance
import Presentation
import SearchIndex
import Time

/// The answer of `kb search --format json`.
struct SearchJSON {
    let reader: Reader
    let explains: Bool

    func answer(_ answer: Search.Answer, to question: String) -> JSONValue {
        let item = ItemJSON(reader: reader)
        return [
            "version": 1,
            "results": .array(answer.results.enumerated().map { .object(members($1, rank: $0 + 1, answer.question)) }),
            "question": .string(question),
            "at": .string(item.moment(reader.now)),
            "announcements": .list(reader.announcements().map(item.alert)),
            "hidden": answer.hiddenCount == 0
                ? nil
                : [
                    "count": .integer(answer.hiddenCount),
                    "reasons": .array(answer.hidden.keys.sorted().map { .string($0) }),
                ],
            "corrections": words(answer.question.corrections), "suggestions": words(answer.question.suggestions),
            "unknown": .list(answer.question.unknown.map { .string($0) }),
            "nearest": .list(answer.nearest.map { .object(item.place($0)) }),
        ]
    }

    private func words(_ corrections: [Question.Correction]) -> JSONValue? {
        .list(corrections.map { ["word": .string($0.word), "taken": .string($0.taken)] })
    }

    /// The answers to a file of questions; each result names its question.
    func batch(_ results: [JSONValue]) -> JSONValue {
        ["version": 1, "results": .array(results), "at": .string(ItemJSON(reader: reader).moment(reader.now))]
    }

    /// - Parameter question: Named by each result, with its line, when it is one of a file.
    func results(_ answer: Search.Answer, to question: SearchQuestion) -> [JSONValue] {
        answer.results.enumerated().map { index, result in
            let place = question.line.map {
                [JSONValue.Member("query", .integer($0)), .init("question", .string(question.text))]
            }
            return .object((place ?? []) + members(result, rank: index + 1, answer.question))
        }
    }

    private func members(_ result: Search.Result, rank: Int, _ question: Question) -> [JSONValue.Member] {
        let item = ItemJSON(reader: reader)
        let document = result.document
        let score = (Double(result.score.total) * 1000).rounded() / 1000
        return [.init("rank", .integer(rank)), .init("score", .double(score))] + item.place(document)
            + item.members([
                ("answer", item.filled(document.answer)), ("say", item.filled(document.say)),
                ("passage", result.passage.map(passage)), ("owner", document.owner.map { .string($0) }),
                ("review", document.review.map { review($0, document) }), ("version", .string(document.version)),
                ("language", .string(document.language)), ("alerts", .list(result.alerts.map(item.alert))),
                ("applies", result.mayNotApply ? "unknown" : "yes"),
                ("pinned", result.isPinned ? true : nil),
                ("duplicates", .list(result.duplicates.map { .string($0) })),
                ("explain", explains ? explanation(of: result.score, question) : nil),
            ])
    }

    private func passage(_ passage: Passage) -> JSONValue {
        [
            "text": .string(passage.text),
            "highlights": .array(
                passage.highlights.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }),
            "applies": passage.applies.map { ItemJSON(reader: reader).condition($0) },
            "anchor": passage.anchor.isEmpty ? nil : .string(passage.anchor),
            "heading": passage.heading.isEmpty ? nil : .string(passage.heading),
        ]
    }

    private func review(_ review: IndexDocument.Review, _ document: IndexDocument) -> JSONValue {
        [
            "state": .string(reader.reviewState(document).rawValue),
            "last": review.last.map { .string($0.description) },
            "due": review.due.map { .string($0.description) },
        ]
    }

    private func explanation(of score: Score, _ question: Question) -> JSONValue {
        func number(_ value: Float) -> JSONValue { .double((Double(value) * 1000).rounded() / 1000) }
        return [
            "words": .array(
                zip(question.searched, score.words).map { searched, points in
                    [
                        "word": .string(searched.word), "points": number(points),
                        "also": .list(searched.others.map { .string($0) }),
                    ]
                }),
            "coverage": number(score.coverage), "subject": number(score.subject), "proximity": number(score.proximity),
            "word_for_word": number(score.wordForWord), "kind": number(score.kind), "review": number(score.freshness),
            "caller": number(score.caller), "language": number(score.language),
        ]
    }
}
