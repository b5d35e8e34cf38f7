/// Runs a program over a text, all threads at once: at most program size × text length steps.
struct PatternSimulation {
    private let program: PatternProgram
    /// The consuming instructions reached at the position in work.
    private var threads: [Int] = []
    /// The position at which an instruction was last reached.
    private var marks: [Int]
    private var position = 0
    private var pending: [Int] = []
    private(set) var steps = 0

    init(_ program: PatternProgram) {
        self.program = program
        marks = Array(repeating: -1, count: program.instructions.count)
    }

    /// Whether a match occurs anywhere in the text; nil when that takes more steps than permitted.
    mutating func search(_ text: String, stepLimit: Int) -> Bool? {
        var iterator = text.unicodeScalars.makeIterator()
        var upcoming = iterator.next()
        if follow(0, between: nil, and: upcoming) { return true }
        while let scalar = upcoming, !(threads.isEmpty && program.isAnchored) {
            upcoming = iterator.next()
            position += 1
            let current = threads
            threads.removeAll(keepingCapacity: true)
            for thread in current where consumes(thread, scalar) {
                if follow(thread + 1, between: scalar, and: upcoming) { return true }
            }
            if !program.isAnchored, follow(0, between: scalar, and: upcoming) { return true }
            steps += 1
            guard steps <= stepLimit else { return nil }
        }
        return false
    }

    private mutating func consumes(_ thread: Int, _ scalar: Unicode.Scalar) -> Bool {
        switch program.instructions[thread] {
        case .scalar(let expected):
            steps += 1
            return scalar == expected
        case .set(let index):
            steps += program.sets[index].weight
            return program.sets[index].contains(scalar)
        default:
            return false
        }
    }

    /// Adds the consuming instructions reachable without input; true when the program matches here.
    private mutating func follow(
        _ start: Int, between previous: Unicode.Scalar?, and upcoming: Unicode.Scalar?
    ) -> Bool {
        pending.append(start)
        while let instruction = pending.popLast() {
            guard marks[instruction] != position else { continue }
            marks[instruction] = position
            steps += 1
            switch program.instructions[instruction] {
            case .match: return true
            case .jump(let target): pending.append(target)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .assert(let assertion):
                if assertion.holds(between: previous, and: upcoming) { pending.append(instruction + 1) }
            case .scalar, .set: threads.append(instruction)
            }
        }
        return false
    }
}

extension PatternAssertion {
    func holds(between previous: Unicode.Scalar?, and upcoming: Unicode.Scalar?) -> Bool {
        switch self {
        case .start: previous == nil
        case .end: upcoming == nil
        case .wordBoundary: isWord(previous) != isWord(upcoming)
        case .notWordBoundary: isWord(previous) == isWord(upcoming)
        }
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map(ScalarSet.word.contains) ?? false
    }
}
