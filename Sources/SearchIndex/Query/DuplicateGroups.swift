import Decisions

/// Finds among results those that say nearly the same as one before. What differs in a number, in its short answer or in
/// whom it is for is not the same, however much of the text is.
struct DuplicateGroups {
    private struct Member {
        var document: IndexDocument
        var score: Float
        var words: [UInt64]?
    }

    /// What is nearly the same scores nearly the same; others are not compared.
    private static let scoreShare: Float = 0.95
    /// How many of the words of two texts together both must have.
    private static let wordShare = 0.9
    private var members: [Member] = []

    /// - Returns: Which of the documents added says nearly the same; nil for none.
    mutating func place(of document: IndexDocument, _ score: Float) -> Int? {
        var own: [UInt64]?
        for place in members.indices.reversed() {
            let other = members[place].document
            guard score >= members[place].score * DuplicateGroups.scoreShare, other.kind == document.kind,
                other.language == document.language, other.audience == document.audience,
                other.answer == document.answer, other.applies == document.applies
            else { continue }
            let words = own ?? DuplicateGroups.words(of: document)
            own = words
            let others = members[place].words ?? DuplicateGroups.words(of: other)
            members[place].words = others
            if DuplicateGroups.areAlike(words, others) { return place }
        }
        return nil
    }

    mutating func add(_ document: IndexDocument, _ score: Float) {
        members.append(Member(document: document, score: score))
    }

    /// Hashes of the words of all that is shown, in order, each once; the lowest bit tells numbers and codes.
    private static func words(of document: IndexDocument) -> [UInt64] {
        var words: [UInt64] = []
        for field in Field.allCases where field != .keywords {
            for text in document.texts(of: field) {
                Words.forEach(in: text) { word, _ in
                    let isCode = word.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                    words.append(Hash.of(UnsafeRawBufferPointer(word)) & ~1 | (isCode ? 1 : 0))
                }
            }
        }
        words.sort()
        var last: UInt64?
        words.removeAll { word in
            defer { last = word }
            return word == last
        }
        return words
    }

    private static func areAlike(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        let allowed = Int((1 - wordShare) * Double(max(left.count, right.count)))
        var different = 0
        var (first, second) = (0, 0)
        while first < left.count || second < right.count {
            if first < left.count, second < right.count, left[first] == right[second] {
                first += 1
                second += 1
                continue
            }
            let word: UInt64
            if second == right.count || first < left.count && left[first] < right[second] {
                word = left[first]
                first += 1
            } else {
                word = right[second]
                second += 1
            }
            different += 1
            if different > allowed || word & 1 == 1 { return false }
        }
        return true
    }
}
