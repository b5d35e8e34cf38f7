package import Decisions

/// The part of an item that answers a question best: some sentences of one paragraph.
package struct Passage: Hashable, Sendable {
    package var text: String
    /// Where words of the question stand in the text, in bytes of its UTF-8.
    package var highlights: [Range<Int>]
    /// Empty before the first heading.
    package var heading: String
    package var anchor: String
    /// For whom it counts, where that is not everyone whom the item is for.
    package var applies: Condition?

    /// As long as some sentences may be together; in bytes.
    private static let length = 320
    /// What a word in the heading counts beside one in the text.
    private static let headingWeight: Float = 0.25

    /// - Returns: nil when no paragraph holds a word of the question.
    init?(answering sought: SoughtWords, in document: IndexDocument, for reader: Reader, _ stemmer: Stemmer) {
        var best: (passage: Passage, score: Float)?
        for block in reader.blocks(of: document) {
            for section in block.sections {
                let inHeading = Passage.weight(of: sought.occurrences(in: section.heading, stemmer))
                for paragraph in section.paragraphs {
                    let text = reader.filled(paragraph, under: block.applies)
                    let occurrences = sought.occurrences(in: text, stemmer)
                    // A paragraph with all that it has cannot do better than this.
                    let most = Passage.weight(of: occurrences) + inHeading * Passage.headingWeight
                    guard occurrences.contains(where: { $0.term >= 0 }), most > best?.score ?? 0 else { continue }
                    let (range, weight) = Passage.bestSentences(of: text, occurrences)
                    let score = weight + inHeading * Passage.headingWeight
                    guard score > best?.score ?? 0 else { continue }
                    let bytes = Array(text.utf8)[range]
                    let highlights = occurrences.filter { $0.term >= 0 }.map(\.place).filter {
                        range.contains($0.lowerBound)
                    }
                    .map {
                        $0.lowerBound - range.lowerBound..<min($0.upperBound, range.upperBound) - range.lowerBound
                    }
                    best = (
                        Passage(
                            text: String(decoding: bytes, as: UTF8.self), highlights: highlights,
                            heading: section.heading, anchor: section.anchor, applies: block.applies), score
                    )
                }
            }
        }
        guard let best else { return nil }
        self = best.passage
    }

    private init(text: String, highlights: [Range<Int>], heading: String, anchor: String, applies: Condition?) {
        self.text = text
        self.highlights = highlights
        self.heading = heading
        self.anchor = anchor
        self.applies = applies
    }

    /// Each term counts once.
    private static func weight(of occurrences: some Sequence<SoughtWords.Occurrence>) -> Float {
        var seen: Set<Int> = []
        return occurrences.reduce(0) { $0 + (seen.insert($1.term).inserted ? $1.weight : 0) }
    }

    /// The sentences that together hold the most of the question, the first of equals.
    private static func bestSentences(
        of text: String, _ occurrences: [SoughtWords.Occurrence]
    ) -> (range: Range<Int>, weight: Float) {
        let sentences = sentences(of: text)
        var best = (range: sentences[0], weight: Float(-1))
        var first = 0
        for (start, sentence) in sentences.enumerated() {
            var end = start
            while end + 1 < sentences.count, sentences[end + 1].upperBound - sentence.lowerBound <= length { end += 1 }
            let range = sentence.lowerBound..<sentences[end].upperBound
            while first < occurrences.count, occurrences[first].place.lowerBound < range.lowerBound { first += 1 }
            let weight = weight(of: occurrences[first...].prefix { $0.place.lowerBound < range.upperBound })
            if weight > best.weight { best = (range, weight) }
        }
        return best
    }

    /// Where sentences stand, without the spaces between them; at least one.
    private static func sentences(of text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var sentences: [Range<Int>] = []
        var start = 0
        for index in bytes.indices
        where [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index]) {
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") else { continue }
            sentences.append(start..<index + 1)
            start = index + 2
        }
        if start < bytes.count || sentences.isEmpty { sentences.append(min(start, bytes.count)..<bytes.count) }
        return sentences
    }
}
