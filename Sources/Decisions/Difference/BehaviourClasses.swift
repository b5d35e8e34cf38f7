/// Numbers for the places of graphs, equal where everything that may follow is written alike: the same questions, tests and
/// outcomes, whatever the steps are called.
///
/// Places on a circle of ways get numbers of their own.
struct BehaviourClasses {
    private struct Way: Hashable {
        let test: CellCondition
        let target: Int
    }

    private enum Shape: Hashable {
        case question(Int, [Way])
        case silent([Way])
        case outcome(FlowOutcome)
        case stop(FlowGraph.Stop)
    }

    private var known: [Shape: Int] = [:]
    private var next = 0

    /// By place.
    mutating func number(_ graph: FlowGraph, _ order: FlowOrder) -> [Int] {
        var classes = [Int](repeating: -1, count: graph.places.count)
        for (component, members) in order.components.enumerated().reversed() {
            for place in members {
                if order.isCyclic[component] {
                    classes[place] = fresh()
                } else {
                    classes[place] = number(graph.places[place], classes)
                }
            }
        }
        return classes
    }

    private mutating func fresh() -> Int {
        defer { next += 1 }
        return next
    }

    private mutating func number(_ place: FlowGraph.Place, _ classes: [Int]) -> Int {
        let ways = place.edges.map { Way(test: $0.test, target: classes[$0.target]) }
        let shape: Shape =
            switch place.kind {
            case .question(let field): .question(field, ways)
            case .outcome(let outcome): .outcome(outcome)
            case .stop(let stop): .stop(stop == .dangling ? .gap : stop)
            case .silent: .silent(ways)
            }
        // A call leads to the called workflow and nowhere else.
        if case .silent(let ways) = shape, ways.count == 1 { return ways[0].target }
        if let number = known[shape] { return number }
        let number = fresh()
        known[shape] = number
        return number
    }
}
