/// What still matters at each place of a graph: the levels of fields that are tested there or after it.
struct FlowRelevance {
    /// By place. A level of `asked` is among them when the place or one after it asks a question that was perhaps asked.
    let levels: [LevelSet]
    /// The fields, by place of the partition, for which two questions can come one after the other.
    let repeated: Set<Int>

    /// - Parameter kept: Levels that are to matter everywhere.
    init(_ graph: FlowGraph, _ order: FlowOrder, levelCount: Int, kept: [Int] = []) {
        var tested = [LevelSet](repeating: LevelSet(count: levelCount), count: order.components.count)
        var asked = tested
        var repeated: Set<Int> = []
        for (number, members) in order.components.enumerated().reversed() {
            for level in kept { tested[number].insert(level) }
            for place in members {
                Self.collect(graph.places[place], &tested[number])
                for edge in graph.places[place].edges {
                    let target = order.component[edge.target]
                    guard target != number else { continue }
                    tested[number].formUnion(tested[target])
                    asked[number].formUnion(asked[target])
                }
            }
            // Of two questions in one component, either may come first.
            for place in members {
                guard case .question(let field) = graph.places[place].kind else { continue }
                if asked[number].contains(DiagramLevels.asked(field)) { repeated.insert(field) }
                asked[number].insert(DiagramLevels.asked(field))
            }
        }
        for number in order.components.indices {
            for field in repeated where asked[number].contains(DiagramLevels.asked(field)) {
                tested[number].insert(DiagramLevels.asked(field))
            }
        }
        levels = order.component.map { tested[$0] }
        self.repeated = repeated
    }

    private static func collect(_ place: FlowGraph.Place, _ levels: inout LevelSet) {
        var fields: Set<Int> = []
        if case .question(let field) = place.kind { fields.insert(field) }
        if case .outcome(let outcome) = place.kind {
            for condition in outcome.conditions { condition.collectFields(&fields) }
        }
        for edge in place.edges { edge.test.collectFields(&fields) }
        for field in fields { levels.insert(DiagramLevels.value(field)) }
    }
}
