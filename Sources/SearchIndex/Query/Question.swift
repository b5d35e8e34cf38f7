/// The words of a question that say what it is about.
struct Question {
    /// For each word, its stem in each language of the knowledge base.
    let terms: [Set<String>]
    /// More words than that add nothing.
    private static let mostWords = 64

    init(_ text: String, languages: [String]) {
        let words = Words.of(text)
        let subject = words.filter { !Question.formal.contains($0) }
        let stemmers = Stemmers()
        var seen: Set<Set<String>> = []
        terms = (subject.isEmpty ? words : subject).prefix(Question.mostWords)
            .map { word in Set(languages.map { stemmers[$0].stem(word) }) }
            .filter { seen.insert($0).inserted }
    }

    /// Words that only make a sentence a question, in English and Spanish.
    private static let formal: Set<String> = [
        "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did",
        "do",
        "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "id", "if", "im", "in", "is", "it",
        "its", "ive", "may", "me", "my", "of", "on", "or", "our", "please", "she", "should", "so", "some", "tell",
        "that", "the", "their", "them", "there", "they", "this", "to", "us", "was", "we", "were", "what", "whats",
        "when",
        "where", "which", "who", "why", "will", "with", "would", "you", "your",
        "al", "como", "cómo", "con", "cual", "cuál", "cuando", "cuándo", "de", "del", "donde", "dónde", "el", "en",
        "es",
        "la", "las", "lo", "los", "me", "mi", "para", "por", "puedo", "que", "qué", "se", "su", "un", "una", "y",
    ]
}
