/// What a question asks for: words, and for each the ways in which documents may say it.
package struct Question {
    /// One way in which documents may say a word of the question.
    struct Alternative: Hashable {
        /// All of them must stand in a document.
        var stems: [String]
        /// How much it counts beside the word itself.
        var weight: Float
        var origin: Origin
    }

    /// Why an alternative is one.
    enum Origin: Hashable {
        /// The word itself, in one of its forms.
        case word
        /// A phrase that the knowledge base declares to find the same.
        case synonym(String)
        /// A word of the index that is spelt almost so, as no document has the word itself.
        case correction(String)
        /// A word that begins so, while the person is still typing.
        case completion(String)
    }

    struct Term {
        /// As it was written, folded.
        var word: String
        /// Of each time it stands there: its place among all words of the question.
        var places: [Int]
        /// How much the word counts beside others that are as rare.
        var weight: Float
        /// It tells no subject.
        var isWeak: Bool
        var alternatives: [Alternative]
    }

    /// A word that was taken for another.
    package struct Correction: Hashable, Sendable {
        package var word: String
        package var taken: String
    }

    var terms: [Term] = []
    /// All words, those that are not searched among them.
    var wordCount = 0
    /// Of its text, where that is told; otherwise the first of the index.
    package var language = ""
    /// What kind of answer is wanted.
    var type: QuestionType?
    /// Words that were replaced by ones that documents have.
    package var corrections: [Correction] = []
    /// Words that no document has and that were not replaced.
    package var unknown: [String] = []
    /// Words that were perhaps meant by unknown ones, which must not be replaced unasked: codes, names of drugs.
    package var suggestions: [Correction] = []

    /// Each word that was searched, and in what other words.
    package var searched: [(word: String, others: [String])] {
        terms.map { term in
            var others: [String] = []
            for alternative in term.alternatives {
                switch alternative.origin {
                case .word: break
                case .synonym(let phrase), .correction(let phrase), .completion(let phrase):
                    // Each language has stems of its own for it.
                    if !others.contains(phrase) { others.append(phrase) }
                }
            }
            return (term.word, others)
        }
    }
}
