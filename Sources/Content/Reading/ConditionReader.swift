package import Decisions
import Diagnostics
import Time
package import YAML

/// Reads conditions against the fields that a caller's context has.
package struct ConditionReader: Sendable {
    /// Why a condition cannot be decided, and where.
    package struct Problem: Error, Sendable {
        package let message: String
        package let range: Range<Int>
        private let advice: String
        private let name: String
        private let known: @Sendable () -> [String]

        init(
            message: String, help: String, range: Range<Int>, name: String = "",
            known: @escaping @Sendable () -> [String] = { [] }
        ) {
            self.message = message
            self.range = range
            advice = help
            self.name = name
            self.known = known
        }

        /// What to do. Looking for the name that was meant takes time with the number of known names, so a file with
        /// very many mistakes goes without for most.
        package func help(suggesting: Bool = true) -> String {
            let known = suggesting ? known() : []
            guard !known.isEmpty else { return advice }
            return Suggestion.question(for: name, among: known) ?? "it can be \(Suggestion.list(known))"
        }
    }

    private let fields: [String: ContextField]
    package let fieldNames: [String]

    package init(_ fields: [ContextField]) {
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { _, local in local }
        fieldNames = self.fields.keys.sorted()
    }

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
        if let values = field.words[text] { return .values(values) }
        switch field.domain {
        case .choice, .boolean:
            throw Problem(
                message: "'\(text)' is not a value of '\(field.name)'", help: "use a value that it declares",
                range: range, name: text, known: { field.orderedWords })
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
            throw Problem(
                message: "the context has no field '\(entry.key.text)'",
                help: "declare it under 'context' in kb.yaml", range: entry.keyRange, name: entry.key.text,
                known: { [fieldNames] in fieldNames })
        }
        let nodes = entry.value.sequence ?? [entry.value]
        var values: [ContextValue] = []
        var accepted: Set<ContextValue> = []
        var words: Set<String> = []
        var others: [Condition] = []
        for node in nodes {
            guard let scalar = node.scalar else {
                throw Problem(
                    message: "the test of '\(field.name)' is not a value",
                    help: "write a value, a list of values, or comparisons in quotes", range: node.range)
            }
            guard words.insert(scalar.text).inserted else { continue }
            switch try test(scalar.text, of: field, range: node.range) {
            case .values(let some) where nodes.count == 1: values = some
            case .values(let some): values += some.filter { accepted.insert($0).inserted }
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
            if parse(text) == nil, case .date = field.domain {
                throw Problem(
                    message: "'\(text)' is no date of the calendar", help: "write it as YYYY-MM-DD", range: range)
            }
            guard let value = parse(text) else {
                throw Problem(
                    message: "'\(text)' is no number", help: "write a number, or comparisons such as \">= 18, < 65\"",
                    range: range)
            }
            guard bounds.contains(value) else {
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
}

extension ContextField {
    /// The words of its tests in the order in which people look for them.
    fileprivate var orderedWords: [String] {
        let values: [String] =
            switch domain {
            case .choice(let names): names
            case .boolean: ["true", "false"]
            case .integer, .date: []
            }
        return values + groups.keys.sorted() + (allowsUnknown ? ["unknown"] : [])
    }
}
