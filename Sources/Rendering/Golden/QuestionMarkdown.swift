import GoldenQuestions

/// A golden question in Markdown.
struct QuestionMarkdown: TestMarkdown {
    let text: QuestionText

    static func table(_ isComparison: Bool) -> String {
        isComparison
            ? "| question | expected | before | now |\n|---|---|---|---|\n"
            : "| question | what failed | came first |\n|---|---|---|\n"
    }

    func row(_ isComparison: Bool) -> String {
        let outcome = text.question.outcome
        let cells =
            isComparison
            ? [question, expected, text.question.before.map(place) ?? "", place(outcome)]
            : [question, text.messages.map(MarkdownEscape.text).joined(separator: "<br>"), first(outcome)]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private var question: String {
        let asked = text.askedAs.isEmpty ? "" : "<br><sub>\(MarkdownEscape.text(text.askedAs))</sub>"
        return MarkdownEscape.text(text.ask) + asked
    }

    private var expected: String {
        text.expectations.map(MarkdownEscape.text).joined(separator: "<br>")
    }

    /// Where the expected item stands, and otherwise what comes first.
    private func place(_ outcome: Outcome) -> String {
        (outcome.isPassed ? "✓ " : "✗ ") + (outcome.rank.map { "rank \($0)" } ?? first(outcome))
    }

    private func first(_ outcome: Outcome) -> String {
        outcome.found.first.map { MarkdownEscape.code($0.id) } ?? "nothing"
    }

    var details: String {
        var parts = [MarkdownEscape.code(text.place)]
        if !text.messages.isEmpty {
            parts.append(text.messages.map { "- \(MarkdownEscape.text($0))" }.joined(separator: "\n"))
        }
        parts.append(rankings)
        for change in text.shownChanges {
            parts.append(
                "**\(change.label.capitalised) of \(MarkdownEscape.text(text.shownOf)) before**\n\n\(quote(change.before))"
            )
            parts.append("**Now**\n\n\(quote(change.now))")
        }
        let summary = MarkdownEscape.html(text.name)
        return "\n<details><summary>\(summary)</summary>\n\n\(parts.joined(separator: "\n\n"))\n\n</details>\n"
    }

    private var rankings: String {
        let now = text.question.outcome.found
        guard let before = text.question.before?.found, before.map(\.id) != now.map(\.id) else {
            return "| | came up | title |\n|---|---|---|\n"
                + now.enumerated().map {
                    "| \($0 + 1) | \(MarkdownEscape.code($1.id)) | \(MarkdownEscape.text($1.title)) |"
                }.joined(separator: "\n")
        }
        func cell(_ found: [Outcome.Found], _ index: Int) -> String {
            guard index < found.count else { return "" }
            return "\(MarkdownEscape.code(found[index].id)) \(MarkdownEscape.text(found[index].title))"
        }
        return "| | before | now |\n|---|---|---|\n"
            + (0..<max(before.count, now.count)).map {
                "| \($0 + 1) | \(cell(before, $0)) | \(cell(now, $0)) |"
            }.joined(separator: "\n")
    }

    private func quote(_ text: String) -> String { "> " + MarkdownEscape.text(text) }
}
