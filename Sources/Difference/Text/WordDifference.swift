/// Two texts compared word by word.
struct WordDifference {
    /// Both texts as one: what was removed before what was added in its place.
    private(set) var runs: [TextRun] = []

    private struct Part {
        var isSame: Bool
        var before: Range<Int>
        var after: Range<Int>
    }

    init(_ before: String, _ after: String) {
        let left = TextTokens(before)
        let right = TextTokens(after)
        var numbers: [Substring: Int] = [:]
        func number(_ token: Substring) -> Int {
            if let known = numbers[token] { return known }
            numbers[token] = numbers.count
            return numbers.count - 1
        }
        let alignment = SequenceAlignment(left.tokens.map(number), right.tokens.map(number))
        var parts: [Part] = []
        var start = (0, 0)
        func add(_ isSame: Bool, _ before: Range<Int>, _ after: Range<Int>) {
            guard !before.isEmpty || !after.isEmpty else { return }
            if let last = parts.last, last.isSame == isSame {
                parts[parts.count - 1].before = last.before.lowerBound..<before.upperBound
                parts[parts.count - 1].after = last.after.lowerBound..<after.upperBound
            } else {
                parts.append(Part(isSame: isSame, before: before, after: after))
            }
        }
        for pair in alignment.pairs + [(left.tokens.count, right.tokens.count)] {
            add(false, start.0..<pair.before, start.1..<pair.after)
            let isEnd = pair.before == left.tokens.count && pair.after == right.tokens.count
            if !isEnd { add(true, pair.before..<pair.before + 1, pair.after..<pair.after + 1) }
            start = (pair.before + 1, pair.after + 1)
        }
        for part in WordDifference.joined(parts, left) {
            if part.isSame {
                append(.same, right.tokens[part.after])
            } else {
                append(.removed, left.tokens[part.before])
                append(.added, right.tokens[part.after])
            }
        }
    }

    private mutating func append(_ kind: TextRun.Kind, _ tokens: ArraySlice<Substring>) {
        if !tokens.isEmpty { runs.append(TextRun(kind, tokens.joined())) }
    }

    /// A space or a mark between two changes says nothing by itself: it joins them.
    private static func joined(_ parts: [Part], _ left: TextTokens) -> [Part] {
        var result: [Part] = []
        for (index, part) in parts.enumerated() {
            let isBetween = index > 0 && index < parts.count - 1
            let isEmpty = part.isSame && part.before.count <= 2 && !part.before.contains { left.isWord[$0] }
            let joinsOn = part.isSame ? isBetween && isEmpty : true
            guard joinsOn, let last = result.last, !last.isSame else {
                result.append(part)
                continue
            }
            result[result.count - 1].before = last.before.lowerBound..<part.before.upperBound
            result[result.count - 1].after = last.after.lowerBound..<part.after.upperBound
        }
        return result
    }
}
