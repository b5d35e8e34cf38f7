import Content
import Decisions
import GoldenQuestions
import Time

/// The scenarios that are missing, as a file of `tests/` for somebody to review.
struct SuggestedScenarios {
    static let head = "# Suggested by 'kb test --suggest'. Read whether each outcome is right before you keep it.\n"

    let workflows: [WorkflowCoverage]
    let zone: TimeZoneRules
    /// When a scenario plays that names no moment.
    let now: Instant

    /// How many there are.
    var count: Int { workflows.reduce(0) { $0 + $1.coverage.suggestions.count } }

    var text: String {
        guard count > 0 else { return SuggestedScenarios.head + "scenarios: []\n" }
        return SuggestedScenarios.head + "scenarios:\n" + workflows.map(text).joined()
    }

    private func text(_ workflow: WorkflowCoverage) -> String {
        guard !workflow.coverage.suggestions.isEmpty else { return "" }
        let parts = workflow.coverage.parts.count
        let covered = workflow.coverage.coveredCount
        return "  # \(workflow.id): \(covered) of \(parts) parts had a scenario.\n"
            + workflow.coverage.suggestions.map { text($0, workflow) }.joined()
    }

    private func text(_ suggestion: ScenarioCoverage.Suggestion, _ workflow: WorkflowCoverage) -> String {
        let names = suggestion.asked + suggestion.context.keys.sorted().filter { !suggestion.asked.contains($0) }
        let context = names.compactMap { name in
            suggestion.context[name].map { "\(name): \(SuggestedScenarios.text($0))" }
        }
        let expected = "outcome: \(suggestion.outcome), asked: [\(suggestion.asked.joined(separator: ", "))]"
        return "  - workflow: \(workflow.id)\n"
            + (context.isEmpty ? "" : "    context: {\(context.joined(separator: ", "))}\n")
            + (moment(in: workflow.range).map { "    at: \($0)\n" } ?? "")
            + "    expect: {\(expected)}\n"
    }

    /// A moment of an edition that is not in force for ever.
    private func moment(in range: InstantRange) -> String? {
        guard range.from != nil || range.until != nil else { return nil }
        let local = zone.local(now).date
        if range.contains(now), let start = try? Moment(date: local).instant(in: zone), range.contains(start) {
            return local.description
        }
        return zone.offsetText(range.contains(now) ? now : range.from ?? now)
    }

    /// A value as YAML that reads as the same text.
    private static func text(_ value: ContextValue) -> String {
        guard case .choice(let name) = value else { return value.text }
        let isPlain =
            name.first?.isLetter == true && name != "null"
            && name.utf8.allSatisfy { byte in
                Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
        return isPlain ? name : "'\(name.replacing("'", with: "''"))'"
    }
}
