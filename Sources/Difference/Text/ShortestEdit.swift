/// The fewest insertions and deletions between two sequences (Myers 1986), up to a number of them.
struct ShortestEdit {
    /// Equal elements in order, by their indices; nil when there are more differences than were looked for.
    private(set) var pairs: [(before: Int, after: Int)]?

    init(_ before: ArraySlice<Int>, _ after: ArraySlice<Int>, most: Int) {
        let most = min(most, before.count + after.count)
        // The furthest place on each diagonal, by number of differences.
        var trace: [[Int32]] = []
        var furthest = [Int32](repeating: 0, count: 2 * most + 3)
        let origin = most + 1
        for differences in 0...most {
            trace.append(Array(furthest[(origin - differences - 1)...(origin + differences + 1)]))
            for diagonal in stride(from: -differences, through: differences, by: 2) {
                let isDown =
                    diagonal == -differences
                    || (diagonal != differences
                        && furthest[origin + diagonal - 1] < furthest[origin + diagonal + 1])
                var x = Int(isDown ? furthest[origin + diagonal + 1] : furthest[origin + diagonal - 1] + 1)
                var y = x - diagonal
                while x < before.count, y < after.count, y >= 0,
                    before[before.startIndex + x] == after[after.startIndex + y]
                {
                    x += 1
                    y += 1
                }
                furthest[origin + diagonal] = Int32(x)
                if x >= before.count, y >= after.count {
                    pairs = ShortestEdit.walk(trace, before, after)
                    return
                }
            }
        }
    }

    /// The way back from the end.
    private static func walk(
        _ trace: [[Int32]], _ before: ArraySlice<Int>, _ after: ArraySlice<Int>
    ) -> [(before: Int, after: Int)] {
        var pairs: [(before: Int, after: Int)] = []
        var x = before.count
        var y = after.count
        for differences in trace.indices.reversed() {
            let row = trace[differences]
            func furthest(_ diagonal: Int) -> Int { Int(row[diagonal + differences + 1]) }
            let diagonal = x - y
            let isDown =
                diagonal == -differences
                || (diagonal != differences && furthest(diagonal - 1) < furthest(diagonal + 1))
            let last = isDown ? diagonal + 1 : diagonal - 1
            let start = differences == 0 ? (x: 0, y: 0) : (x: furthest(last), y: furthest(last) - last)
            while x > start.x, y > start.y {
                x -= 1
                y -= 1
                pairs.append((before.startIndex + x, after.startIndex + y))
            }
            (x, y) = start
        }
        return pairs.reversed()
    }
}
