/// What a document scored for a question, part by part.
package struct Score: Hashable, Sendable {
    /// What each word of the question says of the document, by its rarity; in the order of the question's terms.
    package var words: [Float] = []
    /// From 0 to 1: how much of the question's weight the document has.
    package var coverage: Float = 0
    /// For a title that is about what the question asks, and nothing else.
    package var subject: Float = 0
    /// For words that stand near one another in both.
    package var proximity: Float = 0
    /// For a document that has the whole question as its title, or as one of its questions; 1 for others.
    package var wordForWord: Float = 1
    /// For the kind of item that answers the type of question; 1 where it is none.
    package var kind: Float = 1
    /// For how fresh its review is.
    package var freshness: Float = 1
    /// For how well it fits what is known of the caller.
    package var caller: Float = 1
    /// For an edition in another language than the question's.
    package var language: Float = 1

    /// What the coverage leaves of the words' scores when a document has next to nothing of the question.
    static let leastCoverage: Float = 0.5

    package var total: Float {
        let words = words.reduce(0, +)
        // What answers the whole question comes before what answers one word of it well.
        let covered = words * (Score.leastCoverage + (1 - Score.leastCoverage) * coverage)
        return (covered + subject + proximity) * wordForWord * kind * freshness * caller * language
    }
}
