/// Goes through the keys of a dictionary and others together, in order of their bytes.
struct MergedKeys {
    /// At the key that `next` reached, where the dictionary has it.
    private(set) var cursor: KeyDictionary.Cursor
    private let others: ByteTable
    /// The others from the last to the next, by their numbers.
    private var rest: [Int]
    private var hasPrevious: Bool
    private var isAtPrevious = false

    enum Step {
        case previous
        /// With its number among the others.
        case both(Int)
        case other(Int)
    }

    init(_ dictionary: KeyDictionary, _ others: ByteTable) throws(IndexError) {
        cursor = try dictionary.cursor()
        hasPrevious = try cursor.next()
        self.others = others
        rest = others.sorted.reversed()
    }

    /// Moves to the next key; nil after the last.
    mutating func next() throws(IndexError) -> Step? {
        if isAtPrevious { hasPrevious = try cursor.next() }
        isAtPrevious = false
        guard let number = rest.last else {
            isAtPrevious = hasPrevious
            return hasPrevious ? .previous : nil
        }
        let other = others[number]
        if hasPrevious, cursor.key.lexicographicallyPrecedes(other) {
            isAtPrevious = true
            return .previous
        }
        rest.removeLast()
        isAtPrevious = hasPrevious && cursor.key.elementsEqual(other)
        return isAtPrevious ? .both(number) : .other(number)
    }
}
