/// The words of a question, each with where it stands.
struct QuestionWords {
    struct Word {
        /// Folded.
        var text: String
        var original: String
        /// Among all words of the question.
        var place: Int
        /// Within the sentences of the question.
        var sentence: Int
    }

    private(set) var all: [Word] = []
    /// Which sentences end with a question mark.
    private var asks: [Bool] = [false]

    /// - Parameter isKnown: Whether a word is known as it is, so that its numbers and letters are not parted.
    init(_ text: String, isKnown: (String) throws(IndexError) -> Bool) throws(IndexError) {
        let bytes = Array(text.utf8)
        var found: [(text: String, place: Range<Int>)] = []
        Words.forEach(in: text) { word, place in found.append((String(decoding: word, as: UTF8.self), place)) }
        var end = 0
        for (word, place) in found {
            for index in end..<max(end, place.lowerBound) where QuestionWords.endsSentence(bytes, index) {
                asks[asks.count - 1] = asks[asks.count - 1] || bytes[index] == UInt8(ascii: "?")
                asks.append(false)
            }
            end = place.upperBound
            let original = String(decoding: bytes[place], as: UTF8.self)
            // `20mg` is written `20 mg` as well.
            let parts = QuestionWords.parts(word)
            var isWhole = parts.count == 1
            if !isWhole { isWhole = try isKnown(word) }
            for part in isWhole ? [word] : parts {
                all.append(Word(text: part, original: original, place: all.count, sentence: asks.count - 1))
            }
        }
        if bytes[min(end, bytes.count)...].contains(UInt8(ascii: "?")) { asks[asks.count - 1] = true }
    }

    /// Within a message that asks something, a sentence that only tells what lies behind it: not the first, which says what
    /// the message is about.
    func isStatement(_ sentence: Int) -> Bool { sentence > 0 && !asks[sentence] && asks.contains(true) }

    private static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): return true
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"):
            return index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " ")
                || bytes[index + 1] == UInt8(ascii: "\n")
        default: return false
        }
    }

    /// A number and the unit after it; the word alone where it is not just these.
    private static func parts(_ word: String) -> [String] {
        let bytes = Array(word.utf8)
        let digits = bytes.prefix(while: \.isDigit)
        let unit = bytes[digits.count...]
        guard !digits.isEmpty, (1...3).contains(unit.count),
            unit.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
            !["st", "nd", "rd", "th"].contains(String(decoding: unit, as: UTF8.self))
        else { return [word] }
        return [String(decoding: digits, as: UTF8.self), String(decoding: unit, as: UTF8.self)]
    }
}
