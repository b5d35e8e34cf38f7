/// The words of a question that say what it is about.
struct Question {
    struct Term {
        /// As it was written, folded.
        var word: String
        /// Its stem in each language of the knowledge base.
        var stems: Set<String>
        /// How often it stands in the question.
        var count: Int
    }

    let terms: [Term]
    /// More words than that add nothing.
    private static let mostWords = 64

    init(_ text: String, languages: [String]) {
        let stemmers = Stemmers()
        var terms: [Term] = []
        for word in Question.subject(of: Words.of(text)).prefix(Question.mostWords) {
            let stems = Set(languages.map { stemmers[$0].stem(word) })
            if let index = terms.firstIndex(where: { $0.stems == stems }) {
                terms[index].count += 1
            } else {
                terms.append(Term(word: word, stems: stems, count: 1))
            }
        }
        self.terms = terms
    }

    /// The words but those that only make a sentence a question; all where it has no others.
    static func subject(of words: [String]) -> [String] {
        let subject = words.filter { !formal.contains($0) }
        return subject.isEmpty ? words : subject
    }

    /// Words that only make a sentence a question, in English and Spanish, folded.
    private static let formal: Set<String> = [
        "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did",
        "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "id", "if", "im", "in", "is",
        "it", "its", "ive", "may", "me", "my", "of", "on", "or", "our", "please", "she", "should", "so", "some", "tell",
        "that", "the", "their", "them", "there", "they", "this", "to", "us", "was", "we", "were", "what", "whats",
        "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
        "al", "como", "con", "cual", "cuando", "de", "del", "donde", "el", "en", "es", "la", "las", "lo", "los", "mi",
        "para", "por", "puedo", "que", "se", "su", "un", "una", "y",
    ]
}
