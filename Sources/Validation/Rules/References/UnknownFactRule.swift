import Content
import Diagnostics
import Time

/// KB204
struct UnknownFactRule: BaseRule {
    static let id = RuleID("KB204", "unknown-fact")
    static let severity = Severity.error
    static let summary = "Every fact that text uses is declared and has a value now."
    static let why = """
        A fact's value is declared once so that it can never be told in two ways. Text that uses an undeclared fact, or one \
        without a value at the moment, would show the caller a gap where the number should be.
        """
    static let examples = RuleExamples(
        valid: [.article(body: "Come {{fact:visit.arrive-early}} minutes early.")],
        invalid: [
            .article(body: "Come ↓{{fact:visit.arive-early}} minutes early."),
            RuleExample([
                "facts/parking.yaml":
                    "facts: {parking.fee: {label: Fee, owner: editors, values: [{value: 5, until: 2026-01-01}]}}\n",
                "articles/parking.md": RuleExample.articleText(body: "Parking costs ↓{{fact:parking.fee}}."),
            ]),
        ])

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        var isInForce: [String: Bool] = [:]
        for (path, item, reference) in base.allReferences {
            guard case .fact(let name) = reference.target else { continue }
            guard let fact = base.fact(name) else {
                let names = base.facts.map(\.name.value)
                let suggestion = report.suggestion(for: name, among: names)
                report.add(.unknown(name, suggestion: suggestion), path: path, range: reference.range, item: item)
                continue
            }
            let hasValue =
                isInForce[name]
                ?? fact.values.contains { value in
                    base.range(from: value.from?.value, until: value.until?.value)?.contains(context.now) ?? true
                }
            isInForce[name] = hasValue
            if !hasValue {
                report.add(
                    .noValue(name, context.today), path: path, range: reference.range, severity: .warning, item: item)
            }
        }
    }
}

extension Message {
    fileprivate static func unknown(_ name: String, suggestion: String?) -> Message {
        Message(
            "the fact '\(name)' is not declared",
            help: suggestion ?? "declare it in a file under facts/")
    }

    fileprivate static func noValue(_ name: String, _ day: CivilDate) -> Message {
        Message(
            "the fact '\(name)' has no value on \(day)", help: "add a value that is in force from the end of the last")
    }
}
