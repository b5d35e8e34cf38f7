/// The values of one field, gathered into cells that no test of a workflow tells apart.
package struct FieldPartition: Sendable {
    package let field: ContextField
    /// Interval cells in ascending order; the cell of `unknown` is the last.
    package let cells: [Cell]

    package struct Cell: Hashable, Sendable {
        package enum Values: Hashable, Sendable {
            /// Choices, truth values, or `unknown`.
            case listed([ContextValue])
            case integers(ClosedRange<Int>)
            /// Days since 1970-01-01.
            case dates(ClosedRange<Int>)
        }

        package let values: Values
        /// The editions, by their place, in whose domain the values are.
        let editions: Set<Int>
    }

    /// - Parameters:
    ///   - editions: The field as each edition of a workflow declares it; nil where an edition does not have it. The
    ///     values of all of them are covered. One at least has it.
    ///   - tests: Everything that will be asked of the field.
    init(_ editions: [ContextField?], tests: [FieldTest]) {
        let declared = editions.enumerated().compactMap { place, field in field.map { (place, $0) } }
        field = declared[0].1
        let silent = Set(editions.indices.filter { editions[$0] == nil })
        var cells: [Cell] = []
        var listed: [(value: ContextValue, editions: Set<Int>)] = []
        var known: [ContextValue: Int] = [:]
        for (place, field) in declared {
            for value in field.listedValues {
                if let known = known[value] {
                    listed[known].editions.insert(place)
                } else {
                    known[value] = listed.count
                    listed.append((value, silent.union([place])))
                }
            }
        }
        // Choices that nothing tells apart are one cell.
        var places: [Signature: Int] = [:]
        for (value, editions) in listed where value != .unknown {
            let signature = Signature(editions: editions, accepted: tests.map { $0.accepts(value) })
            if let place = places[signature], case .listed(let values) = cells[place].values {
                cells[place] = Cell(values: .listed(values + [value]), editions: editions)
            } else {
                places[signature] = cells.count
                cells.append(Cell(values: .listed([value]), editions: editions))
            }
        }
        let numbers = tests.flatMap(\.cuts)
        let integers = declared.compactMap { place, field in field.integers.map { (place, $0) } }
        let dates = declared.compactMap { place, field in field.dates.map { (place, $0) } }
        cells += Self.intervals(integers, numbers).map {
            Cell(values: .integers($0), editions: $1.union(silent))
        }
        cells += Self.intervals(dates, numbers).map { Cell(values: .dates($0), editions: $1.union(silent)) }
        if let unknown = listed.first(where: { $0.value == .unknown }) {
            cells.append(Cell(values: .listed([.unknown]), editions: unknown.editions))
        }
        self.cells = cells
    }

    private struct Signature: Hashable {
        let editions: Set<Int>
        let accepted: [Bool]
    }

    /// The elementary intervals of some ranges: cut wherever a test or a range begins or ends.
    private static func intervals(
        _ ranges: [(edition: Int, bounds: ClosedRange<Int>)], _ numbers: [Int]
    ) -> [(ClosedRange<Int>, Set<Int>)] {
        var starts = Set(ranges.map(\.bounds.lowerBound))
        for (_, bounds) in ranges {
            // The end of one edition's range may be the middle of another's.
            if bounds.upperBound < .max { starts.insert(bounds.upperBound + 1) }
            starts.formUnion(numbers.filter { bounds.contains($0) })
        }
        let sorted = starts.sorted()
        return sorted.enumerated().compactMap { place, start in
            let editions = Set(ranges.filter { $0.bounds.contains(start) }.map(\.edition))
            guard !editions.isEmpty else { return nil }
            let end = place + 1 < sorted.count ? sorted[place + 1] - 1 : ranges.map(\.bounds.upperBound).max()!
            return (start...end, editions)
        }
    }
}

extension FieldPartition {
    /// The cells that a test accepts: of each, all values or none.
    package func cells(accepting test: FieldTest) -> CellSet {
        guard let range = intervals(within: test) else {
            return CellSet(cells.indices.filter { test.accepts(cells[$0].simplest) })
        }
        return CellSet(run: range)
    }

