import Content
import Diagnostics
package import GoldenQuestions

/// GitHub workflow commands: what decides is an error, what else changed a notice.
package struct GoldenGitHubRenderer: GoldenRenderer {
    package init() {}

    package func render(_ report: GoldenReport, to output: inout some TextOutputStream) {
        write("error", report.tests.filter { $0.isDecisive }, report, to: &output)
        let others = report.isComparison ? report.shown.filter { !$0.isDecisive } : []
        write("notice", others, report, to: &output)
    }

    private func write(
        _ kind: String, _ tests: [any PlayedTest], _ report: GoldenReport, to output: inout some TextOutputStream
    ) {
        let texts = tests.map { report.text(of: $0) }
        for text in texts.prefix(GitHubText.shownOfAKind) {
            let label = text.played.change?.label ?? "failed"
            let noun = text is ScenarioText ? "Workflow scenario" : "Golden question"
            let properties = [
                ("file", text.played.path), ("line", "\(text.position.line)"), ("col", "\(text.position.column)"),
                ("title", "\(noun): \(label)"),
            ]
            output.write(GitHubText.command(kind, properties, lines(text).joined(separator: "\n")))
        }
        let rest = texts.dropFirst(GitHubText.shownOfAKind)
        guard !rest.isEmpty else { return }
        let noun = rest.contains { $0 is ScenarioText } ? "test" : "golden question"
        let heading = "\(rest.count) more \(noun)\(rest.count == 1 ? "" : "s"), without annotations"
        output.write(
            GitHubText.group(heading, rest.map { "\($0.place): " + lines($0).joined(separator: "; ") }))
    }

    private func lines(_ text: any TestText) -> [String] {
        var lines = [text.name] + text.messages
        switch text {
        case let question as QuestionText:
            if let ranks = question.ranks { lines.append(ranks) }
            lines.append("came up: " + QuestionText.ranking(question.question.outcome))
        default: lines += text.notes
        }
        return lines
    }
}
