/// The fields that a workflow looks at on some way without having asked for them: they must be known of the caller from
/// elsewhere. Conditions are not looked at, only ways.
struct AssumedFields {
    /// By place of the partition, in its order.
    let fields: [Int]

    init(_ graph: FlowGraph, _ order: FlowOrder) {
        let names = graph.partition.fields.map(\.field)
        let sources = names.map { $0.daysUntil.flatMap { graph.partition.place(of: $0) } }
        let all = Set(names.indices)
        // What is asked on every way to a place; nil where no way leads to it.
        var asked = [Set<Int>?](repeating: nil, count: graph.places.count)
        asked[graph.start] = []
        func leave(_ place: Int) -> Bool {
            guard var known = asked[place] else { return false }
            if case .question(let field) = graph.places[place].kind { known.insert(field) }
            var hasChanged = false
            for edge in graph.places[place].edges {
                let before = asked[edge.target]
                let after = before.map { $0.intersection(known) } ?? known
                if before != after {
                    asked[edge.target] = after
                    hasChanged = true
                }
            }
            return hasChanged
        }
        for (number, members) in order.components.enumerated() {
            var hasChanged = true
            while hasChanged {
                hasChanged = false
                for place in members where leave(place) { hasChanged = order.isCyclic[number] }
            }
        }
        var assumed: Set<Int> = []
        for (place, known) in zip(graph.places, asked) {
            guard let known, assumed.count < all.count else { continue }
            var tested: Set<Int> = []
            if case .question = place.kind { continue }
            for edge in place.edges { edge.test.collectFields(&tested) }
            assumed.formUnion(
                tested.filter { field in
                    !known.contains(field) && !(sources[field].map(known.contains) ?? false)
                })
        }
        fields = assumed.sorted()
    }
}
