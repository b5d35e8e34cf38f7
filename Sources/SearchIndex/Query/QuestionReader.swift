import Decisions

/// Reads a question as a person means it: what it asks for, in the words that documents have.
struct QuestionReader {
    private let reader: Reader
    private let stemmers = Stemmers()
    private let languages: [String]
    /// More words than that add nothing.
    private static let mostWords = 64
    /// No declared phrase is longer.
    private static let longestPhrase = 5
    /// What a word counts that was not written so, by the edits between.
    private static let correctionWeights: [Float] = [1, 0.8, 0.6]
    private static let synonymWeight: Float = 0.9

    init(_ reader: Reader) {
        self.reader = reader
        languages = reader.index.languages
    }

    /// A word of the question.
    private struct Word {
        var text: String
        var original: String
        var place: Int
    }

    /// - Parameter isUnfinished: The last word may go on.
    func question(_ text: String, isUnfinished: Bool = false) throws(IndexError) -> Question {
        let words = words(of: text)
        let subject = Set(FormalWords.subject(of: words.map(\.text)))
        var question = Question()
        var places: [String: Int] = [:]
        for word in words.filter({ subject.contains($0.text) }).prefix(QuestionReader.mostWords) {
            let stems = Set(languages.map { stemmers[$0].stem(word.text) }).sorted()
            let key = stems.joined(separator: " ")
            if let known = places[key] {
                question.terms[known].places.append(word.place)
                continue
            }
            var term = Question.Term(word: word.text, places: [word.place], weight: 1, alternatives: [])
            for stem in stems where try reader.index.terms.find(stem) != nil {
                term.alternatives.append(.init(stems: [stem], weight: 1, origin: .word))
            }
            if isUnfinished, word.place == words.count - 1 { try complete(word, &term) }
            if term.alternatives.isEmpty { try correct(word, &term, &question) }
            places[key] = question.terms.count
            question.terms.append(term)
        }
        try addSynonyms(words, to: &question)
        for term in question.terms where term.alternatives.isEmpty { question.unknown.append(term.word) }
        return question
    }

    private func words(of text: String) -> [Word] {
        var words: [Word] = []
        let bytes = Array(text.utf8)
        Words.forEach(in: text) { word, place in
            words.append(
                Word(
                    text: String(decoding: word, as: UTF8.self),
                    original: String(decoding: bytes[place], as: UTF8.self),
                    place: words.count))
        }
        return words
    }

    private func complete(_ word: Word, _ term: inout Question.Term) throws(IndexError) {
        let mostCompletions = 16
        for guess in try Spelling(reader.index).completions(of: word.text, limit: mostCompletions) {
            for stem in Set(languages.map { stemmers[$0].stem(guess.word) })
            where !term.alternatives.contains(where: { $0.stems == [stem] }) {
                guard try reader.index.terms.find(stem) != nil else { continue }
                term.alternatives.append(.init(stems: [stem], weight: 1, origin: .completion(guess.word)))
            }
        }
    }

    private func correct(_ word: Word, _ term: inout Question.Term, _ question: inout Question) throws(IndexError) {
        guard !ProtectedWords.isCode(word.text), let guess = try Spelling(reader.index).guesses(for: word.text).first
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
    private func addSynonyms(_ words: [Word], to question: inout Question) throws(IndexError) {
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
        guard !stems.isEmpty else { return }
        let alternative = Question.Alternative(
            stems: stems, weight: QuestionReader.synonymWeight, origin: .synonym(phrase))
        for index in question.terms.indices
        where question.terms[index].places.contains(where: places.contains)
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
