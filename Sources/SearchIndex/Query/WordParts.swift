/// Finds the two words of an index that one word is put together from.
struct WordParts {
    private let words: KeyDictionary

    init(_ words: KeyDictionary) { self.words = words }

    /// The two words of which the rarer one is the most frequent; nil where no two make it up.
    func best(of word: String) throws(IndexError) -> (left: String, right: String)? {
        let bytes = Array(word.utf8)
        guard (4...32).contains(bytes.count), bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var best: (parts: (String, String), count: Int)?
        for cut in 1..<bytes.count {
            // Digits stay together, and so do letters but for one that stands first (`x`) and words of three and more.
            let isBorder = bytes[cut - 1].isDigit != bytes[cut].isDigit
            let isWords = bytes.allSatisfy { !$0.isDigit } && bytes.count - cut >= 3 && (cut == 1 || cut >= 3)
            guard isBorder || isWords else { continue }
            let parts = (String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self))
            guard let left = try words.find(parts.0), let right = try words.find(parts.1) else { continue }
            let count = min(left.count, right.count)
            if count > best?.count ?? 0 { best = (parts, count) }
        }
        return best?.parts
    }
}
