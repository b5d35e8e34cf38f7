import Content
import Diagnostics
import Markdown

/// KB307
struct LongSentenceRule: FileRule {
    static let id = RuleID("KB307", "long-sentence")
    static let severity = Severity.note
    static let summary = "Sentences are short enough to be understood at once."
    static let why = """
        A sentence is read aloud once, to somebody who is worried. Long ones are lost on the way. The limit is `limits: \
        {sentence_words: …}` of kb.yaml, 35 unless it says otherwise.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Park in the garage. Take the lift to level two. Follow the blue line.")],
        invalid: [.article(body: "Short. ↓" + String(repeating: "Park in the garage and ", count: 9) + "walk.")])

    func check(_ file: CheckedFile, in context: RuleContext, _ report: inout Report) {
        guard file.kind == .article else { return }
        let limit = context.configuration.limits.sentenceWords
        for section in file.content.markdown.flatMap(\.sections) {
            for block in section.blocks where block.kind == .paragraph || block.kind == .listItem {
                // A word and its space have at least two bytes.
                guard block.text.utf8.count > limit * 2 else { continue }
                for sentence in Sentence.all(in: block.text) where sentence.words > limit {
                    report.add(.long(sentence.words, limit), in: file, at: block.sourceRange(of: sentence.range))
                }
            }
        }
    }
}

/// A stretch of text up to a full stop, and how many words it has.
private struct Sentence {
    let range: Range<Int>
    let words: Int

    static func all(in text: String) -> [Sentence] {
        var sentences: [Sentence] = []
        var start: Int?
        var words = 0
        var isInWord = false
        var end = 0
        let bytes = Array(text.utf8)
        for (offset, byte) in bytes.enumerated() {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            if !isSpace {
                if start == nil { start = offset }
                if !isInWord { words += 1 }
                end = offset + 1
            }
            isInWord = !isSpace
            let isStop = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : UInt8(ascii: " ")
            if isStop, next == UInt8(ascii: " ") || next == UInt8(ascii: "\n"), let first = start {
                sentences.append(Sentence(range: first..<end, words: words))
                start = nil
                words = 0
            }
        }
        if let start { sentences.append(Sentence(range: start..<end, words: words)) }
        return sentences
    }
}

extension Message {
    fileprivate static func long(_ words: Int, _ limit: Int) -> Message {
        Message("this sentence has \(words) words", help: "split it into sentences of at most \(limit)")
    }
}
