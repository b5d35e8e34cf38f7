/// Words that say little or nothing of what a question is about.
enum FormalWords {
    /// The words but those that only make a sentence a question; all where it has no others.
    static func subject(of words: [String]) -> [String] {
        let subject = words.filter { !formal.contains($0) }
        return subject.isEmpty ? words : subject
    }

    /// The stems of all of them: where they stand is not kept.
    static func stems(in languages: [String]) -> Set<String> {
        let stemmers = Stemmers()
        return Set(languages.flatMap { language in formal.map { stemmers[language].stem($0) } })
    }

    /// Words that only make a sentence a question, in English and Spanish, folded.
    static let formal: Set<String> = [
        "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did",
        "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "id", "if", "im", "in", "is",
        "it", "its", "ive", "may", "me", "my", "of", "on", "or", "our", "please", "she", "should", "so", "some", "tell",
        "that", "the", "their", "them", "there", "they", "this", "to", "us", "was", "we", "were", "what", "whats",
        "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
        "al", "como", "con", "cual", "cuando", "de", "del", "donde", "el", "en", "es", "la", "las", "lo", "los", "mi",
        "para", "por", "puedo", "que", "se", "su", "un", "una", "y",
    ]
}
