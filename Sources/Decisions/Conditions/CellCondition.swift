/// A condition over the cells of a partition, by the places of fields.
package indirect enum CellCondition: Hashable, Sendable {
    case test(field: Int, CellSet)
    case all([CellCondition])
    case any([CellCondition])
    case not(CellCondition)

    // Not stored: a global one behind a tagged pointer looks like a leak to the fuzzer.
    static var always: CellCondition { .all([]) }
    static var never: CellCondition { .any([]) }

    package func holds(for cells: [Int]) -> Bool {
        switch self {
        case .test(let field, let set): set.contains(cells[field])
        case .all(let parts): parts.allSatisfy { $0.holds(for: cells) }
        case .any(let parts): parts.contains { $0.holds(for: cells) }
        case .not(let part): !part.holds(for: cells)
        }
    }

    /// The places of the fields that this looks at.
    func collectFields(_ found: inout Set<Int>) {
        switch self {
        case .test(let field, _): found.insert(field)
        case .all(let parts), .any(let parts): for part in parts { part.collectFields(&found) }
        case .not(let part): part.collectFields(&found)
        }
    }
}

extension ContextPartition {
    /// A condition on fields that this has.
    func cells(_ condition: Condition) -> CellCondition {
        switch condition {
        case .test(let field, let test):
            // A field that nothing declares accepts nothing.
            place(of: field).map { .test(field: $0, fields[$0].cells(accepting: test)) } ?? .never
        case .all(let parts): .all(parts.map { cells($0) })
        case .any(let parts): .any(parts.map { cells($0) })
        case .not(let part): .not(cells(part))
        }
    }
}

extension ContextPartition {
    /// The contexts of one workflow with all that it calls.
    ///
    /// - Parameter distribution: Values that it tells apart are in different cells.
    init(_ closure: FlowClosure, for distribution: CallerDistribution = .even) {
        self.init([closure], for: distribution)
    }

    /// The contexts of several editions of a workflow, cut so finely that no test of any tells a cell's values apart.
    init(_ editions: [FlowClosure], for distribution: CallerDistribution = .even) {
        var names: [String] = []
        var seen: Set<String> = []
        for edition in editions {
            for field in edition.fields where seen.insert(field.name).inserted { names.append(field.name) }
        }
        self.init(
            names.map { name in
                FieldPartition(
                    editions.map { $0.declared(name) },
                    tests: editions.flatMap { $0.tests[name] ?? [] } + distribution.tests(of: name))
            })
    }
}

extension FlowClosure {
    func declared(_ name: String) -> ContextField? {
        fields.first { $0.name == name } ?? flows.lazy.flatMap(\.fields).first { $0.name == name }
    }
}
