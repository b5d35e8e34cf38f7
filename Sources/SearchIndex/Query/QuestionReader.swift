import Decisions

/// Reads a question as a person means it: what it asks for, in the words that documents have.
struct QuestionReader {
    private let reader: Reader
    private let stemmers: Stemmers
    private let languages: [String]
    /// More words than that add nothing.
    private static let mostWords = 64
    /// No declared phrase is longer.
    private static let longestPhrase = 5
    /// What a word counts that was not written so, by the edits between.
    private static let correctionWeights: [Float] = [1, 0.8, 0.6]
    private static let synonymWeight: Float = 0.9
    /// More ways to say a word, or more words in one of them, are no help and take time.
    private static let mostAlternatives = 256
    private static let mostStems = 32

    init(_ reader: Reader, _ stemmers: Stemmers) {
        self.reader = reader
        self.stemmers = stemmers
        languages = reader.index.languages
    }

    /// - Parameter isUnfinished: The last word may go on.
    func question(_ text: String, isUnfinished: Bool = false) throws(IndexError) -> Question {
        let words = try QuestionWords(text) { (word) throws(IndexError) in try reader.index.words.find(word) != nil }
        let subject = Set(FormalWords.subject(of: words.all.map(\.text)))
        var question = Question()
        question.wordCount = words.all.count
        let told = FormalWords.language(of: words.all.map(\.text))
        question.language = told.flatMap { languages.contains($0) ? $0 : nil } ?? languages.first ?? ""
        question.type = QuestionType.of(words.all.map(\.text))
        var places: [String: Int] = [:]
        for word in words.all.filter({ subject.contains($0.text) }).prefix(QuestionReader.mostWords) {
            let stems = Set(languages.map { stemmers[$0].stem(word.text) }).sorted()
            let key = stems.joined(separator: " ")
            let weight = weight(of: word, isStatement: words.isStatement(word.sentence))
            if let known = places[key] {
                question.terms[known].places.append(word.place)
                question.terms[known].weight = max(question.terms[known].weight, weight)
                continue
            }
            var term = Question.Term(
                word: word.text, places: [word.place], weight: weight, isWeak: FormalWords.weak.contains(word.text),
                alternatives: [])
            for stem in stems where try reader.index.terms.find(stem) != nil {
                term.alternatives.append(.init(stems: [stem], weight: 1, origin: .word))
            }
            if isUnfinished, word.place == words.all.count - 1 { try complete(word, &term) }
            if term.alternatives.isEmpty { try part(word, &term) }
            if term.alternatives.isEmpty { try correct(word, &term, &question) }
            places[key] = question.terms.count
            question.terms.append(term)
        }
        try addJoined(words.all, to: &question)
        try addSynonyms(words.all, to: &question)
        for term in question.terms where term.alternatives.isEmpty { question.unknown.append(term.word) }
        return question
    }

    /// The question with the nearest words of the index for those that it does not have, whatever they are.
    func guess(_ question: Question) throws(IndexError) -> Question {
        var guess = question
        for index in guess.terms.indices where guess.terms[index].alternatives.isEmpty {
            for near in try Spelling(reader.index).guesses(for: guess.terms[index].word) {
                for language in languages {
                    let stem = stemmers[language].stem(near.word)
                    guess.terms[index].alternatives.append(
                        .init(stems: [stem], weight: 1, origin: .correction(near.word)))
                }
            }
        }
        return guess
    }

    /// How much a word counts beside others that are as rare. The factors are round, and were not found to matter much on
    /// the development questions: they keep what is said around a question from outweighing it.
    private func weight(of word: QuestionWords.Word, isStatement: Bool) -> Float {
        let isSlight =
            word.text.utf8.count == 1
            || word.text.utf8.allSatisfy(\.isDigit)
        let own: Float = isSlight || FormalWords.weak.contains(word.text) ? 0.5 : 1
        return isStatement ? own * 0.7 : own
    }

    /// A word that documents write as two, such as `xray` or `RF12`.
    private func part(_ word: QuestionWords.Word, _ term: inout Question.Term) throws(IndexError) {
        guard let (left, right) = try WordParts(reader.index.words).best(of: word.text) else { return }
        for language in languages {
            let stems = [left, right].map { stemmers[language].stem($0) }
            term.alternatives.append(
                .init(stems: stems, weight: QuestionReader.synonymWeight, origin: .synonym("\(left) \(right)")))
        }
    }

