/// The contexts of a workflow, or of two editions of it, as a product of fields, each cut into cells.
package struct ContextPartition: Sendable {
    package let fields: [FieldPartition]
    private let places: [String: Int]

    init(_ fields: [FieldPartition]) {
        self.fields = fields
        places = Dictionary(fields.enumerated().map { ($1.field.name, $0) }) { first, _ in first }
    }

    /// The place of a field among the fields.
    package func place(of field: String) -> Int? { places[field] }

    /// How many contexts there are.
    package var size: Natural { fields.reduce(.one) { $0 * $1.size } }

    /// The cell of each field; nil where a field is not known, or is known to be something it cannot be.
    package func cells(of caller: CallerContext) -> [Int?] {
        fields.map { part in caller[part.field.name].flatMap { part.cell(of: $0) } }
    }

    /// One caller in these cells.
    package func caller(in cells: [Int: Int]) -> CallerContext {
        Dictionary(
            uniqueKeysWithValues: cells.map { place, cell in
                (fields[place].field.name, fields[place].typical(cell))
            })
    }
}

extension FieldPartition {
    /// The value of a cell to name to people: of an interval, the end at a bound that a test has drawn.
    package func typical(_ cell: Int) -> ContextValue {
        let isLowest = cell == 0 || !cells[cell - 1].isInterval
        let hasNext = cell + 1 < cells.count && cells[cell + 1].isInterval
        switch cells[cell].values {
        case .integers(let range) where isLowest && hasNext: return .integer(range.upperBound)
        case .dates(let range) where isLowest && hasNext: return .date(range.upperBound)
        default: return cells[cell].simplest
        }
    }
}

extension FieldPartition.Cell {
    var isInterval: Bool { if case .listed = values { false } else { true } }
}