    /// The interval cells that comparisons leave, found by halves: a large workflow has as many tests of a field as cells.
    private func intervals(within test: FieldTest) -> Range<Int>? {
        guard case .comparisons(let comparisons) = test, let first = cells.firstIndex(where: \.isInterval) else {
            return nil
        }
        let end = cells.last?.isInterval == true ? cells.count : cells.count - 1
        // Of two editions, one may have numbers and the other days.
        guard end > first, cells[first].isDays == cells[end - 1].isDays else { return nil }
        /// The first cell whose least number is so.
        func place(_ isSo: (Int) -> Bool) -> Int {
            var low = first
            var high = end
            while low < high {
                let middle = (low + high) / 2
                if isSo(cells[middle].least) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        var range = first..<end
        for comparison in comparisons {
            let part =
                switch comparison.relation {
                case .atLeast: place { $0 >= comparison.bound }..<end
                case .greater: place { $0 > comparison.bound }..<end
                case .less: first..<place { $0 >= comparison.bound }
                case .atMost: first..<place { $0 > comparison.bound }
                case .equal: place { $0 >= comparison.bound }..<place { $0 > comparison.bound }
                }
            range = range.clamped(to: part)
            if range.isEmpty { return range }
        }
        return range
    }

    /// Nil for a value that is in no edition's domain.
    package func cell(of value: ContextValue) -> Int? {
        cells.firstIndex { $0.contains(value) }
    }

    /// The cells that an edition does not declare.
    func outside(_ edition: Int) -> CellSet {
        CellSet(cells.indices.filter { !cells[$0].editions.contains(edition) })
    }

    /// How many values the field can hold.
    package var size: Natural { cells.reduce(.zero) { $0 + $1.size } }
}

extension FieldPartition.Cell {
    fileprivate var isDays: Bool { if case .dates = values { true } else { false } }

    /// Of an interval, its first number or day.
    fileprivate var least: Int {
        switch values {
        case .integers(let range), .dates(let range): range.lowerBound
        case .listed: .max
        }
    }

    package var size: Natural {
        switch values {
        case .listed(let values): Natural(UInt64(values.count))
        // The distance may be larger than the largest Int.
        case .integers(let range), .dates(let range):
            Natural(UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))) + .one
        }
    }

    /// The value that stands for all.
    package var simplest: ContextValue {
        switch values {
        case .listed(let values): values[0]
        case .integers(let range): .integer(range.lowerBound)
        case .dates(let range): .date(range.lowerBound)
        }
    }

    package func contains(_ value: ContextValue) -> Bool {
        switch (values, value) {
        case (.listed(let values), _): values.contains(value)
        case (.integers(let range), .integer(let number)), (.dates(let range), .date(let number)):
            range.contains(number)
        default: false
        }
    }
}

extension ContextField {
    /// The values that are listed one by one: all but those of an interval.
    var listedValues: [ContextValue] {
        let known: [ContextValue] =
            switch domain {
            case .choice(let names): names.map { .choice($0) }
            case .boolean: [.boolean(true), .boolean(false)]
            case .integer, .date: []
            }
        return allowsUnknown ? known + [.unknown] : known
    }

    var integers: ClosedRange<Int>? { if case .integer(let bounds) = domain { bounds } else { nil } }
    var dates: ClosedRange<Int>? { if case .date(let bounds) = domain { bounds } else { nil } }
}

extension FieldTest {
    /// The numbers from which on this may answer otherwise than just below.
    var cuts: [Int] {
        func next(_ number: Int) -> [Int] { number < .max ? [number + 1] : [] }
        switch self {
        case .comparisons(let comparisons):
            return comparisons.flatMap { comparison in
                switch comparison.relation {
                case .less, .atLeast: [comparison.bound]
                case .atMost, .greater: next(comparison.bound)
                case .equal: [comparison.bound] + next(comparison.bound)
                }
            }
        case .values: return numbers.flatMap { [$0] + next($0) }
        }
    }
}
