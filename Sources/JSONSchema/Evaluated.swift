/// Which properties and items of one instance were evaluated, kept only where an `unevaluated…` keyword asks.
struct Evaluated {
    let collects: Bool
    private var properties: [Bool] = []
    private var items: [Bool] = []
    private var allProperties = false
    private var allItems = false

    init(collects: Bool) {
        self.collects = collects
    }

    mutating func markProperty(_ position: Int) {
        if collects { Self.mark(position, in: &properties) }
    }

    mutating func markItem(_ position: Int) {
        if collects { Self.mark(position, in: &items) }
    }

    mutating func markAllProperties() { allProperties = true }
    mutating func markAllItems() { allItems = true }

    func hasProperty(_ position: Int) -> Bool {
        allProperties || (position < properties.count && properties[position])
    }

    func hasItem(_ position: Int) -> Bool {
        allItems || (position < items.count && items[position])
    }

    mutating func merge(_ other: Evaluated) {
        guard collects else { return }
        allProperties = allProperties || other.allProperties
        allItems = allItems || other.allItems
        for (position, isMarked) in other.properties.enumerated() where isMarked {
            Self.mark(position, in: &properties)
        }
        for (position, isMarked) in other.items.enumerated() where isMarked { Self.mark(position, in: &items) }
    }

    private static func mark(_ position: Int, in marks: inout [Bool]) {
        if position >= marks.count {
            marks.append(contentsOf: repeatElement(false, count: position + 1 - marks.count))
        }
        marks[position] = true
    }
}
