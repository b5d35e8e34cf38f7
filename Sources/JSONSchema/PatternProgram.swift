/// A regular expression as the instructions of a nondeterministic automaton (Thompson's construction).
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        case scalar(Unicode.Scalar)
        case set(Int)
        case split(Int, Int)
        case jump(Int)
        case assert(PatternAssertion)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    private let limit: Int

    init(_ syntax: PatternSyntax, limit: Int) throws(PatternError) {
        self.limit = limit
        try append(syntax)
        try emit(.match)
    }

    /// Whether every match begins at the start of the text.
    var isAnchored: Bool {
        if case .assert(.start)? = instructions.first { true } else { false }
    }

    private mutating func emit(_ instruction: Instruction) throws(PatternError) {
        guard instructions.count < limit else {
            throw PatternError(
                kind: .tooLarge, offset: 0,
                message: "The repetitions of the pattern expand to more than \(limit) steps.")
        }
        instructions.append(instruction)
    }

    private mutating func append(_ syntax: PatternSyntax) throws(PatternError) {
        switch syntax {
        case .empty: break
        case .scalar(let scalar): try emit(.scalar(scalar))
        case .set(let set):
            try emit(.set(sets.count))
            sets.append(set)
        case .sequence(let terms):
            for term in terms { try append(term) }
        case .alternation(let branches): try appendAlternation(branches)
        case .repetition(let body, let minimum, let maximum):
            try appendRepetition(body, minimum: minimum, maximum: maximum)
        case .assertion(let assertion): try emit(.assert(assertion))
        case .lookaround(let offset):
            throw PatternError(
                kind: .unsupported, offset: offset, message: "Lookahead and lookbehind are not supported in patterns.")
        case .backreference(let offset):
            throw PatternError(
                kind: .unsupported, offset: offset, message: "Backreferences are not supported in patterns.")
        }
    }

    private mutating func appendAlternation(_ branches: [PatternSyntax]) throws(PatternError) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                try append(branch)
                break
            }
            let split = instructions.count
            try emit(.split(split + 1, 0))
            try append(branch)
            jumps.append(instructions.count)
            try emit(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func appendRepetition(
        _ body: PatternSyntax, minimum: Int, maximum: Int?
    ) throws(PatternError) {
        for _ in 0..<minimum {
            let start = instructions.count
            try append(body)
            if instructions.count == start { break }
        }
        guard let maximum else {
            let split = instructions.count
            try emit(.split(split + 1, 0))
            try append(body)
            try emit(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return
        }
        var splits: [Int] = []
        for _ in minimum..<max(minimum, maximum) {
            splits.append(instructions.count)
            try emit(.split(instructions.count + 1, 0))
            try append(body)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }
}
