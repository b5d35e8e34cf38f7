/// Finds words of an index that a question's word was probably meant to be.
struct Spelling {
    struct Guess: Hashable {
        var word: String
        var edits: Int
        var documentCount: Int
    }

    private let words: KeyDictionary
    /// In a large index, a word that only one document has is as likely a slip as the question's.
    private let leastDocuments: Int

    init(_ index: Index) {
        words = index.words
        leastDocuments = index.documentCount >= 1000 ? 2 : 1
    }

    /// The words nearest to one that the index does not have, with the same first letter: fewest edits first, then the most
    /// documents.
    func guesses(for word: String, limit: Int = 3) throws(IndexError) -> [Guess] {
        let pattern = Array(word.utf8)
        guard EditAutomaton.lengths.contains(pattern.count), pattern.allSatisfy({ $0 < 0x80 }) else { return [] }
        // A short word with two edits is another word.
        var automaton = EditAutomaton(pattern, edits: pattern.count >= 8 ? 2 : 1)
        // The first letter is seldom wrong, and a tenth of the words begin with it.
        var cursor = try words.cursor(from: [pattern[0]])
        var guesses: [Guess] = []
        while try cursor.next(), cursor.key.first == pattern[0] {
            if let dead = automaton.read(cursor.key) {
                guard let after = Spelling.successor(cursor.key[..<dead]) else { break }
                cursor = try words.cursor(from: after)
            } else if let edits = automaton.distance, edits > 0, cursor.count >= leastDocuments, cursor.key.count >= 4 {
                guesses.append(
                    Guess(word: String(decoding: cursor.key, as: UTF8.self), edits: edits, documentCount: cursor.count))
            }
        }
        func rank(_ guess: Guess) -> (Int, Int, String) { (guess.edits, -guess.documentCount, guess.word) }
        return Array(guesses.sorted { rank($0) < rank($1) }.prefix(limit))
    }

    /// The words that begin so, the most frequent first.
    func completions(of beginning: String, limit: Int) throws(IndexError) -> [Guess] {
        let beginning = Array(beginning.utf8)
        var cursor = try words.cursor(from: beginning)
        var found: [Guess] = []
        while try cursor.next(), cursor.key.starts(with: beginning) {
            found.append(
                Guess(word: String(decoding: cursor.key, as: UTF8.self), edits: 0, documentCount: cursor.count))
        }
        return Array(found.sorted { (-$0.documentCount, $0.word) < (-$1.documentCount, $1.word) }.prefix(limit))
    }

    /// The first key after all that begin so.
    private static func successor(_ beginning: ArraySlice<UInt8>) -> [UInt8]? {
        var key = Array(beginning)
        while let last = key.popLast() {
            if last < 0xFF { return key + [last + 1] }
        }
        return nil
    }
}
