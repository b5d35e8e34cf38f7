package import Decisions
import SeededRandom

/// Large workflows made by chance, for measuring.
package struct GeneratedFlows {
    private var generator: SeededGenerator
    private let fields: [ContextField]
    /// How many steps lie side by side.
    private let width = 4

    /// - Parameter fieldCount: How many fields there are; a third each are truth values, choices, and numbers up to 120.
    package init(seed: UInt64, fieldCount: Int, isBoolean: Bool = false) {
        generator = SeededGenerator(seed: seed)
        fields = (0..<fieldCount).map { number in
            let domain: ContextField.Domain =
                switch isBoolean ? 0 : number % 3 {
                case 0: .boolean
                case 1: .choice(["a", "b", "c", "d"])
                default: .integer(0...120)
                }
            return ContextField(name: "f\(number)", domain: domain, allowsUnknown: !isBoolean && number % 4 == 0)
        }
    }

    /// Layers of questions and branches that join again and again; a condition looks at fields within a window of 8, which
    /// moves over the fields once from the first layer to the last.
    package mutating func windowed(_ id: String, steps: Int) -> DecisionFlow {
        layered(id, steps) { share, fields in
            let window = min(8, fields.count)
            let first = Int(share * Double(fields.count - window))
            return Array(fields[first..<first + window])
        }
    }

    /// Layers as before, with conditions over any two of all fields: nothing can be forgotten on the way.
    package mutating func tangled(_ id: String, steps: Int) -> DecisionFlow {
        layered(id, steps) { $1 }
    }

    /// A tree of questions, of which every path asks for other fields.
    package mutating func tree(_ id: String, steps: Int) -> DecisionFlow {
        var made: [DecisionFlow.Step] = []
        // The fields that are left to ask for, by step that is still to be made.
        var open: [(name: String, from: Int)] = [("s0", 0)]
        var next = 0
        var names = 1
        while next < open.count {
            let (name, depth) = open[next]
            next += 1
            guard depth < fields.count, names < steps else {
                made.append(DecisionFlow.Step(name, .outcome(Outcome("Outcome \(name)."))))
                continue
            }
            let field = fields[depth]
            let answers = partition(field).map { test in
                defer { names += 1 }
                open.append(("s\(names)", depth + 1))
                return DecisionFlow.Answer(test, "s\(names)")
            }
            made.append(DecisionFlow.Step(name, .question(field: field.name, answers)))
        }
        return DecisionFlow(id: id, fields: fields, start: "s0", steps: made)
    }

    /// The workflow with the entries or answers of some steps in another order.
    package mutating func edited(_ flow: DecisionFlow, changes: Int) -> DecisionFlow {
        var steps = flow.steps
        for _ in 0..<changes {
            let place = Int.random(in: 0..<steps.count, using: &generator)
            let kind: DecisionFlow.Kind =
                switch steps[place].kind {
                case .question(let field, let answers):
                    .question(field: field, zip(answers, answers.reversed()).map { .init($0.test, $1.step) })
                case .branch(let entries):
                    .branch(zip(entries, entries.reversed()).map { .init($0.condition, $1.step) })
                case .outcome(let outcome): .outcome(Outcome(outcome.text + " Changed."))
                case .call: steps[place].kind
                }
            steps[place] = DecisionFlow.Step(steps[place].name, kind)
        }
        return DecisionFlow(id: flow.id, fields: flow.fields, start: flow.start, steps: steps, budget: flow.budget)
    }

    private mutating func layered(
        _ id: String, _ steps: Int, _ window: (Double, [ContextField]) -> [ContextField]
    ) -> DecisionFlow {
        let layers = max(2, steps / width)
        var made: [DecisionFlow.Step] = []
        for layer in 0..<layers - 1 {
            let own = window(Double(layer) / Double(layers), fields)
            for column in 0..<(layer == 0 ? 1 : width) {
                made.append(DecisionFlow.Step("s\(layer)-\(column)", step(own, nextLayer: layer + 1)))
            }
        }
        for column in 0..<width {
            made.append(DecisionFlow.Step("s\(layers - 1)-\(column)", .outcome(Outcome("Outcome \(column)."))))
        }
        return DecisionFlow(id: id, fields: fields, start: "s0-0", steps: made)
    }

    private mutating func step(_ window: [ContextField], nextLayer: Int) -> DecisionFlow.Kind {
        func target(_ column: Int) -> String { "s\(nextLayer)-\(column)" }
        let columns = Array(0..<width).shuffled(using: &generator)
        if generator.pick([true, false]) {
            let field = generator.pick(window)
            let answers = partition(field).enumerated().map { DecisionFlow.Answer($1, target(columns[$0 % width])) }
            return .question(field: field.name, answers)
        }
        let entries = columns.prefix(2).map { DecisionFlow.Entry(pair(window), target($0)) }
        return .branch(entries + [DecisionFlow.Entry(nil, target(columns[2]))])
    }

    private mutating func pair(_ window: [ContextField]) -> Condition {
        let parts = (0..<2).map { _ in
            let field = generator.pick(window)
            return Condition.test(field: field.name, generator.pick(partition(field)))
        }
        return generator.pick([.all(parts), .any(parts)])
    }

    /// Tests of which exactly one accepts each value.
    private mutating func partition(_ field: ContextField) -> [FieldTest] {
        let unknown: [ContextValue] = field.allowsUnknown ? [.unknown] : []
        switch field.domain {
        case .boolean: return [.values([.boolean(true)]), .values([.boolean(false)] + unknown)]
        case .choice(let names):
            let cut = generator.pick([1, 2])
            return [
                .values(names[..<cut].map { .choice($0) }), .values(names[cut...].map { .choice($0) } + unknown),
            ]
        case .integer, .date:
            // Ages and days in policies are cut at few numbers.
            let cut = generator.pick([18, 65])
            let young = FieldTest.comparisons([Comparison(.less, cut)])
            let old = FieldTest.comparisons([Comparison(.atLeast, cut)])
            return unknown.isEmpty ? [young, old] : [young, old, .values(unknown)]
        }
    }
}
