/// Which elements of two sequences belong together: equal ones, rising on both sides.
///
/// Myers' shortest edit where the differences are few, and elements that either side has once as fixed points where they are
/// many. What remains too different is left unpaired, so that the time grows with the length and not with its square.
package struct SequenceAlignment {
    package private(set) var pairs: [(before: Int, after: Int)] = []
    private let before: [Int]
    private let after: [Int]
    /// Two parts together that are compared in full, whatever they hold.
    private static let small = 512
    /// Differences that are looked for in parts that are larger.
    private static let mostDifferences = 128
    private static let mostDepth = 12

    /// - Parameters: Equal elements have equal numbers.
    package init(_ before: [Int], _ after: [Int]) {
        self.before = before
        self.after = after
        align(before.indices, after.indices, depth: 0)
    }

    private mutating func align(_ left: Range<Int>, _ right: Range<Int>, depth: Int) {
        var left = left
        var right = right
        while let first = left.first, let other = right.first, before[first] == after[other] {
            pairs.append((first, other))
            left = first + 1..<left.upperBound
            right = other + 1..<right.upperBound
        }
        var ending = 0
        while ending < min(left.count, right.count),
            before[left.upperBound - 1 - ending] == after[right.upperBound - 1 - ending]
        {
            ending += 1
        }
        let ends = (left.upperBound, right.upperBound)
        middle(
            left.lowerBound..<left.upperBound - ending, right.lowerBound..<right.upperBound - ending, depth: depth)
        for offset in (0..<ending).reversed() { pairs.append((ends.0 - 1 - offset, ends.1 - 1 - offset)) }
    }

    private mutating func middle(_ left: Range<Int>, _ right: Range<Int>, depth: Int) {
        guard !left.isEmpty, !right.isEmpty else { return }
        if left.count + right.count <= SequenceAlignment.small {
            pairs += ShortestEdit(before[left], after[right], most: SequenceAlignment.small).pairs ?? []
            return
        }
        let anchors = depth < SequenceAlignment.mostDepth ? anchors(left, right) : []
        guard !anchors.isEmpty else {
            pairs += ShortestEdit(before[left], after[right], most: SequenceAlignment.mostDifferences).pairs ?? []
            return
        }
        var start = (left.lowerBound, right.lowerBound)
        for anchor in anchors {
            align(start.0..<anchor.before, start.1..<anchor.after, depth: depth + 1)
            pairs.append(anchor)
            start = (anchor.before + 1, anchor.after + 1)
        }
        align(start.0..<left.upperBound, start.1..<right.upperBound, depth: depth + 1)
    }

    /// The longest rising run of elements that each side has exactly once.
    private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [(before: Int, after: Int)] {
        var places: [Int: (before: Int?, after: Int?)] = [:]
        for index in left { places[before[index]] = places[before[index]] == nil ? (index, nil) : (nil, nil) }
        var repeated: Set<Int> = []
        for index in right {
            guard let place = places[after[index]] else { continue }
            if place.after != nil { repeated.insert(after[index]) }
            places[after[index]] = (place.before, index)
        }
        let unique = left.compactMap { index -> (before: Int, after: Int)? in
            guard let place = places[before[index]], place.before == index, let other = place.after,
                !repeated.contains(before[index])
            else { return nil }
            return (index, other)
        }
        return SequenceAlignment.longestRising(unique)
    }

    /// By patience sorting: of pairs in order of one side, most that are also in order of the other.
    private static func longestRising(_ pairs: [(before: Int, after: Int)]) -> [(before: Int, after: Int)] {
        var tops: [Int] = []
        var previous = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var low = 0
            var high = tops.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].after < pairs[index].after { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tops[low - 1] }
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var result: [(before: Int, after: Int)] = []
        var next = tops.last ?? -1
        while next >= 0 {
            result.append(pairs[next])
            next = previous[next]
        }
        return result.reversed()
    }
}
