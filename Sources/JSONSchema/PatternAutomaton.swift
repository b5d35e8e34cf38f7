/// A deterministic automaton over ASCII for small programs, so that ordinary ids and dates take one look-up a byte.
///
/// Built once at compile time; a program with word boundaries or too many states has none, and a text with a
/// scalar outside ASCII goes through `PatternSimulation`.
struct PatternAutomaton: Sendable {
    private static let stateLimit = 64
    /// How many instructions its construction may visit.
    private static let workLimit = 8_000
    private static let dead: UInt8 = 254
    private static let accepted: UInt8 = 255

    /// The class of each ASCII byte: bytes of one class are told apart by no instruction.
    private let classes: [UInt8]
    private let classCount: Int
    /// Row by state, column by class: the next state.
    private let transitions: [UInt8]
    private let acceptsAtEnd: [Bool]
    private let start: UInt8

    /// Whether a match occurs anywhere in the text; nil when the text is not ASCII.
    func search(_ text: String) -> Bool? {
        var state = start
        for byte in text.utf8 {
            guard byte < 128 else { return nil }
            if state >= Self.dead { break }
            state = transitions[Int(state) * classCount + Int(classes[Int(byte)])]
        }
        if state >= Self.dead { return state == Self.accepted }
        return acceptsAtEnd[Int(state)]
    }

    init?(_ program: PatternProgram) {
        guard program.instructions.count <= 256 else { return nil }
        for case .assert(let assertion) in program.instructions
        where assertion == .wordBoundary || assertion == .notWordBoundary { return nil }
        let (classes, representatives) = Self.classify(program)
        var builder = Builder(program: program)
        guard let start = builder.state(for: [0], atStart: true) else { return nil }
        var transitions: [UInt8] = []
        var row = 0
        while row < builder.states.count {
            for representative in representatives {
                let targets = builder.step(row, over: representative)
                guard let target = builder.state(for: targets, atStart: false) else { return nil }
                transitions.append(target)
            }
            row += 1
        }
        self.classes = classes
        self.classCount = representatives.count
        self.transitions = transitions
        self.acceptsAtEnd = builder.states.map(\.acceptsAtEnd)
        self.start = start
    }

    private static func classify(_ program: PatternProgram) -> ([UInt8], [Unicode.Scalar]) {
        var signatures: [[Bool]: UInt8] = [:]
        var representatives: [Unicode.Scalar] = []
        let classes = (UInt8(0)..<128).map { byte in
            let scalar = Unicode.Scalar(byte)
            var signature = program.sets.map { $0.contains(scalar) }
            for case .scalar(let expected) in program.instructions { signature.append(expected == scalar) }
            if let known = signatures[signature] { return known }
            let number = UInt8(representatives.count)
            signatures[signature] = number
            representatives.append(scalar)
            return number
        }
        return (classes, representatives)
    }

    private struct Builder {
        struct State {
            /// Consuming instructions.
            var threads: [Int]
            var acceptsAtEnd: Bool
        }

        let program: PatternProgram
        var states: [State] = []
        private var numbers: [[Int]: UInt8] = [:]
        private var work = 0

        init(program: PatternProgram) {
            self.program = program
        }

        /// The instructions that follow when a state reads a scalar.
        func step(_ row: Int, over scalar: Unicode.Scalar) -> [Int] {
            states[row].threads.filter { thread in
                switch program.instructions[thread] {
                case .scalar(let expected): expected == scalar
                case .set(let index): program.sets[index].contains(scalar)
                default: false
                }
            }.map { $0 + 1 }
        }

        /// The number of the state of these instructions, or nil when there are too many states.
        mutating func state(for instructions: [Int], atStart: Bool) -> UInt8? {
            let entries = atStart || program.isAnchored ? instructions : instructions + [0]
            let (threads, matches) = closure(entries, atStart: atStart, atEnd: false)
            if matches { return accepted }
            let acceptsAtEnd = closure(entries, atStart: atStart, atEnd: true).matches
            if threads.isEmpty, !acceptsAtEnd, program.isAnchored { return dead }
            let key = threads + [acceptsAtEnd ? -1 : -2]
            if let known = numbers[key] { return known }
            guard states.count < stateLimit, work <= workLimit else { return nil }
            let number = UInt8(states.count)
            states.append(State(threads: threads, acceptsAtEnd: acceptsAtEnd))
            numbers[key] = number
            return number
        }

        private mutating func closure(_ entries: [Int], atStart: Bool, atEnd: Bool) -> (threads: [Int], matches: Bool) {
            var seen: Set<Int> = []
            var threads: [Int] = []
            var stack = entries
            while let entry = stack.popLast() {
                guard seen.insert(entry).inserted else { continue }
                switch program.instructions[entry] {
                case .match: return ([], true)
                case .jump(let target): stack.append(target)
                case .split(let first, let second): stack += [first, second]
                case .assert(.start): if atStart { stack.append(entry + 1) }
                case .assert: if atEnd { stack.append(entry + 1) }
                case .scalar, .set: threads.append(entry)
                }
            }
            work += seen.count
            return (threads.sorted(), false)
        }
    }
}
