/// Callers picked by chance for whom two editions differ, where the editions are too large to be compared as a whole.
struct SampledDifference {
    /// None of them complete.
    private(set) var changes: [BehaviouralDifference.Change] = []

    private static let callers = 2_000
    private static let limit = 20

    init(_ graphs: [FlowGraph], _ partition: ContextPartition) {
        let walkers = graphs.map { GraphWalker(graph: $0) }
        var noise = Noise()
        for _ in 0..<Self.callers where changes.count < Self.limit {
            let cells = partition.fields.map { noise.next(below: $0.cells.count) }
            let walks = walkers.map { $0.walk(cells) }
            let (before, after) = (walks[0].ending, walks[1].ending)
            if before == after {
                guard case .told = before, walks[0].asked != walks[1].asked else { continue }
            }
            if changes.contains(where: { $0.before == before && $0.after == after }) { continue }
            let looked = walks[0].looked.union(walks[1].looked)
            let box = ContextBox(cells: Dictionary(uniqueKeysWithValues: looked.map { ($0, CellSet([cells[$0]])) }))
            changes.append(
                BehaviouralDifference.Change(
                    before: before, after: after,
                    groups: [BehaviouralDifference.Group(box, witness: cells, graphs, partition)], callers: nil,
                    isComplete: false, isSmallest: false))
        }
    }
}
