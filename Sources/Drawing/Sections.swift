/// A large picture as several: each shows a step and what can be reached through it alone.
package struct Sections: Sendable {
    /// A picture of at most so many steps is one.
    package static let mostSteps = 60
    /// So many steps a section has at most, where the ways allow it.
    private static let sectionSteps = 36
    /// Fewer are not worth a section.
    private static let leastSteps = 5

    /// The numbers of the steps of each section, its first step first; the section of the start is the first.
    package let members: [[Int]]

    package init(_ drawing: Drawing) {
        let count = drawing.nodes.count
        guard count > Sections.mostSteps, let start = drawing.start else {
            members = [Array(0..<count)]
            return
        }
        let tree = DominatorTree(drawing, start)
        var size = [Int](repeating: 1, count: count)
        var roots: [Int] = []
        for node in tree.order.reversed() {
            let children = tree.children[node].sorted { (size[$0], $1) > (size[$1], $0) }
            size[node] = 1 + children.reduce(0) { $0 + size[$1] }
            for child in children where size[node] > Sections.sectionSteps && size[child] >= Sections.leastSteps {
                size[node] -= size[child] - 1
                size[child] = 1
                roots.append(child)
            }
        }
        var section = [Int](repeating: 0, count: count)
        var members = [[Int]](repeating: [], count: 1)
        for node in tree.order {
            if roots.contains(node) {
                section[node] = members.count
                members.append([])
            } else if let parent = tree.parent[node] {
                section[node] = section[parent]
            }
            members[section[node]].append(node)
        }
        // What nothing leads to stands beside the start.
        let reached = Set(tree.order)
        members[0] += (0..<count).filter { !reached.contains($0) }
        self.members = members
    }

    /// The drawing of each section, in which references stand for what others show.
    package func drawings(of drawing: Drawing) -> [Drawing] {
        guard members.count > 1 else { return [drawing] }
        var section: [Int: Int] = [:]
        for (number, nodes) in members.enumerated() { for node in nodes { section[node] = number } }
        return members.enumerated().map { number, nodes in
            var part = Drawing(title: "\(number + 1). \(drawing.nodes[nodes[0]].name)")
            let numbers = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
            part.nodes = nodes.map { drawing.nodes[$0] }
            part.start = 0
            for edge in drawing.edges {
                guard let from = numbers[edge.from] else { continue }
                let to = numbers[edge.to] ?? part.nodes.count
                if to == part.nodes.count {
                    // Each beside the step that leads there: what is elsewhere needs no long ways.
                    let target = drawing.nodes[edge.to]
                    let elsewhere = section[edge.to]!
                    part.nodes.append(
                        .init(
                            target.name, .reference(section: elsewhere), text: "go on at \(elsewhere + 1)",
                            mark: target.mark))
                }
                part.edges.append(.init(from: from, to: to, labels: edge.labels, mark: edge.mark))
            }
            return part
        }
    }
}

extension Drawing {
    /// What a step leads to, with the step itself; nil where there is no such step.
    package func part(from name: String) -> Drawing? {
        guard let root = nodes.firstIndex(where: { $0.name == name && $0.shape != .missing }) else { return nil }
        let next = Dictionary(grouping: edges, by: \.from)
        var numbers = [root: 0]
        var order = [root]
        var place = 0
        while place < order.count {
            for edge in next[order[place]] ?? [] where numbers[edge.to] == nil {
                numbers[edge.to] = order.count
                order.append(edge.to)
            }
            place += 1
        }
        var part = self
        part.nodes = order.map { nodes[$0] }
        part.edges = edges.compactMap { edge in
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { return nil }
            return Edge(from: from, to: to, labels: edge.labels, mark: edge.mark)
        }
        part.start = 0
        return part
    }
}
