/// Some cells of one field, as runs of neighbours in ascending order.
package struct CellSet: Hashable, Sendable {
    package private(set) var runs: [Range<Int>] = []

    package init() {}

    /// - Parameter cells: In ascending order.
    package init(_ cells: some Sequence<Int>) {
        for cell in cells { append(cell) }
    }

    init(run: Range<Int>) {
        if !run.isEmpty { runs = [run] }
    }

    private mutating func append(_ cell: Int) {
        if let last = runs.last, last.upperBound == cell {
            runs[runs.count - 1] = last.lowerBound..<cell + 1
        } else {
            runs.append(cell..<cell + 1)
        }
    }

    package var isEmpty: Bool { runs.isEmpty }
    package var count: Int { runs.reduce(0) { $0 + $1.count } }
    package var cells: [Int] { runs.flatMap { Array($0) } }

    package func contains(_ cell: Int) -> Bool {
        for run in runs where cell < run.upperBound { return cell >= run.lowerBound }
        return false
    }

    package func inserting(_ cell: Int) -> CellSet {
        contains(cell) ? self : CellSet((cells + [cell]).sorted())
    }
}
