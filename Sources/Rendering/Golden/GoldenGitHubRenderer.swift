import Content
import Diagnostics
package import GoldenQuestions

/// GitHub workflow commands: what decides is an error, what else changed a notice.
package struct GoldenGitHubRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        write("error", report.questions.filter(\.isDecisive), report, to: &output)
        let others = report.isComparison ? report.shown.filter { !$0.isDecisive } : []
        write("notice", others, report, to: &output)
    }

    private func write(
        _ kind: String, _ questions: [PlayedQuestion], _ report: GoldenReport, to output: inout some TextOutputStream
    ) {
        let texts = questions.map { QuestionText($0, in: report) }
        for text in texts.prefix(GitHubText.shownOfAKind) {
            let position = text.played.outcome.failures.first.map(text.played.position) ?? text.played.position
            let label = text.played.change?.label ?? "failed"
            let properties = [
                ("file", text.played.question.path), ("line", "\(position.line)"), ("col", "\(position.column)"),
                ("title", "Golden question: \(label)"),
            ]
            output.write(GitHubText.command(kind, properties, lines(text).joined(separator: "\n")))
        }
        let rest = texts.dropFirst(GitHubText.shownOfAKind)
        guard !rest.isEmpty else { return }
        let heading = "\(rest.count) more golden question\(rest.count == 1 ? "" : "s"), without annotations"
        output.write(
            GitHubText.group(heading, rest.map { "\($0.place): " + lines($0).joined(separator: "; ") }))
    }

    private func lines(_ text: QuestionText) -> [String] {
        var lines = [text.name] + text.messages
        if let ranks = text.ranks { lines.append(ranks) }
        lines.append("came up: " + QuestionText.ranking(text.played.outcome))
        return lines
    }
}
