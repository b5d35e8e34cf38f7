/// Words that an answer must say. Case and the width of white space do not count.
struct Phrase {
    private let words: [String]
    private let folded: String
    /// Text after these words is not searched for what comes near.
    private static let mostWords = 4000

    init(_ text: String) {
        words = Phrase.words(of: text).map(Phrase.bare)
        folded = Phrase.fold(text)
    }

    func occurs(in text: String) -> Bool { Phrase.fold(text).contains(folded) }

    /// Whether this stands in a text by itself: `4` does not stand in `14`.
    func standsAlone(in text: String) -> Bool {
        let text = Phrase.fold(text)
        var rest = text[...]
        while let place = rest.firstRange(of: folded) {
            let before = text[..<place.lowerBound].last
            let after = text[place.upperBound...].first
            let isPart = [before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
            if !isPart { return true }
            rest = rest[rest.index(after: place.lowerBound)...]
        }
        return false
    }

    /// The run of as many words that has most of this phrase's, where that is half of them or more.
    func nearest(in texts: [String]) -> String? {
        var best: (run: ArraySlice<String>, score: Int)?
        let wanted = Set(words)
        for text in texts {
            let spoken = Array(Phrase.words(of: text).prefix(Phrase.mostWords))
            let bare = spoken.map(Phrase.bare)
            for start in spoken.indices.dropLast(min(words.count, spoken.count) - 1) {
                let end = min(start + words.count, spoken.count)
                let shared = Set(bare[start..<end]).intersection(wanted).count
                guard shared * 2 >= wanted.count else { continue }
                // Of runs that share as much, the one in which the words stand in their places.
                let inPlace = zip(bare[start..<end], words).count { $0 == $1 }
                if shared * 100 + inPlace > best?.score ?? 0 { best = (spoken[start..<end], shared * 100 + inPlace) }
            }
        }
        return best?.run.joined(separator: " ")
    }

    static func fold(_ text: String) -> String { words(of: text).joined(separator: " ").lowercased() }

    private static func words(of text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// A word without the punctuation around it.
    private static func bare(_ word: String) -> String {
        let isPart = { (character: Character) in character.isLetter || character.isNumber }
        guard let first = word.firstIndex(where: isPart), let last = word.lastIndex(where: isPart) else { return word }
        return word[first...last].lowercased()
    }
}
