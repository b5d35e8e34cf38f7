/// The part of an item that answers a question best.
package struct Passage: Hashable, Sendable {
    package var text: String
    /// Empty before the first heading.
    package var heading: String
    package var anchor: String

    /// - Returns: nil when no paragraph holds a word of the question.
    init?(answering question: Question, in document: IndexDocument, for reader: Reader, _ stemmer: Stemmer) {
        var best: (passage: Passage, score: Int)?
        let sections = reader.blocks(of: document).flatMap { block in block.sections.map { (block.applies, $0) } }
        for (condition, section) in sections {
            let title = Set(Words.of(section.heading).map(stemmer.stem))
            for paragraph in section.paragraphs {
                let text = reader.filled(paragraph, under: condition)
                let words = Set(Words.of(text).map(stemmer.stem))
                let inText = question.terms.count { !$0.stems.isDisjoint(with: words) }
                // A heading that names the subject decides between paragraphs that both do.
                let score = inText * 4 + question.terms.count { !$0.stems.isDisjoint(with: title) }
                if inText > 0, score > best?.score ?? 0 {
                    best = (Passage(text: text, heading: section.heading, anchor: section.anchor), score)
                }
            }
        }
        guard let best else { return nil }
        self = best.passage
    }

    private init(text: String, heading: String, anchor: String) {
        self.text = text
        self.heading = heading
        self.anchor = anchor
    }
}
