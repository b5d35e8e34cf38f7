package import Decisions

extension DecisionFlow {
    /// So many steps, and ways on from all of them together, an index keeps of one workflow: more than a file of a megabyte
    /// can hold.
    static let mostParts = 1 << 17

    /// Whether an index can keep it.
    package var isKeepable: Bool {
        steps.count <= DecisionFlow.mostParts && steps.reduce(0) { $0 + $1.ways } <= DecisionFlow.mostParts
    }
}

extension DecisionFlow: Coded {
    func write(to writer: inout ByteWriter) {
        precondition(isKeepable)
        id.write(to: &writer)
        fields.write(to: &writer)
        start.write(to: &writer)
        steps.write(to: &writer)
        budget.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        let id = try String(from: &reader)
        let fields = try [ContextField](from: &reader)
        let start = try String(from: &reader)
        var steps: [Step] = []
        var ways = 0
        for _ in 0..<(try reader.count(atMost: DecisionFlow.mostParts)) {
            let step = try Step(from: &reader)
            ways += step.ways
            guard ways <= DecisionFlow.mostParts else { throw .damaged }
            steps.append(step)
        }
        self.init(id: id, fields: fields, start: start, steps: steps, budget: try Int?(from: &reader))
    }
}

extension DecisionFlow.Step: Coded {
    /// Answers, entries, continuations or requirements.
    fileprivate var ways: Int {
        switch kind {
        case .question(_, let answers): answers.count
        case .branch(let entries): entries.count
        case .call(_, let continuations): continuations.count
        case .outcome(let outcome): outcome.requirements.count + (outcome.handoff?.with.count ?? 0)
        }
    }

    func write(to writer: inout ByteWriter) {
        name.write(to: &writer)
        switch kind {
        case .question(let field, let answers):
            writer.write(byte: 0)
            field.write(to: &writer)
            answers.write(to: &writer)
        case .branch(let entries):
            writer.write(byte: 1)
            entries.write(to: &writer)
        case .call(let workflow, let continuations):
            writer.write(byte: 2)
            workflow.write(to: &writer)
            continuations.write(to: &writer)
        case .outcome(let outcome):
            writer.write(byte: 3)
            outcome.write(to: &writer)
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        let name = try String(from: &reader)
        switch try reader.byte() {
        case 0:
            let field = try String(from: &reader)
            self.init(name, .question(field: field, try .few(from: &reader)))
        case 1: self.init(name, .branch(try .few(from: &reader)))
        case 2:
            let workflow = try String(from: &reader)
            self.init(name, .call(workflow: workflow, try .few(from: &reader)))
        case 3: self.init(name, .outcome(try Outcome(from: &reader)))
        default: throw .damaged
        }
    }
}

extension Array where Element: Coded {
    fileprivate static func few(from reader: inout ByteReader) throws(IndexError) -> [Element] {
        var elements: [Element] = []
        for _ in 0..<(try reader.count(atMost: DecisionFlow.mostParts)) { elements.append(try Element(from: &reader)) }
        return elements
    }
}

extension DecisionFlow.Answer: Coded {
    func write(to writer: inout ByteWriter) {
        test.write(to: &writer)
        step.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(try FieldTest(from: &reader), try String(from: &reader))
    }
}

extension DecisionFlow.Entry: Coded {
    func write(to writer: inout ByteWriter) {
        condition.write(to: &writer)
        step.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(try Condition?(from: &reader), try String(from: &reader))
    }
}

extension DecisionFlow.Continuation: Coded {
    func write(to writer: inout ByteWriter) {
        outcome.write(to: &writer)
        step.write(to: &writer)
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        self.init(try String(from: &reader), try String(from: &reader))
    }
}

extension FieldTest: Coded {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .values(let values):
            writer.write(byte: 0)
            values.write(to: &writer)
        case .comparisons(let comparisons):
            writer.write(byte: 1)
            comparisons.write(to: &writer)
        }
    }

    init(from reader: inout ByteReader) throws(IndexError) {
        switch try reader.byte() {
        case 0: self = .values(try [ContextValue](from: &reader))
        case 1: self = .comparisons(try [Comparison](from: &reader))
        default: throw .damaged
        }
    }
}
