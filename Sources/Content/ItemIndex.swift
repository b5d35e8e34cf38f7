/// The items of each id: the number of the first, and for each item that of the next with its id.
struct ItemIndex: Sendable {
    private struct Chain: Sendable {
        let first: Int32
        var last: Int32
    }

    private var chains: [String: Chain] = [:]
    /// Empty where every id has one item.
    private var next: [Int32: Int32] = [:]

    init(_ items: [ItemRecord]) {
        chains.reserveCapacity(items.count)
        for (number, item) in items.enumerated() {
            let number = Int32(number)
            if let last = chains[item.id.value]?.last {
                next[last] = number
                chains[item.id.value]?.last = number
            } else {
                chains[item.id.value] = Chain(first: number, last: number)
            }
        }
    }

    var ids: some Collection<String> { chains.keys }

    func contains(_ id: String) -> Bool { chains[id] != nil }

    /// In their order.
    func numbers(of id: String) -> [Int] {
        guard var number = chains[id]?.first else { return [] }
        var numbers = [Int(number)]
        while let following = next[number] {
            numbers.append(Int(following))
            number = following
        }
        return numbers
    }
}