    /// Two words, one of them of few letters or a number, that documents write as one, such as `D 1110`.
    private func addJoined(_ words: [QuestionWords.Word], to question: inout Question) throws(IndexError) {
        for (left, right) in zip(words, words.dropFirst()) {
            guard left.text.utf8.count <= 2 || right.text.utf8.count <= 2 || ProtectedWords.isCode(right.text) else {
                continue
            }
            let joined = left.text + right.text
            guard try reader.index.words.find(joined) != nil else { continue }
            for language in languages { add(joined, for: left.place...right.place, language, to: &question) }
        }
    }

    private func complete(_ word: QuestionWords.Word, _ term: inout Question.Term) throws(IndexError) {
        let mostCompletions = 16
        for guess in try Spelling(reader.index).completions(of: word.text, limit: mostCompletions) {
            for stem in Set(languages.map { stemmers[$0].stem(guess.word) })
            where !term.alternatives.contains(where: { $0.stems == [stem] }) {
                guard try reader.index.terms.find(stem) != nil else { continue }
                term.alternatives.append(.init(stems: [stem], weight: 1, origin: .completion(guess.word)))
            }
        }
    }

    private func correct(_ word: QuestionWords.Word, _ term: inout Question.Term, _ question: inout Question)
        throws(IndexError)
    {
        guard !ProtectedWords.isCode(word.text), !CommonWords.contains(word.text, stemmers),
            let guess = try Spelling(reader.index).guesses(for: word.text).first
        else { return }
        let correction = Question.Correction(word: word.text, taken: guess.word)
        if ProtectedWords.contains(word.text, original: word.original) || ProtectedWords.isDrugLike(guess.word) {
            question.suggestions.append(correction)
            return
        }
        for stem in Set(languages.map { stemmers[$0].stem(guess.word) }).sorted()
        where try reader.index.terms.find(stem) != nil {
            term.alternatives.append(
                .init(
                    stems: [stem], weight: QuestionReader.correctionWeights[guess.edits],
                    origin: .correction(guess.word)))
        }
        if !term.alternatives.isEmpty { question.corrections.append(correction) }
    }

    /// Phrases that the knowledge base declares to find the same as some words that follow one another.
    private func addSynonyms(_ words: [QuestionWords.Word], to question: inout Question) throws(IndexError) {
        for start in words.indices {
            for end in start..<min(words.count, start + QuestionReader.longestPhrase) {
                let phrase = words[start...end].map(\.text)
                for language in languages {
                    let key = phrase.map { stemmers[language].stem($0) }.joined(separator: " ")
                    let synonyms = try reader.index.synonyms.find(key, [SearchAids.Synonym].self) ?? []
                    for synonym in synonyms where reader.uses(synonym.audience, synonym.applies) {
                        add(synonym.phrase, for: start...end, language, to: &question)
                    }
                }
            }
        }
    }

    /// The first word of the phrase that counts is given the other way to say it; the others count as said by it too.
    private func add(_ phrase: String, for places: ClosedRange<Int>, _ language: String, to question: inout Question) {
        let stems = Words.of(phrase).filter { !FormalWords.formal.contains($0) }.map { stemmers[language].stem($0) }
        guard !stems.isEmpty, stems.count <= QuestionReader.mostStems else { return }
        let alternative = Question.Alternative(
            stems: stems, weight: QuestionReader.synonymWeight, origin: .synonym(phrase))
        for index in question.terms.indices
        where question.terms[index].places.contains(where: places.contains)
            && question.terms[index].alternatives.count < QuestionReader.mostAlternatives
            && !question.terms[index].alternatives.contains(where: { $0.stems == stems })
        {
            question.terms[index].alternatives.append(alternative)
        }
    }
}

extension Reader {
    /// Whether something that is for an audience and some callers counts for this one.
    func uses(_ audience: [String], _ applies: Condition?) -> Bool {
        mayRead(audience) && verdict(applies) != .fails
    }
}
