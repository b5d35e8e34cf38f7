/// A walk through a graph that goes as deep as it can, without recursion.
struct DepthFirst {
    private let next: [[Int]]

    init(_ next: [[Int]]) {
        self.next = next
    }

    /// The nodes that can be reached, each after those that it leads to, but for those that lead back to it.
    func postorder(from start: Int) -> [Int] {
        var seen = [Bool](repeating: false, count: next.count)
        var order: [Int] = []
        visit(start, &seen, &order) { _, _ in }
        return order
    }

    /// - Parameter back: Is told each edge that leads back to a node that is not finished, by its nodes.
    func visit(_ start: Int, _ seen: inout [Bool], _ order: inout [Int], _ back: (Int, Int) -> Void) {
        guard !seen[start] else { return }
        var open: Set<Int> = [start]
        var stack = [(node: start, edge: 0)]
        seen[start] = true
        while let (node, edge) = stack.last {
            guard edge < next[node].count else {
                open.remove(node)
                order.append(node)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].edge += 1
            let target = next[node][edge]
            if open.contains(target) { back(node, target) }
            guard !seen[target] else { continue }
            seen[target] = true
            open.insert(target)
            stack.append((target, 0))
        }
    }
}
