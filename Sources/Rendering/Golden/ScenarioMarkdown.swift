import GoldenQuestions

/// A workflow scenario in Markdown.
struct ScenarioMarkdown: TestMarkdown {
    let text: ScenarioText

    static func table(_ isComparison: Bool) -> String {
        isComparison
            ? "| scenario | expected | before | now |\n|---|---|---|---|\n"
            : "| scenario | what failed | asked for |\n|---|---|---|\n"
    }

    func row(_ isComparison: Bool) -> String {
        let outcome = text.scenario.outcome
        let cells =
            isComparison
            ? [scenario, expected, text.scenario.before.map(ending) ?? "", ending(outcome)]
            : [
                scenario, text.messages.map(MarkdownEscape.text).joined(separator: "<br>"),
                MarkdownEscape.text(outcome.askedText),
            ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    var details: String {
        let lines = (text.messages + text.notes).map { "- \(MarkdownEscape.text($0))" }.joined(separator: "\n")
        let summary = MarkdownEscape.html(text.name)
        let place = MarkdownEscape.code(text.place)
        return "\n<details><summary>\(summary)</summary>\n\n\(place)\n\n\(lines)\n\n</details>\n"
    }

    private var scenario: String {
        let caller = text.calledAs.isEmpty ? "" : "<br><sub>\(MarkdownEscape.text(text.calledAs))</sub>"
        return MarkdownEscape.code(text.workflow) + caller
    }

    private var expected: String { text.expectations.map(MarkdownEscape.text).joined(separator: "<br>") }

    private func ending(_ outcome: ScenarioOutcome) -> String {
        let mark = outcome.isPassed ? "✓ " : "✗ "
        guard case .told = outcome.ending, let place = outcome.place else { return mark + "no outcome" }
        return mark + MarkdownEscape.code(place.step)
    }
}
