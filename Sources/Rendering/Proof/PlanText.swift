import Decisions
import Diagnostics
import Presentation
import Time

/// Writes an order of questions, as indented lines or as JSON.
struct PlanText {
    private let fields: [String: ContextField]

    init(_ fields: [ContextField]) {
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    /// - Parameter most: So many lines; what is left out is an ellipsis.
    func lines(_ plan: QuestionPlan, most: Int) -> [String] {
        var lines: [String] = []
        add(plan, depth: 0, to: &lines)
        return lines.count > most ? lines.prefix(most - 1) + ["…"] : lines
    }

    private func add(_ plan: QuestionPlan, depth: Int, to lines: inout [String]) {
        let indent = String(repeating: "  ", count: depth)
        switch plan {
        case .end(let outcome): lines.append(indent + text(outcome))
        case .leftOut: lines.append(indent + "…")
        case .ask(let field, let branches), .look(let field, let branches):
            let verb = if case .ask = plan { "ask" } else { "look at" }
            lines.append("\(indent)\(verb) \(field)")
            for branch in branches {
                let values = text(branch.values, field)
                if case .end(let outcome) = branch.next {
                    lines.append("\(indent)  \(values): \(text(outcome))")
                } else {
                    lines.append("\(indent)  \(values):")
                    add(branch.next, depth: depth + 2, to: &lines)
                }
            }
        }
    }

    private func text(_ outcome: Outcome?) -> String {
        outcome.map { TextWidth.truncated($0.text, to: 48) } ?? "no outcome"
    }

    private func text(_ values: [FieldPartition.Cell.Values], _ field: String) -> String {
        let isLong = values.reduce(0) { if case .listed(let some) = $1 { $0 + some.count } else { $0 + 1 } } > 4
        let texts = values.flatMap { self.texts($0, field) }
        return isLong ? texts.prefix(3).joined(separator: ", ") + " …" : texts.joined(separator: ", ")
    }

    private func texts(_ values: FieldPartition.Cell.Values, _ field: String) -> [String] {
        switch values {
        case .listed(let values): values.map(\.text)
        case .integers(let range):
            [range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"]
        case .dates(let range):
            ["\(CivilDate(dayNumber: range.lowerBound)) to \(CivilDate(dayNumber: range.upperBound))"]
        }
    }

    func json(_ plan: QuestionPlan) -> JSONValue {
        switch plan {
        case .end(let outcome): ["outcome": outcome.map { .string($0.text) }]
        case .leftOut: ["more": true]
        case .ask(let field, let branches): ["ask": .string(field), "next": json(branches, field)]
        case .look(let field, let branches): ["look": .string(field), "next": json(branches, field)]
        }
    }

    private func json(_ branches: [QuestionPlan.Branch], _ field: String) -> JSONValue {
        .array(
            branches.map { branch in
                [
                    "values": .array(branch.values.flatMap { texts($0, field) }.map { .string($0) }),
                    "then": json(branch.next),
                ]
            })
    }
}

/// Says in words how a workflow could be shorter.
struct HintText {
    private let callers: String

    /// - Parameter isEven: Whether every context was taken to be as likely as any other.
    init(isEven: Bool) {
        callers = isEven ? "if every context is as likely as any other" : "for the callers given"
    }

    func text(_ hint: ProvenWorkflow.Hint) -> String {
        switch hint {
        case .unneeded(let field):
            "no outcome depends on '\(field)', which is asked; it decides only what else is asked"
        case .assumed(let fields):
            "branches look at \(Suggestion.list(fields)) without a question for \(fields.count == 1 ? "it" : "them"): what is "
                + "not known from elsewhere, 'kb run' asks for in its own words"
        case .order(let order):
            "\(CountText.mean(order.needed)) questions would do on average instead of \(CountText.mean(order.asked)), "
                + "\(callers), in this order" + (order.isBest ? "" : " (there may be a better one)")
        }
    }
}
