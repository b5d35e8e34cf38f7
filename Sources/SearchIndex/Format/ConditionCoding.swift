package import Decisions

extension Condition: Coded {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .test(let field, .values(let values)):
            writer.write(byte: 0)
            field.write(to: &writer)
            values.write(to: &writer)
        case .test(let field, .comparisons(let comparisons)):
            writer.write(byte: 1)
            field.write(to: &writer)
            comparisons.write(to: &writer)
        case .all(let parts):
            writer.write(byte: 2)
            parts.write(to: &writer)
        case .any(let parts):
            writer.write(byte: 3)
            parts.write(to: &writer)
        case .not(let part):
            writer.write(byte: 4)
            part.write(to: &writer)
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self = try reader.nested { (reader) throws(IndexError) in
            switch try reader.byte() {
            case 0: .test(field: try String(from: &reader), .values(try [ContextValue](from: &reader)))
            case 1: .test(field: try String(from: &reader), .comparisons(try [Comparison](from: &reader)))
            case 2: .all(try [Condition](from: &reader))
            case 3: .any(try [Condition](from: &reader))
            case 4: .not(try Condition(from: &reader))
            default: throw .damaged
            }
        }
    }
}

extension Comparison: Coded {
    func write(to writer: inout ByteWriter) {
        writer.write(byte: UInt8(Relation.allCases.firstIndex(of: relation)!))
        bound.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        let relation = Int(try reader.byte())
        guard Relation.allCases.indices.contains(relation) else { throw .damaged }
        self.init(Relation.allCases[relation], try Int(from: &reader))
    }
}

extension ContextValue: Coded {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .choice(let name):
            writer.write(byte: 0)
            name.write(to: &writer)
        case .boolean(let truth):
            writer.write(byte: 1)
            truth.write(to: &writer)
        case .integer(let number):
            writer.write(byte: 2)
            number.write(to: &writer)
        case .date(let day):
            writer.write(byte: 3)
            day.write(to: &writer)
        case .unknown: writer.write(byte: 4)
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        switch try reader.byte() {
        case 0: self = .choice(try String(from: &reader))
        case 1: self = .boolean(try Bool(from: &reader))
        case 2: self = .integer(try Int(from: &reader))
        case 3: self = .date(try Int(from: &reader))
        case 4: self = .unknown
        default: throw .damaged
        }
    }
}

extension ContextField: Coded {
    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        allowsUnknown.write(to: &writer)
        switch domain {
        case .choice(let values):
            writer.write(byte: 0)
            values.write(to: &writer)
        case .boolean: writer.write(byte: 1)
        case .integer(let bounds):
            writer.write(byte: 2)
            bounds.lowerBound.write(to: &writer)
            bounds.upperBound.write(to: &writer)
        case .date(let bounds):
            writer.write(byte: 3)
            bounds.lowerBound.write(to: &writer)
            bounds.upperBound.write(to: &writer)
        }
        groups.sorted { $0.key < $1.key }.map { Entry(name: $0.key, values: $0.value) }.write(to: &writer)
        labels.sorted { $0.key < $1.key }.map { Entry(name: $0.key, values: [$0.value]) }.write(to: &writer)
        daysUntil.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        let name = try String(from: &reader)
        let allowsUnknown = try Bool(from: &reader)
        let domain: Domain
        switch try reader.byte() {
        case 0: domain = .choice(try [String](from: &reader))
        case 1: domain = .boolean
        case 2: domain = .integer(try ContextField.bounds(from: &reader))
        case 3: domain = .date(try ContextField.bounds(from: &reader))
        default: throw .damaged
        }
        let groups = try [Entry](from: &reader).map { ($0.name, $0.values) }
        let labels = try [Entry](from: &reader).map { ($0.name, $0.values.first ?? "") }
        self.init(
            name: name, domain: domain, allowsUnknown: allowsUnknown,
            groups: Dictionary(groups) { first, _ in first }, labels: Dictionary(labels) { first, _ in first },
            daysUntil: try Optional<String>(from: &reader))
    }

    private static func bounds(from reader: inout ByteReader) throws(IndexError) -> ClosedRange<Int> {
        let lower = try Int(from: &reader)
        let upper = try Int(from: &reader)
        guard lower <= upper else { throw .damaged }
        return lower...upper
    }
}

/// A name and what it stands for.
struct Entry: Coded {
    var name: String
    var values: [String]

    init(name: String, values: [String]) {
        self.name = name
        self.values = values
    }

    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        values.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        name = try String(from: &reader)
        values = try [String](from: &reader)
    }
}

extension ByteWriter {
    package mutating func write(_ condition: Condition) { condition.write(to: &self) }
}

extension ByteReader {
    package mutating func condition() throws(IndexError) -> Condition { try Condition(from: &self) }
}
