/// Pairs texts that are versions of one another, by the words that they share.
///
/// Only texts that share a word few others have are compared, a bounded number for each.
struct SimilarTexts {
    /// Indices, in no order.
    private(set) var pairs: [(before: Int, after: Int)] = []
    private static let mostOfWord = 16
    private static let mostCandidates = 8
    private static let mostWords = 2000
    private static let leastShare = 0.5
    /// Where a text took another's place.
    private static let leastShareInPlace = 0.3

    struct Text {
        let text: String
        /// Texts with the same number stand in the same place.
        let place: Int
    }

    init(_ before: [Text], _ after: [Text]) {
        let left = before.map { SimilarTexts.words($0.text) }
        let right = after.map { SimilarTexts.words($0.text) }
        var index: [Substring: [Int]] = [:]
        for (number, words) in left.enumerated() {
            for word in words.keys where index[word, default: []].count <= SimilarTexts.mostOfWord {
                index[word, default: []].append(number)
            }
        }
        var byPlace: [Int: [Int]] = [:]
        for (number, text) in before.enumerated() { byPlace[text.place, default: []].append(number) }
        var scored: [(share: Double, before: Int, after: Int)] = []
        for (number, words) in right.enumerated() {
            var shared: [Int: Int] = [:]
            for word in words.keys {
                guard let numbers = index[word], numbers.count <= SimilarTexts.mostOfWord else { continue }
                for candidate in numbers { shared[candidate, default: 0] += 1 }
            }
            var candidates = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .prefix(SimilarTexts.mostCandidates).map(\.key)
            let place = after[number].place
            candidates += byPlace[place, default: []].prefix(SimilarTexts.mostCandidates)
            for candidate in Set(candidates) {
                let share = SimilarTexts.share(left[candidate], words)
                let isInPlace = before[candidate].place == place
                let least = isInPlace ? SimilarTexts.leastShareInPlace : SimilarTexts.leastShare
                if share >= least { scored.append((share + (isInPlace ? 0.1 : 0), candidate, number)) }
            }
        }
        var taken: (before: Set<Int>, after: Set<Int>) = ([], [])
        for pair in scored.sorted(by: { ($1.share, $0.after, $0.before) < ($0.share, $1.after, $1.before) })
        where !taken.before.contains(pair.before) && !taken.after.contains(pair.after) {
            taken.before.insert(pair.before)
            taken.after.insert(pair.after)
            pairs.append((pair.before, pair.after))
        }
    }

    private static func words(_ text: String) -> [Substring: Int] {
        let tokens = TextTokens(text)
        var words: [Substring: Int] = [:]
        for (token, isWord) in zip(tokens.tokens, tokens.isWord).prefix(mostWords) where isWord {
            words[token, default: 0] += 1
        }
        return words
    }

    /// Of the words of both, how many they share; from 0 to 1.
    private static func share(_ left: [Substring: Int], _ right: [Substring: Int]) -> Double {
        let all = left.values.reduce(0, +) + right.values.reduce(0, +)
        guard all > 0 else { return 0 }
        let (small, large) = left.count < right.count ? (left, right) : (right, left)
        let common = small.reduce(0) { $0 + min($1.value, large[$1.key] ?? 0) }
        return 2 * Double(common) / Double(all)
    }
}
