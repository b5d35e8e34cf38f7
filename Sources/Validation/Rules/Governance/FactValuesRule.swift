import Content
import Diagnostics
import Time

/// KB409
struct FactValuesRule: BaseRule {
    static let id = RuleID("KB409", "fact-values")
    static let severity = Severity.error
    static let summary = "A fact has one value at a time, and one at every time between its first and its last."
    static let why = """
        Of several values in force, the first whose condition holds is told. One that stands behind a value for everybody is \
        never told, and a day between two values has none: the caller would hear a gap where the number should be.
        """
    static let examples = RuleExamples(
        valid: [
            fact("{value: 5, until: 2026-10-01}, {value: 6, from: 2026-10-01}"),
            fact("{value: 4, applies: {payer: medicare}}, {value: 5}"),
        ],
        invalid: [
            fact("{value: 5}, {value: ↓6, from: 2026-10-01}"),
            fact("{value: 5}, {value: ↓4, applies: {payer: medicare}}"),
            fact("{value: 5, until: 2026-10-01}, {value: ↓6, from: 2026-11-01}"),
        ])

    private static func fact(_ values: String) -> RuleExample {
        RuleExample(
            "facts/parking.yaml", "facts: {parking.fee: {label: Fee, owner: editors, values: [\(values)]}}\n")
    }

    func check(_ base: KnowledgeBase, in context: RuleContext, _ report: inout Report) {
        for fact in base.facts {
            let values = fact.values.compactMap { value in
                base.range(from: value.from?.value, until: value.until?.value).map { (value: value, range: $0) }
            }
            // A range that is empty is reported as that.
            guard values.allSatisfy({ !$0.range.isEmpty }) else { continue }
            // Others are compared with those for everybody alone, of which there are few.
            let unconditional = values.filter { $0.value.applies == nil }.prefix(FactValuesRule.most)
            var isCovered = false
            for (index, later) in values.enumerated() {
                let earlier = unconditional.first { other in
                    other.value.text.range.lowerBound < later.value.text.range.lowerBound
                        && other.range.overlaps(later.range)
                }
                guard let earlier, index > 0 else { continue }
                isCovered = true
                report.add(
                    .covered(later.value.text.value, by: earlier.value.text.value, fact.name.value), path: fact.path,
                    range: later.value.text.range)
            }
            guard !isCovered, unconditional.count == values.count else { continue }
            checkGaps(fact, values, &report)
        }
    }

    private static let most = 1000

    private func checkGaps(_ fact: Fact, _ values: [(value: Fact.Value, range: InstantRange)], _ report: inout Report) {
        let ordered = values.filter { $0.range.from != nil }.sorted { $0.range.from! < $1.range.from! }
        let first = values.filter { $0.range.from == nil }
        for (before, after) in zip(first + ordered, (first + ordered).dropFirst()) {
            guard let end = before.range.until, let start = after.range.from, end < start else { continue }
            report.add(
                .gap(fact.name.value, after.value.text.value), path: fact.path, range: after.value.text.range,
                severity: .warning)
        }
    }
}

extension Message {
    fileprivate static func covered(_ value: String, by other: String, _ fact: String) -> Message {
        Message(
            "'\(other)' holds for everybody at the same time, so '\(value)' of '\(fact)' is not told",
            help: "end the other with 'until', or write a value with 'applies' before it")
    }

    fileprivate static func gap(_ fact: String, _ value: String) -> Message {
        Message(
            "'\(fact)' has no value for some time before '\(value)' begins",
            help: "let it begin when the value before it ends")
    }
}
