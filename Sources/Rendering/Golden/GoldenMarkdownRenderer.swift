package import GoldenQuestions

/// Golden questions for a comment on a pull request: a table of what failed or changed, with details to unfold.
package struct GoldenMarkdownRenderer: GoldenRenderer {
    /// A comment on GitHub holds 65,536 characters: so many bytes are for rows of tables, and so many for details.
    private static let mostRowBytes = 30_000
    private static let mostDetailBytes = 30_000

    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        output.write("### Golden questions\n\n\(MarkdownEscape.text(report.summary.capitalised)).\n")
        if let base = report.base { output.write("Compared with \(MarkdownEscape.code(base)).\n") }
        var rowBytes = GoldenMarkdownRenderer.mostRowBytes
        var detailBytes = GoldenMarkdownRenderer.mostDetailBytes
        var leftOut = 0
        for (heading, questions) in groups(report) where !questions.isEmpty {
            let texts = questions.map { QuestionText($0, in: report) }
            let rows = fitting(texts.lazy.map { row($0, report.isComparison) }, &rowBytes)
            let details = fitting(texts.lazy.prefix(rows.count).map(details), &detailBytes)
            leftOut += texts.count - rows.count
            guard !rows.isEmpty else { continue }
            output.write("\n#### \(heading.capitalised)\n\n\(table(report.isComparison))")
            output.write((rows + details).joined())
        }
        if leftOut > 0 { output.write("\n\(leftOut) more are left out, because a comment has a largest length.\n") }
    }

    /// The first texts that fit, as many as there is room for.
    private func fitting(_ texts: some Sequence<String>, _ room: inout Int) -> [String] {
        var fitting: [String] = []
        for text in texts {
            // What comes after one that did not fit is less important.
            guard text.utf8.count <= room else {
                room = 0
                break
            }
            room -= text.utf8.count
            fitting.append(text)
        }
        return fitting
    }

    private func groups(_ report: GoldenReport) -> [(String, [PlayedQuestion])] {
        guard report.isComparison else { return [("failing", report.questions.filter { !$0.outcome.isPassed })] }
        return PlayedQuestion.Change.allCases.map { ($0.label, report.changed($0)) }
    }

    private func table(_ isComparison: Bool) -> String {
        isComparison
            ? "| question | expected | before | now |\n|---|---|---|---|\n"
            : "| question | what failed | came first |\n|---|---|---|\n"
    }

    private func row(_ text: QuestionText, _ isComparison: Bool) -> String {
        let outcome = text.played.outcome
        let cells =
            isComparison
            ? [question(text), expected(text), text.played.before.map(place) ?? "", place(outcome)]
            : [question(text), text.messages.map(MarkdownEscape.text).joined(separator: "<br>"), first(outcome)]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private func question(_ text: QuestionText) -> String {
        let asked = text.askedAs.isEmpty ? "" : "<br><sub>\(MarkdownEscape.text(text.askedAs))</sub>"
        return MarkdownEscape.text(text.ask) + asked
    }

    private func expected(_ text: QuestionText) -> String {
        text.expectations.map(MarkdownEscape.text).joined(separator: "<br>")
    }

    /// Where the expected item stands, and otherwise what comes first.
    private func place(_ outcome: Outcome) -> String {
        (outcome.isPassed ? "✓ " : "✗ ") + (outcome.rank.map { "rank \($0)" } ?? first(outcome))
    }

    private func first(_ outcome: Outcome) -> String {
        outcome.found.first.map { MarkdownEscape.code($0.id) } ?? "nothing"
    }

    private func details(_ text: QuestionText) -> String {
        var parts = [MarkdownEscape.code(text.place)]
        if !text.messages.isEmpty {
            parts.append(text.messages.map { "- \(MarkdownEscape.text($0))" }.joined(separator: "\n"))
        }
        parts.append(rankings(text))
        for change in text.shownChanges {
            parts.append(
                "**\(change.label.capitalised) of \(MarkdownEscape.text(text.shownOf)) before**\n\n\(quote(change.before))"
            )
            parts.append("**Now**\n\n\(quote(change.now))")
        }
        let summary = MarkdownEscape.html(text.name)
        return "\n<details><summary>\(summary)</summary>\n\n\(parts.joined(separator: "\n\n"))\n\n</details>\n"
    }

    private func rankings(_ text: QuestionText) -> String {
        let now = text.played.outcome.found
        guard let before = text.played.before?.found, before.map(\.id) != now.map(\.id) else {
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

extension String {
    /// With a capital at its beginning.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
