/// How often callers have each value of a field. Fields are taken to be independent of one another.
package struct CallerDistribution: Sendable {
    /// How often values come that a test accepts; the values share it evenly.
    package struct Share: Sendable {
        /// Nil: all values that no share before it has.
        package let test: FieldTest?
        /// In any unit; shares of one field are weighed against one another.
        package let weight: Double

        package init(_ test: FieldTest?, weight: Double) {
            self.test = test
            self.weight = weight
        }
    }

    private let shares: [String: [Share]]

    /// Every value as likely as any other.
    package static var even: CallerDistribution { CallerDistribution([:]) }

    /// - Parameter shares: By field. A value belongs to the first share that accepts it, to none if none does, and is then taken
    ///   never to come. A field without shares is even.
    package init(_ shares: [String: [Share]]) {
        self.shares = shares
    }

    package var isEven: Bool { shares.isEmpty }

    /// What must tell cells apart, so that each cell belongs to one share.
    func tests(of field: String) -> [FieldTest] { (shares[field] ?? []).compactMap(\.test) }

    /// How likely each cell is; they add up to 1.
    func likelihoods(_ part: FieldPartition) -> [Double] {
        let sizes = part.cells.map(\.size.approximate)
        let own = shares[part.field.name] ?? []
        let owners = part.cells.map { cell in
            own.firstIndex { $0.test?.accepts(cell.simplest) ?? true }
        }
        var totals = [Double](repeating: 0, count: own.count)
        for (size, owner) in zip(sizes, owners) { if let owner { totals[owner] += size } }
        let weights = zip(sizes, owners).map { size, owner in owner.map { own[$0].weight * size / totals[$0] } ?? 0 }
        let sum = weights.reduce(0, +)
        if sum > 0 { return weights.map { $0 / sum } }
        let size = sizes.reduce(0, +)
        return sizes.map { $0 / size }
    }
}

extension DiagramTable {
    /// The mean of a function that looks at values only.
    ///
    /// - Parameter likelihoods: By field and cell.
    func mean(_ function: Diagram, _ likelihoods: [[Double]]) -> Double {
        var known: [Diagram: Double] = [:]
        func mean(_ function: Diagram) -> Double {
            if let number = function.number { return Double(number) }
            if let mean = known[function] { return mean }
            let own = likelihoods[DiagramLevels.field(of: level(function))]
            let result = edges(function).reduce(0) { sum, edge in
                let likelihood = edge.cells.reduce(0) { $0 + own[$1] }
                return likelihood > 0 ? sum + likelihood * mean(edge.child) : sum
            }
            known[function] = result
            return result
        }
        return mean(function)
    }
}
