/// A product of sets of cells: the contexts whose every field is in its set.
struct ContextBox: Hashable {
    /// By place of the field; a field that may be anything is left out.
    var cells: [Int: CellSet]

    func contains(_ context: [Int]) -> Bool { cells.allSatisfy { $1.contains(context[$0]) } }
}

/// A condition on callers, as one set of values a field.
package struct CallerGroup: Hashable, Sendable {
    /// In the order of first use; a field that may be anything is left out.
    package let fields: [(field: ContextField, values: [FieldPartition.Cell.Values])]
    /// For each of them, the bounds of what was compared: those of all editions together.
    private let bounds: [ClosedRange<Int>?]

    init(_ box: ContextBox, _ partition: ContextPartition) {
        let places = box.cells.keys.sorted()
        fields = places.map { place in
            let part = partition.fields[place]
            return (part.field, part.merged(box.cells[place]!))
        }
        bounds = places.map { partition.fields[$0].bounds }
    }

    /// The condition that files would write.
    package var condition: Condition {
        .all(
            zip(fields, bounds).map { part, bounds in
                let tests = part.values.map { Condition.test(field: part.field.name, $0.test(within: bounds)) }
                return tests.count == 1 ? tests[0] : .any(tests)
            })
    }

    package static func == (left: CallerGroup, right: CallerGroup) -> Bool {
        left.fields.elementsEqual(right.fields) { $0.field == $1.field && $0.values == $1.values }
    }

    package func hash(into hasher: inout Hasher) {
        for (field, values) in fields {
            hasher.combine(field.name)
            hasher.combine(values)
        }
    }
}

extension FieldPartition {
    /// From the least to the greatest number or day; nil where there is none.
    fileprivate var bounds: ClosedRange<Int>? {
        let ranges = cells.compactMap { cell in
            switch cell.values {
            case .listed: nil as ClosedRange<Int>?
            case .integers(let range), .dates(let range): range
            }
        }
        guard let least = ranges.map(\.lowerBound).min(), let greatest = ranges.map(\.upperBound).max() else {
            return nil
        }
        return least...greatest
    }

    /// The values of some cells, with neighbouring intervals joined and listed values together.
    func merged(_ set: CellSet) -> [Cell.Values] {
        var listed: [ContextValue] = []
        var intervals: [Cell.Values] = []
        for cell in set.cells {
            switch (intervals.last, cells[cell].values) {
            case (_, .listed(let values)): listed += values
            case (.integers(let last), .integers(let next)) where last.upperBound + 1 == next.lowerBound:
                intervals[intervals.count - 1] = .integers(last.lowerBound...next.upperBound)
            case (.dates(let last), .dates(let next)) where last.upperBound + 1 == next.lowerBound:
                intervals[intervals.count - 1] = .dates(last.lowerBound...next.upperBound)
            case (_, let values): intervals.append(values)
            }
        }
        return (listed.isEmpty ? [] : [.listed(listed)]) + intervals
    }
}

extension FieldPartition.Cell.Values {
    /// The test that accepts exactly these of a field's values, without a bound that the field has anyway.
    func test(within bounds: ClosedRange<Int>?) -> FieldTest {
        switch self {
        case .listed(let values): .values(values)
        case .integers(let range), .dates(let range): .comparisons(Self.comparisons(range, bounds))
        }
    }

    private static func comparisons(_ range: ClosedRange<Int>, _ domain: ClosedRange<Int>?) -> [Comparison] {
        if range.lowerBound == range.upperBound { return [Comparison(.equal, range.lowerBound)] }
        let lower = Comparison(.atLeast, range.lowerBound)
        let upper = Comparison(.atMost, range.upperBound)
        switch (range.lowerBound == domain?.lowerBound, range.upperBound == domain?.upperBound) {
        case (true, false): return [upper]
        case (false, true): return [lower]
        default: return [lower, upper]
        }
    }
}
