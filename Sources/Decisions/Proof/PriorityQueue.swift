/// A heap: the element with the greatest priority comes first.
struct PriorityQueue<Element> {
    private var heap: [(priority: Int, element: Element)] = []

    mutating func insert(_ element: Element, priority: Int) {
        heap.append((priority, element))
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2].priority < heap[child].priority {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeMax() -> Element? {
        guard let last = heap.popLast() else { return nil }
        guard let first = heap.first else { return last.element }
        heap[0] = last
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, heap[child + 1].priority > heap[child].priority { child += 1 }
            if heap[parent].priority >= heap[child].priority { break }
            heap.swapAt(parent, child)
            parent = child
        }
        return first.element
    }
}
