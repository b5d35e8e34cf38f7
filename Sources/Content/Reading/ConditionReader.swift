package import Decisions
import Diagnostics
import Time
package import YAML

/// Reads conditions against the fields that a caller's context has.
package struct ConditionReader: Sendable {
    /// Why a condition cannot be decided, and where.
    package struct Problem: Error, Sendable {
        package let message: String
        package let help: String
        package let range: Range<Int>
    }

    private let fields: [String: ContextField]

    package init(_ fields: [ContextField]) {
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { _, local in local }
    }

    package var fieldNames: [String] { fields.keys.sorted() }

    package func field(_ name: String) -> ContextField? { fields[name] }

    package func condition(_ node: Node) throws(Problem) -> Condition {
        guard let mapping = node.mapping else {
            throw Problem(
                message: "a condition is a map of fields", help: "write it as {field: value}", range: node.range)
        }
        if let only = mapping.entries.first, ["all", "any", "not"].contains(only.key.text) {
            guard mapping.entries.count == 1 else {
                throw Problem(
                    message: "'\(only.key.text)' stands beside other tests",
                    help: "a condition is either a map of field tests or exactly one of all, any, not",
                    range: node.range)
            }
            return try combination(only)
        }
        var tests: [Condition] = []
        for entry in mapping.entries {
            tests.append(try fieldCondition(entry))
        }
        return tests.count == 1 ? tests[0] : .all(tests)
    }

    /// The test that one source text stands for: a value, a group, comparisons, or `unknown`.
    package func test(_ text: String, of field: ContextField, range: Range<Int>) throws(Problem) -> FieldTest {
        if text == "unknown", field.allowsUnknown { return .values([.unknown]) }
        switch field.domain {
        case .choice(let values):
            if values.contains(text) { return .values([.choice(text)]) }
            if let group = field.groups[text] { return .values(group.map { .choice($0) }) }
            let known = values + field.groups.keys.sorted() + (field.allowsUnknown ? ["unknown"] : [])
            throw outside(text, field, known: known, range: range)
        case .boolean:
            if text == "true" { return .values([.boolean(true)]) }
            if text == "false" { return .values([.boolean(false)]) }
            throw outside(
                text, field, known: ["true", "false"] + (field.allowsUnknown ? ["unknown"] : []), range: range)
        case .integer(let bounds):
            return try numeric(text, field, range, describe: String.init, bounds) { Int($0) }
        case .date(let bounds):
            let describe = { (day: Int) in CivilDate(dayNumber: day).description }
            return try numeric(text, field, range, describe: describe, bounds) { CivilDate($0)?.dayNumber }
        }
    }

    private func combination(_ entry: Mapping.Entry) throws(Problem) -> Condition {
        if entry.key.text == "not" { return .not(try condition(entry.value)) }
        guard let nodes = entry.value.sequence, !nodes.isEmpty else {
            throw Problem(
                message: "'\(entry.key.text)' holds no list of conditions",
                help: "write '\(entry.key.text): [{…}, {…}]'", range: entry.keyRange)
        }
        var parts: [Condition] = []
        for node in nodes { parts.append(try condition(node)) }
        return entry.key.text == "all" ? .all(parts) : .any(parts)
    }

    private func fieldCondition(_ entry: Mapping.Entry) throws(Problem) -> Condition {
        guard let field = fields[entry.key.text] else {
            let known = fieldNames
            throw Problem(
                message: "the context has no field '\(entry.key.text)'",
                help: Suggestion.question(for: entry.key.text, among: known)
                    ?? (known.isEmpty
                        ? "declare it under 'context' in kb.yaml" : "it has \(known.joined(separator: ", "))"),
                range: entry.keyRange)
        }
        var values: [ContextValue] = []
        var others: [Condition] = []
        for node in entry.value.sequence ?? [entry.value] {
            guard let scalar = node.scalar else {
                throw Problem(
                    message: "the test of '\(field.name)' is not a value",
                    help: "write a value, a list of values, or comparisons in quotes", range: node.range)
            }
            switch try test(scalar.text, of: field, range: node.range) {
            case .values(let some): values += some
            case .comparisons(let some): others.append(.test(field: field.name, .comparisons(some)))
            }
        }
        guard !values.isEmpty || !others.isEmpty else {
            throw Problem(
                message: "the test of '\(field.name)' lists no value, so it never holds",
                help: "list a value or remove the test", range: entry.value.range)
        }
        if !values.isEmpty { others.append(.test(field: field.name, .values(values))) }
        return others.count == 1 ? others[0] : .any(others)
    }

    private func numeric(
        _ text: String, _ field: ContextField, _ range: Range<Int>, describe: (Int) -> String,
        _ bounds: ClosedRange<Int>, parse: (String) -> Int?
    ) throws(Problem) -> FieldTest {
        func bound(_ text: String) throws(Problem) -> Int {
            guard let value = parse(text), bounds.contains(value) else {
                throw Problem(
                    message: "'\(text)' is outside '\(field.name)'",
                    help: "it reaches from \(describe(bounds.lowerBound)) to \(describe(bounds.upperBound))",
                    range: range)
            }
            return value
        }
        guard let first = text.first, "<>=".contains(first) else {
            return .values([numericValue(try bound(text), field)])
        }
        var comparisons: [Comparison] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let trimmed = part.drop { $0 == " " }
            guard let relation = Comparison.Relation.allCases.first(where: { trimmed.hasPrefix($0.rawValue) }) else {
                throw Problem(
                    message: "'\(text)' is no list of comparisons", help: "write it as \">= 18, < 65\"", range: range)
            }
            let rest = trimmed.dropFirst(relation.rawValue.count).split(separator: " ")
            comparisons.append(Comparison(relation, try bound(rest.joined(separator: " "))))
        }
        return .comparisons(comparisons)
    }

    private func numericValue(_ number: Int, _ field: ContextField) -> ContextValue {
        if case .date = field.domain { .date(number) } else { .integer(number) }
    }

    private func outside(_ text: String, _ field: ContextField, known: [String], range: Range<Int>) -> Problem {
        Problem(
            message: "'\(text)' is not a value of '\(field.name)'",
            help: Suggestion.question(for: text, among: known) ?? "it can be \(known.joined(separator: ", "))",
            range: range)
    }
}
