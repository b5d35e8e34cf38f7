import Difference

/// Three versions of a sequence, cut where all of them agree.
struct ThreeWayAlignment {
    /// A stretch of all three; where `isCommon`, one element of each, and they are equal.
    struct Part {
        let isCommon: Bool
        let base: Range<Int>
        let ours: Range<Int>
        let theirs: Range<Int>
    }

    private(set) var parts: [Part] = []

    init(base: [String], ours: [String], theirs: [String]) {
        var numbers: [String: Int] = [:]
        func number(_ text: String) -> Int {
            if let known = numbers[text] { return known }
            numbers[text] = numbers.count
            return numbers.count - 1
        }
        let middle = base.map(number)
        let left = Dictionary(
            uniqueKeysWithValues: SequenceAlignment(middle, ours.map(number)).pairs.map { ($0.before, $0.after) })
        let right = Dictionary(
            uniqueKeysWithValues: SequenceAlignment(middle, theirs.map(number)).pairs.map { ($0.before, $0.after) })
        var start = (base: 0, ours: 0, theirs: 0)
        func add(_ end: (base: Int, ours: Int, theirs: Int)) {
            if start.base < end.base || start.ours < end.ours || start.theirs < end.theirs {
                parts.append(
                    Part(
                        isCommon: false, base: start.base..<end.base, ours: start.ours..<end.ours,
                        theirs: start.theirs..<end.theirs))
            }
        }
        for index in base.indices {
            guard let first = left[index], let second = right[index] else { continue }
            add((index, first, second))
            parts.append(
                Part(
                    isCommon: true, base: index..<index + 1, ours: first..<first + 1, theirs: second..<second + 1))
            start = (index + 1, first + 1, second + 1)
        }
        add((base.count, ours.count, theirs.count))
    }
}
