/// A statement that is either true or false, or its negation.
struct Literal: Hashable, Sendable {
    /// Twice the number of the statement, and 1 more for its negation.
    let code: Int

    init(_ variable: Int) { code = 2 * variable }
    private init(code: Int) { self.code = code }

    var variable: Int { code >> 1 }
    var isNegative: Bool { code & 1 == 1 }

    static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
}

/// The variables that are not decided yet, the most active first: a heap that knows where each variable is.
struct VariableOrder {
    private var heap: [Int] = []
    private var places: [Int] = []
    private var activity: [Double] = []
    private var increment = 1.0

    mutating func add() {
        activity.append(0)
        places.append(-1)
        insert(activity.count - 1)
    }

    mutating func insert(_ variable: Int) {
        guard places[variable] < 0 else { return }
        places[variable] = heap.count
        heap.append(variable)
        rise(heap.count - 1)
    }

    mutating func removeFirst() -> Int? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        places[first] = -1
        if !heap.isEmpty {
            heap[0] = last
            places[last] = 0
            sink(0)
        }
        return first
    }

    /// Makes a variable more active, by more the later this is.
    mutating func bump(_ variable: Int) {
        activity[variable] += increment
        if activity[variable] > 1e100 {
            for other in activity.indices { activity[other] *= 1e-100 }
            increment *= 1e-100
        }
        if places[variable] >= 0 { rise(places[variable]) }
    }

    mutating func decay() { increment /= 0.95 }

    private mutating func rise(_ start: Int) {
        var place = start
        let variable = heap[place]
        while place > 0 {
            let parent = (place - 1) / 2
            if activity[heap[parent]] >= activity[variable] { break }
            heap[place] = heap[parent]
            places[heap[place]] = place
            place = parent
        }
        heap[place] = variable
        places[variable] = place
    }

    private mutating func sink(_ start: Int) {
        var place = start
        let variable = heap[place]
        while 2 * place + 1 < heap.count {
            var child = 2 * place + 1
            if child + 1 < heap.count, activity[heap[child + 1]] > activity[heap[child]] { child += 1 }
            if activity[heap[child]] <= activity[variable] { break }
            heap[place] = heap[child]
            places[heap[place]] = place
            place = child
        }
        heap[place] = variable
        places[variable] = place
    }
}
