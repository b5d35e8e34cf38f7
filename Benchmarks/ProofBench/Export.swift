import Decisions

/// A workflow as JSON, for a program that decides the same by other means.
///
/// A test is `["in", FIELD, [VALUE…]]` or `["is", FIELD, [[RELATION, BOUND]…]]`; a condition is a test, or `["all", …]`,
/// `["any", …]` or `["not", …]` of conditions, or null where it always holds.
struct Export {
    let flow: DecisionFlow

    var json: String {
        let fields = flow.fields.map { field in
            "{\"name\": \(quoted(field.name)), \"values\": \(values(field)), \"unknown\": \(field.allowsUnknown)}"
        }
        let steps = flow.steps.map { step in
            "{\"name\": \(quoted(step.name)), \"ways\": [\(ways(step).joined(separator: ", "))]}"
        }
        return "{\"start\": \(quoted(flow.start)), \"fields\": [\(fields.joined(separator: ", "))], "
            + "\"steps\": [\(steps.joined(separator: ", "))]}"
    }

    private func values(_ field: ContextField) -> String {
        switch field.domain {
        case .boolean: "[\"true\", \"false\"]"
        case .choice(let names): "[\(names.map(quoted).joined(separator: ", "))]"
        case .integer(let bounds), .date(let bounds): "{\"from\": \(bounds.lowerBound), \"to\": \(bounds.upperBound)}"
        }
    }

    private func ways(_ step: DecisionFlow.Step) -> [String] {
        switch step.kind {
        case .question(let field, let answers): answers.map { "[\(test(field, $0.test)), \(quoted($0.step))]" }
        case .branch(let entries):
            entries.map { "[\($0.condition.map(condition) ?? "null"), \(quoted($0.step))]" }
        case .call, .outcome: []
        }
    }

    private func condition(_ condition: Condition) -> String {
        switch condition {
        case .test(let field, let test): self.test(field, test)
        case .all(let parts): "[\(([quoted("all")] + parts.map(self.condition)).joined(separator: ", "))]"
        case .any(let parts): "[\(([quoted("any")] + parts.map(self.condition)).joined(separator: ", "))]"
        case .not(let part): "[\"not\", \(self.condition(part))]"
        }
    }

    private func test(_ field: String, _ test: FieldTest) -> String {
        switch test {
        case .values(let values):
            "[\"in\", \(quoted(field)), [\(values.map { quoted($0.text) }.joined(separator: ", "))]]"
        case .comparisons(let comparisons):
            "[\"is\", \(quoted(field)), ["
                + comparisons.map { "[\(quoted($0.relation.rawValue)), \($0.bound)]" }.joined(separator: ", ") + "]]"
        }
    }

    /// Names of generated workflows need no escapes.
    private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
