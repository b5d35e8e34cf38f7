/// A function of a context in a table of diagrams: where it leads is a number, 0 for false and 1 for true.
///
/// Two diagrams of one table are the same exactly when their functions are.
struct Diagram: Hashable, Sendable {
    /// The place of a node; negative for a leaf, whose number is the complement.
    let id: Int32

    static func leaf(_ number: Int) -> Diagram { Diagram(id: ~Int32(number)) }
    /// No context.
    static let never = leaf(0)
    /// Every context.
    static let always = leaf(1)

    /// The number of a leaf; nil for a node.
    var number: Int? { id < 0 ? Int(~id) : nil }
}

/// The diagrams of a table need more nodes than its budget.
struct DiagramOverflow: Error {}

/// A set of levels, as the places of bits.
struct LevelSet: Hashable, Sendable {
    private var words: [UInt64]

    init(count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ level: Int) -> Bool { words[level >> 6] & (1 << UInt64(level & 63)) != 0 }
    mutating func insert(_ level: Int) { words[level >> 6] |= 1 << UInt64(level & 63) }
    mutating func remove(_ level: Int) { words[level >> 6] &= ~(1 << UInt64(level & 63)) }
    mutating func formUnion(_ other: LevelSet) {
        for word in words.indices { words[word] |= other.words[word] }
    }
}

extension LevelSet {
    static func all(_ count: Int) -> LevelSet {
        var levels = LevelSet(count: count)
        for level in 0..<count { levels.insert(level) }
        return levels
    }
}
